"""read: the one way in. Every source becomes reports, or a rejection that says why and what to do."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from trucewatch.model import Rejected, Report
from trucewatch.read.decode import Decoded, Undecodable, decode
from trucewatch.read.neighbours import infer_from_others
from trucewatch.read.observations import looks_like_observations, read_observations
from trucewatch.read.page import Unreadable, looks_like_html, read_page
from trucewatch.read.rows import MOST_CHARACTERS, read_rows
from trucewatch.read.sources import Received, received
from trucewatch.read.text import Given, read_text

_MEDIA = {".md": "text/markdown", ".markdown": "text/markdown"}


def reports(
    sources: Iterable[str | Path],
    *,
    originals: Path | None = None,
    stdin: BinaryIO | None = None,
    text_column: str | None = None,
) -> Iterator[Report | Rejected]:
    """Reports of files, folders and `-` in the order given, then dated with the help of each other.

    `originals` is a folder for the bytes as received, by SHA-256; `text_column` the column of a CSV that holds prose.
    """
    found = list(as_given(sources, originals=originals, stdin=stdin, text_column=text_column))
    dated = iter(infer_from_others([item for item in found if isinstance(item, Report)]))
    for item in found:
        yield next(dated) if isinstance(item, Report) else item


def as_given(
    sources: Iterable[str | Path],
    *,
    originals: Path | None = None,
    stdin: BinaryIO | None = None,
    text_column: str | None = None,
) -> Iterator[Report | Rejected]:
    """The same reports before they help to date each other: for whoever holds more of them than are given now."""
    yield from _once(_all(sources, originals, stdin, text_column))


def _all(
    sources: Iterable[str | Path], originals: Path | None, stdin: BinaryIO | None, text_column: str | None
) -> Iterator[Report | Rejected]:
    for source in received(sources, stdin):
        if isinstance(source, Rejected):
            yield source
            continue
        if originals is not None:
            originals.mkdir(parents=True, exist_ok=True)
            (originals / source.sha256).write_bytes(source.data)
        yield from _read(source, text_column)


def _once(items: Iterable[Report | Rejected]) -> Iterator[Report | Rejected]:
    """Each report once: a second one with the same id is set aside."""
    seen: dict[str, Report] = {}
    for item in items:
        if not isinstance(item, Report):
            yield item
        elif item.id not in seen:
            seen[item.id] = item
            yield item
        else:
            first = seen[item.id]
            same = first.text == item.text
            reason = (
                f"the same text was read before, from {first.meta.get('origin')}"
                if same
                else f"the id {item.id} is taken"
            )
            remedy = "Nothing is lost; leave one of the two out." if same else "Give each report an id of its own."
            yield Rejected(str(item.meta.get("origin")), reason, remedy, item.sha256)


def _read(source: Received, text_column: str | None) -> Iterator[Report | Rejected]:
    if not source.data.strip():
        yield Rejected(source.name, "the file is empty", "Give a file with text in it.", source.sha256)
        return
    decoded = decode(source.data)
    if isinstance(decoded, Undecodable):
        yield Rejected(source.name, decoded.reason, decoded.remedy, source.sha256)
    elif not decoded.text.strip():
        yield Rejected(source.name, "the file holds white space only", "Give a file with text in it.", source.sha256)
    elif _is_rows(source, decoded.text):
        yield from read_rows(decoded.text, source.name)
    elif source.suffix in (".csv", ".tsv") or text_column or looks_like_observations(decoded.text):
        yield from read_observations(decoded.text, source.name, text_column)
    elif len(decoded.text) > MOST_CHARACTERS:
        problem = f"the text is longer than {MOST_CHARACTERS} characters"
        yield Rejected(source.name, problem, "Split it into one file for each report.", source.sha256)
    elif looks_like_html(decoded.text):
        yield _page(source, decoded)
    else:
        yield _plain(source, decoded)


def _is_rows(source: Received, text: str) -> bool:
    if source.suffix in (".jsonl", ".ndjson", ".json"):
        return True
    head = text.lstrip()[:2000]
    return source.suffix not in (".csv", ".tsv") and head.startswith("{") and '"text"' in head


def _meta(decoded: Decoded) -> dict[str, object]:
    found: dict[str, object] = {} if decoded.encoding == "utf-8" else {"encoding": decoded.encoding}
    return {**found, "decoding": decoded.note} if decoded.note else found


def _plain(source: Received, decoded: Decoded) -> Report:
    given = Given(sha256=source.sha256, media_type=_MEDIA.get(source.suffix, "text/plain"), meta=_meta(decoded))
    return read_text(decoded.text, name=source.name, given=given)


def _page(source: Received, decoded: Decoded) -> Report | Rejected:
    page = read_page(decoded.text)
    if isinstance(page, Unreadable):
        return Rejected(source.name, page.reason, page.remedy, source.sha256)
    given = Given(
        title=page.title, source=page.source, published=page.published, url=page.url, byline=page.byline,
        sha256=source.sha256, media_type="text/html", meta=_meta(decoded),
    )  # fmt: skip
    report = read_text(page.text, name=source.name, given=given)
    if report.language is None and page.language:
        return dataclasses.replace(report, language=page.language)
    return report
