"""extract: what stands around a mark, where that decides what the mark is."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.extract.words.token import Mark
from trucewatch.languages.pack import Sense

FINITE = frozenset({"pres", "past", "fut", "cond", "impf"})
"""Forms that make a clause."""


def is_base_only(sense: Sense) -> bool:
    """Whether a verb's form is the bare one alone."""
    return not sense.forms & FINITE and "base" in sense.forms


def ends_in_apostrophe(marks: list[Mark], i: int) -> bool:
    """ "the rebels' withdrawal": an apostrophe that nothing is written on to; "Al-'Amiriyah" is a name."""
    after = marks[i + 1] if i + 1 < len(marks) else None
    return marks[i].text == "'" and (after is None or not after.glued)


def governs_gerund(marks: list[Mark], i: int) -> bool:
    """ "admitted shelling the town": whether the word before `i` takes a gerund for its object."""
    verb = marks[i - 1].sense("verb") if i else None
    return verb is not None and not verb.classes.isdisjoint(("admit", "deny"))


def next_word(marks: list[Mark], i: int) -> Mark | None:
    """The next word that is no adverb or quotation mark."""
    k = i + 1
    while k < len(marks) and (marks[k].text in '"' or (marks[k].sense("adv") and not marks[k].sense("det"))):
        k += 1
    return marks[k] if k < len(marks) else None


def by_follows(marks: list[Mark], i: int) -> bool:
    """Whether "by" stands right behind a mark: "... et neuf blessés par des tirs"."""
    follows = next_word(marks, i)
    return follows is not None and follows.sense("prep", "by") is not None


def starts_object(mark: Mark | None) -> bool:
    """Whether a mark can follow a finite verb: an object, a preposition, a clause or the end."""
    if mark is None or not mark.is_word:
        return True
    kinds = mark.kinds()
    return bool(
        kinds & {"det", "prep", "conj", "comp", "pron", "sub", "accord", "neg", "poss"}
        or mark.actors
        or mark.number
        or mark.value is not None
        or mark.times
        or mark.places
        or mark.capital
    )


def before_its_noun(marks: list[Mark], i: int, verb: Sense, before: str) -> bool:
    """ "by suspected militants", "when suspected militants hurled": a participle right before its plain noun."""
    if before == "num" and "part" in verb.forms and not verb.classes & {"harm"}:
        # "12 identified civilians": between a number and whom it counts.
        return i + 1 < len(marks) and marks[i + 1].sense("noun", "people") is not None
    if before not in ("prep", "sub", "start") or "part" not in verb.forms or verb.forms & {"ger", "base"}:
        return False
    follows = marks[i + 1] if i + 1 < len(marks) else None
    if follows is None or follows.sense("noun") is None or follows.sense("det") or follows.number:
        return False
    return before == "prep" or any(
        m.sense("aux") or ((v := m.sense("verb")) is not None and v.forms & {"past", "pres"} and not m.sense("noun"))
        for m in marks[i + 2 : i + 9]
    )


def clause_follows(marks: list[Mark], i: int) -> bool:
    """Whether a word like "after" opens a clause: a finite verb comes before the next stop, with a noun between."""
    seen_nominal = False
    for k in range(i + 1, min(len(marks), i + 14)):
        mark = marks[k]
        if not mark.is_word and mark.text in ",;:.()":
            return False
        if mark.sense("aux") or mark.sense("modal"):
            return seen_nominal
        verb = mark.sense("verb")
        if verb is not None and mark.sense("noun") is None:
            if k == i + 1:
                return False
            if verb.forms & FINITE:
                return seen_nominal and not (verb.forms <= {"past", "part"} and _participle_context(marks, k))
        if mark.sense("prep") and seen_nominal and mark.sense("prep", "of") is None and k > i + 4:
            pass
        seen_nominal = seen_nominal or bool(
            mark.sense("noun")
            or mark.actors
            or mark.places
            or mark.sense("pron")
            or mark.capital
            or mark.number
            or mark.value is not None
        )
    return False


def _participle_context(marks: list[Mark], k: int) -> bool:
    follows = marks[k + 1] if k + 1 < len(marks) else None
    return follows is not None and any("by" in s.classes for s in follows.senses if s.kind == "prep")


def takes_object(marks: list[Mark], i: int) -> bool:
    """Whether a form in -ing takes an object ("killing two soldiers") and is no noun ("the killing of")."""
    follows = next_word(marks, i)
    if follows is None or not follows.is_word:
        return False
    kinds = follows.kinds()
    if (
        follows.sense("prep", "of")
        or kinds & {"aux", "modal"}
        or (follows.sense("verb") and not kinds & {"noun", "det", "adj"})
    ):
        return False
    return (
        bool(
            kinds & {"det", "poss", "noun", "adj", "pron"}
            or follows.actors
            or follows.value is not None
            or follows.number
            or follows.capital
            or follows.approximator
        )
        and not kinds & {"prep"}
    ) or follows.approximator is not None


def wants_base(marks: list[Mark], tags: Sequence[str], i: int) -> bool:
    """ "would not open", "did not close": behind a modal or "do" stands a verb and no adjective."""
    k = i - 1
    while k >= 0 and tags[k] in ("neg", "adv"):
        k -= 1
    if k < 0 or tags[k] not in ("modal", "aux"):
        return False
    auxiliary = marks[k].sense("aux")
    return tags[k] == "modal" or (auxiliary is not None and "do" in auxiliary.classes)
