"""read: one text becomes a report: its title, language, date, credit, and what of it is furniture."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from trucewatch.model import Report, Span
from trucewatch.model.report import Marking, PublishedBasis
from trucewatch.read.header import Header, header_of
from trucewatch.read.layout import lines_of
from trucewatch.read.marks import marks_of
from trucewatch.read.published import published_of, weekdays_told
from trucewatch.read.tongue import LANGUAGES, language_of, language_told
from trucewatch.read.walk import Marks, merged
from trucewatch.read.words import load_agencies


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a text before it is read: fields of a row, of a page's head, of a file."""

    id: str | None = None
    title: str | None = None
    language: str | None = None
    source: str | None = None
    credit: tuple[str, ...] = ()
    published: object = None
    published_basis: PublishedBasis | None = None
    url: str | None = None
    byline: str | None = None
    retrieved: str | None = None
    sha256: str | None = None
    media_type: str = "text/plain"
    furniture: tuple[Span, ...] = ()
    marking: Marking | None = None
    translated_from: str | None = None
    meta: dict[str, object] = field(default_factory=dict)


def sha256_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def content_id(text: str) -> str:
    """`r_` and twelve hexadecimal digits of the SHA-256 of the text."""
    return f"r_{sha256_of(text)[:12]}"


def outlet_of(url: str | None) -> str | None:
    """The outlet an address belongs to: its name where we know it, else its host."""
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return None
    hosts = load_agencies().hosts
    parts = host.split(".")
    names = [hosts[name] for i in range(len(parts)) if (name := ".".join(parts[i:])) in hosts]
    return names[0] if names else host or None


def read_text(text: str, *, name: str = "text", given: Given | None = None) -> Report:
    """One text as a report. `name` is where it came from; fields in `given` are kept as they are."""
    given = given or Given()
    header = header_of(text)
    language = given.language or header.get("language") or language_of(text[header.end :])
    lines = [line for line in lines_of(text) if line.start >= header.end]
    marks = marks_of(text, lines, language, given.title or header.get("title"))
    told = language_told(language, _story(text, marks, header.end))
    if told != language:
        language, marks = told, marks_of(text, lines, told, given.title or header.get("title"))
    if header.span:
        marks.furniture = merged([*marks.furniture, header.span])
    marks.url = given.url or header.get("url") or marks.url
    published = published_of(
        text, language, marks, given.published if given.published is not None else header.get("published")
    )
    title = given.title or header.get("title") or _title(text, marks)
    weekdays = weekdays_told(published.clues) if published.value is None and published.clues else []
    notes = [*published.notes, *_language_notes(language)]
    basis = given.published_basis if given.published_basis and published.basis == "metadata" else published.basis
    return Report(
        id=given.id or content_id(text),
        text=text,
        title=title,
        language=language,
        source=given.source or header.get("source") or outlet_of(marks.url) or marks.copyright_holder,
        credit=given.credit or tuple(dict.fromkeys(marks.credit)),
        published=published.value,
        published_basis=basis,
        url=marks.url,
        retrieved=given.retrieved or header.get("retrieved"),
        sha256=given.sha256 or sha256_of(text),
        media_type=given.media_type,
        furniture=given.furniture or tuple(marks.furniture),
        marking=given.marking,
        translated_from=given.translated_from,
        meta=_meta(name, marks, header, given, notes) | ({"weekdays": weekdays} if weekdays else {}),
    )


def _story(text: str, marks: Marks, start: int) -> str:
    """The text without furniture."""
    kept, at = [], start
    for first, after in sorted(marks.furniture):
        kept.append(text[at:first])
        at = max(at, after)
    return "\n".join([*kept, text[at:]])


def _title(text: str, marks: Marks) -> str | None:
    return re.sub(r"^#+\s+|\*\*", "", text[slice(*marks.title)]).strip() if marks.title else None


def _language_notes(language: str | None) -> list[str]:
    if language is None:
        return ["the language was not recognised"]
    return [] if language in LANGUAGES else [f"the language {language} is not one we know"]


def _meta(name: str, marks: Marks, header: Header, given: Given, notes: list[str]) -> dict[str, object]:
    """What the source said of itself, and where the parts of the text stand, as `[start, end]`."""
    dateline = marks.dateline
    found: dict[str, object] = {
        "origin": name,
        "byline": given.byline or header.get("byline") or marks.byline,
        "title_span": list(marks.title) if marks.title else None,
        "lead": list(marks.lead) if marks.lead else None,
        "captions": [list(span) for span in marks.captions],
        "headings": [list(span) for span in marks.headings],
        "photo_credit": list(dict.fromkeys(marks.photo_credit)),
        "copyright": marks.copyright_year,
        "notes": notes,
    }
    if dateline:
        stamp = dateline.date.iso() if dateline.date else None
        found["dateline"] = {
            k: v for k, v in (("span", list(dateline.span)), ("place", dateline.place), ("date", stamp)) if v
        }
    return {**{key: value for key, value in found.items() if value}, **given.meta}
