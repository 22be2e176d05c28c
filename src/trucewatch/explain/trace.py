"""explain: from a report to its trace: the same steps as extraction takes, each kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trucewatch.explain.claimed import made
from trucewatch.explain.clauses import clauses
from trucewatch.explain.phrases import phrases
from trucewatch.explain.steps import ReportTrace, SentenceTrace
from trucewatch.explain.verdicts import verdicts
from trucewatch.explain.voices import voices
from trucewatch.explain.words import words
from trucewatch.extract import claims
from trucewatch.extract.claims import _Reader
from trucewatch.extract.knowledge import Knowledge
from trucewatch.extract.sentence import Parsed
from trucewatch.languages.pack import Pack
from trucewatch.model import Claim, Report, Span

_FURNITURE = "Furniture: it tells nothing of the story, so it is not read."
_QUIET = "A caption without a verb or a time is not read for claims."
_ROW = "A row of an observations table: its cells make the claim, without going through prose."
_UNDATED = "The report has no day, so “yesterday” and “on Friday” have no value."
_STRAY = "Claims of the report that stand in none of its sentences."


def trace(report: Report, knowledge: Knowledge) -> ReportTrace:
    """Every step of extraction over a report; each of its claims stands in exactly one sentence."""
    found = claims(report, knowledge)
    pack = knowledge.pack(report.language)
    if isinstance(report.meta.get("observation"), dict):
        return ReportTrace(report, (_whole(report, found, pack, _ROW),))
    if pack is None:
        return ReportTrace(report, tuple(_lines(report)), _no_pack(report, knowledge))
    reader = _Reader(report, knowledge, pack)
    steps = [_sentence(reader, parsed, found) for parsed in reader.parsed()]
    placed = {m.claim.id for step in steps for m in step.made}
    stray = [claim for claim in found if claim.id not in placed]
    steps = sorted([*steps, *_furniture(report)], key=lambda step: step.span)
    steps += [_whole(report, stray, pack, _STRAY)] if stray else []
    return ReportTrace(report, tuple(steps), None if reader.anchor else _UNDATED)


def _sentence(reader: _Reader, parsed: Parsed, found: Sequence[Claim]) -> SentenceTrace:
    sentence = parsed.sentence
    span = parsed.folded.span(sentence.start, sentence.end)
    mine = [claim for claim in found if span[0] <= claim.spans[0][0] < span[1]]
    quiet = sentence.section == "caption" and not parsed.clauses and not any(item.time for item in parsed.items)
    seen = verdicts(parsed, mine)
    return SentenceTrace(
        span,
        parsed.original[slice(*span)],
        sentence.section,
        sentence.index + 1,
        words(parsed, reader.marker, reader.knowledge),
        phrases(parsed),
        clauses(parsed, seen.made, seen.silent),
        voices(parsed),
        tuple(made(claim, parsed.pack) for claim in mine),
        tuple(seen.refused),
        _QUIET if quiet else None,
    )


def _whole(report: Report, found: Sequence[Claim], pack: Pack | None, note: str) -> SentenceTrace:
    span = (0, len(report.text))
    return SentenceTrace(span, report.text, "body", made=tuple(made(claim, pack) for claim in found), note=note)


def _furniture(report: Report) -> Iterator[SentenceTrace]:
    """The stretches that are not read, each whole."""
    for start, end in _joined(report.furniture):
        text = report.text[start:end]
        if text.strip():
            yield SentenceTrace((start, end), text.strip(), "furniture", note=_FURNITURE)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _lines(report: Report) -> Iterator[SentenceTrace]:
    """The lines of a text that is in no language we know."""
    at = 0
    for line in report.text.splitlines(keepends=True):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            yield SentenceTrace((start, start + len(line.strip())), line.strip(), "body")
        at += len(line)


def _no_pack(report: Report, knowledge: Knowledge) -> str:
    known = ", ".join(sorted(knowledge.packs))
    if not report.language:
        return f"The language of the report is not known, so nothing is extracted. There are packs for: {known}."
    return (
        f"There is no pack for the language “{report.language}”, so nothing is extracted. There are packs for: {known}."
    )
