"""explain: a trace as lines for a terminal: plain text in columns, colour only where asked for and never alone."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.explain.steps import ClauseStep, Fact, Made, Phrase, Refused, ReportTrace, SentenceTrace, Value, Word
from trucewatch.explain.visible import isolated, padded, visible, width
from trucewatch.publish.page import direction

_CODES = {"head": "1", "title": "2", "actor": "36", "place": "32", "time": "33", "number": "35", "act": "31",
          "speech": "34", "unknown": "2", "made": "32", "refused": "33"}  # fmt: skip
_WIDEST_WORD = 26
_NAME = 12
"""Columns of the names of facts."""


@dataclass(frozen=True, slots=True)
class _Pen:
    """How text of the source and colours are written."""

    direction: str
    color: bool
    columns: int

    def ink(self, name: str, text: str) -> str:
        """The text in a colour, where colours are wanted."""
        return f"\x1b[{_CODES[name]}m{text}\x1b[0m" if self.color and name in _CODES else text

    def words(self, text: str) -> str:
        """Words of the source between quotation marks, in their own direction."""
        return f"“{isolated(text, self.direction)}”"

    def value(self, value: Value) -> str:
        """`ours “their words”`."""
        ours = visible(value.ours)
        return f"{ours} {self.words(value.words)}".strip() if value.words else ours


def lines(trace: ReportTrace, *, color: bool = False, columns: int = 100) -> Iterator[str]:
    """The trace as lines without line ends. Columns bound running text, not tables."""
    report = trace.report
    pen = _Pen(direction(report.language), color, max(40, columns))
    language = report.language or "language not known"
    about = [language, report.published or "no date", *([report.source] if report.source else [])]
    yield pen.ink("head", f"report {visible(report.id)}") + f"  ({visible(', '.join(about))})"
    if trace.note:
        yield from textwrap.wrap(visible(trace.note), pen.columns)
    for sentence in trace.sentences:
        yield ""
        yield from _sentence(sentence, pen)


def _sentence(sentence: SentenceTrace, pen: _Pen) -> Iterator[str]:
    name = f"sentence {sentence.number}" if sentence.number is not None else "text"
    yield pen.ink("head", f"{name}, {sentence.section}, characters {sentence.span[0]}-{sentence.span[1]}")
    yield from _running(sentence.text, pen)
    if sentence.note:
        yield f"  {visible(sentence.note)}"
    sections = (
        ("words", _words(sentence.words, pen)),
        ("phrases", _phrases(sentence.phrases, pen)),
        ("clauses", (line for clause in sentence.clauses for line in _clause(clause, pen))),
        ("who says it", (line for voice in sentence.voices for line in _facts(voice.facts, pen, (voice.text, "says")))),
        ("claims made", (line for made in sentence.made for line in _made(made, pen))),
        ("refused", (line for refused in sentence.refused for line in _refused(refused, pen))),
    )
    for title, found in sections:
        shown = list(found)
        if shown:
            yield f"  {pen.ink('head', title)}"
            yield from (f"    {line}" for line in shown)
    if sentence.number is not None and not sentence.made:
        yield "  no claim"


def _running(text: str, pen: _Pen) -> Iterator[str]:
    """The sentence, broken into lines each of which is an isolate of its own."""
    for line in textwrap.wrap(visible(text), pen.columns - 4, break_long_words=True):
        yield f"  {isolated(line, pen.direction)}"


def _words(words: Sequence[Word], pen: _Pen) -> Iterator[str]:
    shown = [word for word in words if word.kind != "sign" or word.may_be]
    columns = min(_WIDEST_WORD, max((width(visible(word.text)) for word in shown), default=0))
    for word in shown:
        meanings = [pen.value(value) for value in word.may_be] or ["not in the pack"]
        text = padded(isolated(word.text, pen.direction), columns)
        yield f"{text}  {padded(word.taken_as, 8)}  {pen.ink(word.kind, padded(word.kind, 7))}  {meanings[0]}"
        yield from (" " * (columns + 21) + meaning for meaning in meanings[1:])


def _phrases(phrases: Sequence[Phrase], pen: _Pen) -> Iterator[str]:
    for phrase in phrases:
        told = "; ".join(f"{fact.name} {_values(fact, pen)}" for fact in phrase.facts)
        yield f"{padded(phrase.kind, 15)} {pen.words(phrase.text)}" + (f"  {told}" if told else "")


def _values(fact: Fact, pen: _Pen) -> str:
    return " | ".join(pen.value(value) for value in fact.values)


def _facts(facts: Sequence[Fact], pen: _Pen, head: tuple[str, str] | None = None) -> Iterator[str]:
    for fact in facts:
        yield padded(fact.name, _NAME) + _values(fact, pen)
    if head is not None:
        yield padded(head[1], _NAME) + pen.words(head[0])


def _clause(clause: ClauseStep, pen: _Pen) -> Iterator[str]:
    yield f"{clause.number} {clause.kind} {pen.words(clause.text)}"
    yield from (f"    {line}" for line in _facts(clause.facts, pen))
    if clause.claims:
        yield "    " + padded("gives", _NAME) + pen.ink("made", ", ".join(clause.claims))
    elif clause.silence:
        yield "    " + padded("no claim", _NAME) + pen.ink("refused", visible(clause.silence))


def _made(made: Made, pen: _Pen) -> Iterator[str]:
    claim = made.claim
    yield pen.ink("made", f"{claim.id}  {claim.type}  {claim.modality} {claim.polarity}")
    yield from (f"    {line}" for line in _facts(made.facts, pen))


def _refused(refused: Refused, pen: _Pen) -> Iterator[str]:
    read = f"read as {refused.reading}" if refused.reading else "not read"
    rule = f", rule {refused.rule}" if refused.rule else ""
    yield f"{pen.words(refused.text)}  ({visible(read + rule)})"
    yield "    " + pen.ink("refused", visible(refused.reason))
