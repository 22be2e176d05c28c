"""extract: what the form of a verb group says of when: a perfect up to now, a past."""

from __future__ import annotations

from trucewatch.extract.phrases.item import Item
from trucewatch.languages.pack import Pack


def has_perfect(verb: Item, pack: Pack) -> bool:
    """Whether a verb group is in a perfect that reaches up to now, where the language has one."""
    if pack.settings.get("perfect") != "lasting":
        return False  # "a bombardé" is a plain past
    words = pack.lists.get("pluperfect_words", frozenset())
    auxiliaries = [m for m in verb.marks if (s := m.sense("aux")) is not None and "have" in s.classes]
    return any(m.key not in words for m in auxiliaries)


def has_past_auxiliary(verb: Item, pack: Pack) -> bool:
    """Whether an auxiliary puts a verb group into the past: "was hit"."""
    words = pack.lists.get("past_auxiliaries", frozenset())
    return any(not words.isdisjoint(m.key.split()) for m in verb.marks if m.key)


def lies_behind(verb: Item, pack: Pack) -> bool:
    """Whether a verb group tells of something as past and done: "shelled", "was hit", no "was to be"."""
    if verb.modal or verb.form != "finite":
        return False
    return verb.tense == "past" or has_past_auxiliary(verb, pack)
