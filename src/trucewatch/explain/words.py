"""explain: the words of a sentence, what each was taken as, and what else it may be."""

from __future__ import annotations

from trucewatch.explain.steps import Value, Word, WordKind
from trucewatch.extract.clauses.speech import SPEECH
from trucewatch.extract.clauses.wordorder import chunker_of
from trucewatch.extract.knowledge import Knowledge
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.words.numbers import Number
from trucewatch.extract.words.token import Mark, Marker
from trucewatch.languages.pack import Sense

_MANY = 5
"""Places of one name beyond which only their number is told."""

_JOINING = frozenset({"modal", "aux", "prep", "sub", "conj"})
"""Tags under which a word of the calendar ("on", "since", "may") tells no time by itself."""


def words(parsed: Parsed, marker: Marker, knowledge: Knowledge) -> tuple[Word, ...]:
    """The marks of a sentence with their tags, as the engine made them."""
    sentence = parsed.sentence
    marks = marker.marks(parsed.folded, sentence.start, sentence.end)
    tags = chunker_of(marks, parsed.pack, parsed.folded, knowledge).tags
    return tuple(_word(parsed, mark, tag, knowledge) for mark, tag in zip(marks, tags, strict=True))


def _word(parsed: Parsed, mark: Mark, tag: str, knowledge: Knowledge) -> Word:
    span = parsed.folded.span(mark.start, mark.end)
    return Word(span, parsed.original[slice(*span)], tag, kind_of(mark, tag), _may_be(mark, knowledge))


def kind_of(mark: Mark, tag: str) -> WordKind:
    """The most telling thing that a word may be."""
    classes = {cls for sense in mark.senses for cls in sense.classes}
    asked: tuple[tuple[WordKind, bool], ...] = (
        ("sign", not mark.is_word),
        ("number", mark.value is not None or tag == "num"),
        ("actor", bool(mark.actors)),
        ("place", bool(mark.places)),
        ("time", bool(mark.times) and tag not in _JOINING),
        ("act", any(sense.type for sense in mark.senses)),
        ("speech", bool(classes & SPEECH.keys())),
        ("known", bool(mark.senses or mark.number or mark.approximator)),
    )
    return next((kind for kind, yes in asked if yes), "unknown")


def _may_be(mark: Mark, knowledge: Knowledge) -> tuple[Value, ...]:
    found = [*_actors(mark, knowledge), *_places(mark)]
    found += [f"time word: {word.what} {word.value}".rstrip() for word in mark.times]
    if mark.value is not None:
        found.append(f"number {mark.value:g}")
    if mark.number is not None:
        found.append(f"number word: {interval(mark.number.low, mark.number.high)} ({mark.number.role})")
    if mark.approximator is not None:
        found.append(f"approximator: {mark.approximator.kind}")
    found += [_sense(sense) for sense in mark.senses]
    return tuple(Value(text) for text in found)


def _actors(mark: Mark, knowledge: Knowledge) -> list[str]:
    found = []
    for name in mark.actors:
        actor = knowledge.actors.get(name.id)
        kind = f", {actor.kind}" if actor is not None else ""
        found.append(f"actor {name.id} ({name.use.replace('_', ' ')}{kind})")
    return found


def _places(mark: Mark) -> list[str]:
    entries = mark.places
    shown = [
        f"place {entry.name} ({entry.level}{', ' + entry.country if entry.country else ''}; {entry.id})"
        for entry in entries[:_MANY]
    ]
    more = len(entries) - _MANY
    return [*shown, f"and {more} more places of that name"] if more > 0 else shown


def _sense(sense: Sense) -> str:
    """`verb shell (past part): act, kin.shelling; weapon artillery`, as the pack's files have it."""
    forms = f" ({' '.join(sorted(sense.forms))})" if sense.forms else ""
    classes = ", ".join(sorted(cls for cls in sense.classes if cls))
    info = "".join(f"; {key} {value}" for key, value in sorted(sense.info.items()))
    return f"{sense.kind} {sense.lemma}{forms}" + (f": {classes}" if classes else "") + info


def interval(low: float | None, high: float | None) -> str:
    """`21`, `20 to 30`, `21 or more`, `up to 5`."""
    if low is None and high is None:
        return "not known"
    if low is None:
        return f"up to {number(high)}"
    if high is None:
        return f"{number(low)} or more"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def number(value: float | None) -> str:
    """A number without digits that nobody wrote."""
    return "" if value is None else f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def counted(found: Number) -> str:
    """A number read in a phrase, with its approximator."""
    kind = "" if found.approximator == "exact" else f" ({found.approximator.replace('_', ' ')})"
    return interval(found.low, found.high) + kind + (", more than before" if found.more else "")
