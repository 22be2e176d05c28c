"""extract: what one noun phrase names: its head, actors, counts and places."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from trucewatch.extract.phrases.item import Count, Item
from trucewatch.extract.phrases.phraseactors import actors_of
from trucewatch.extract.times.timewords import TimePhrase
from trucewatch.extract.words.numbers import Number, in_a_name, is_number, number_at
from trucewatch.extract.words.token import Mark
from trucewatch.languages.fold import Folded
from trucewatch.languages.pack import Pack, Sense

if TYPE_CHECKING:
    from trucewatch.extract.knowledge import Knowledge

_TWO = 2
_NAMING = frozenset({"noun", "word", "name"})
"""Tags of words that may be what a phrase is about."""


def finish(
    item: Item, tags: list[str], pack: Pack, knowledge: Knowledge, folded: Folded, times: list[TimePhrase]
) -> None:
    """Fill a noun phrase's fields from its marks."""
    marks = item.marks
    nouns: list[tuple[int, Sense]] = []
    numbered = False
    for k, mark in enumerate(marks):
        if mark.senses and tags[k] in _NAMING and (sense := mark.sense("noun")) is not None:
            nouns.append((k, sense))
            item.senses.append(sense)
        numbered = numbered or is_number(mark)
        if mark.places and not _part_of_name(marks, k):
            item.places.append((mark.start, mark.end, mark.places, mark.key))
    at = _head(nouns, marks, tags, pack)
    if at is not None:
        item.head = marks[at].sense("noun")
        item.classes = set(item.head.classes) if item.head else set()
        item.plural = item.head is not None and "plural" in item.head.forms
    indefinite, no_words = pack.lists.get("indefinite", ()), pack.lists.get("no_words", ())
    for k, mark in enumerate(marks):
        if k != at and mark.senses:
            _modify(item.modifiers, mark, tags[k])
        if tags[k] in ("det", "ownpron") and mark.key not in indefinite:
            item.definite = True
        if mark.key in no_words:
            item.negated = True
    item.time = times[0] if times else None
    if numbered:
        item.counts = _counts(item, tags, pack, times)
    item.actors = actors_of(item, tags, pack, knowledge, folded)
    if item.actors and item.head is None and any(a.kind in ("force", "group", "coalition") for a in item.actors):
        item.classes |= {"people"}
    item.counts += _pairs(item)
    item.counts += _closing(item, pack)
    for count in item.counts:
        count.population = _population(count, item, knowledge)


def _modify(modifiers: set[str], mark: Mark, tag: str) -> None:
    """What a word beside the head makes of the phrase."""
    for sense in mark.senses:
        kind = sense.kind
        if kind in ("adj", "noun"):
            modifiers |= sense.classes
        elif kind in ("title", "ordinal"):
            modifiers |= sense.classes | {kind}
        elif kind == "verb" and tag in ("adj", "verb"):
            modifiers |= sense.classes


def _part_of_name(marks: list[Mark], k: int) -> bool:
    """Whether a place name is a piece of a longer name: "Abu Saleh", "Tunis School" are not Abu and Tunis."""
    if " " in marks[k].key:
        return False
    for step in (-1, 1):
        beside = k + step
        j = beside + step if 0 <= beside < len(marks) and marks[beside].text == "-" else beside
        if not 0 <= j < len(marks):
            continue
        other = marks[j]
        stranger = not other.senses and not other.places and not other.actors and other.key not in ("s", "the")
        named = other.sense("noun", "facility") is not None and step > 0
        if other.capital and other.is_word and len(other.text) > 1 and (stranger or named) and not other.times:
            return True
    return False


def _head(nouns: list[tuple[int, Sense]], marks: list[Mark], tags: list[str], pack: Pack) -> int | None:
    """The head noun: the last one in languages that put modifiers before, the first in the others; titles give way."""
    if len(nouns) < 2:
        return nouns[0][0] if nouns else None
    real = [(k, s) for k, s in nouns if "speaker_noun" not in s.classes] or nouns
    return real[0][0] if pack.settings.get("modifiers") == "after" else real[-1][0]


def _counts(item: Item, tags: list[str], pack: Pack, times: list[TimePhrase]) -> list[Count]:
    dated = {k - item.i for p in times for k in range(p.i, p.j)}
    found: list[Count] = []
    k = 0
    while k < len(item.marks):
        mark = item.marks[k]
        if not is_number(mark):
            k += 1
            continue
        number = number_at(item.marks, k, pack) if tags[k] in ("num", "det", "adv", "noun") or mark.number else None
        if number is None or number.high == 0 or k in dated or (item.marks[k].times and not item.marks[k].number):
            k += 1
            continue
        if number.share or _is_age(item.marks, k, number.j, pack) or _tells_of_noun(item.marks, k, number):
            k = max(number.j, k + 1)
            continue
        alone = len(item.marks) == 1 and item.marks[k].ending == "acc"  # "80'i aştı"
        if item.marks[k].ending in ("acc", "poss") and number.approximator == "exact" and not alone:
            k = max(number.j, k + 1)
            continue  # "1'i ağır 9 asker": one of them, told beside the count of all
        head = _counted(item.marks, number.j)
        if number.low == number.high == 1 and head is not None and "collective" in head.classes and not number.article:
            k = max(number.j, k + 1)
            continue  # "seven members of one family"
        if not (
            number.article
            and (
                head is None
                or not head.classes
                & {"people", "dead_people", "wounded_people", "corpse", "weapon_thing", "unit", "vehicle", "strike"}
            )
        ):
            found.append(Count(number, head, item.marks[number.i].start, item.marks[number.j - 1].end))
        k = max(number.j, k + 1)
    return found


def _tells_of_noun(marks: list[Mark], k: int, number: Number) -> bool:
    """A number that counts nothing beside its noun: "both the driver and …", "two" behind a dual, "one family"."""
    if _is_pair_word(marks, k):
        return True
    before = marks[k - 1] if k else None
    sense = before.sense("noun") if before is not None else None
    if sense is None or marks[k].number is None:
        return False
    return (number.low == number.high == _TWO and _dual(marks[k - 1]) is not None) or (
        number.high == 1 and "collective" in sense.classes
    )


def _is_pair_word(marks: list[Mark], i: int) -> bool:
    """ "both the driver and his passenger": the word only says that two are joined."""
    after = marks[i + 1] if i + 1 < len(marks) else None
    pair = marks[i].number is not None and marks[i].sense("det") is not None
    return pair and after is not None and after.number is None and bool(after.sense("det") or after.sense("poss"))


def _is_age(marks: list[Mark], i: int, j: int, pack: Pack) -> bool:
    """ "a 12-year-old", "aged 40": a number of years that somebody has lived counts nobody."""
    k = j + 1 if j < len(marks) and marks[j].text == "-" else j
    while k + 1 < len(marks) and marks[k].sense("conj") is not None and is_number(marks[k + 1]):
        k += 2  # "aged 30 and 35": what is said of the one is said of the other
    behind = k < len(marks) and any("age" in sense.classes for sense in marks[k].senses)
    before = i - 1
    while before > 0 and marks[before].sense("conj") is not None and is_number(marks[before - 1]):
        before -= 2
    return behind or (before >= 0 and marks[before].key in pack.lists.get("age_words", ()))


_PAIRED = frozenset({"people", "casualty", "weapon_thing", "act", "corpse", "dead_people", "prisoner", "vehicle"})


def _pairs(item: Item) -> list[Count]:
    """A noun in the dual counts two by itself, unless a number stands with it."""
    found: list[Count] = []
    for k, mark in enumerate(item.marks):
        sense = _dual(mark)
        if sense is None or not sense.classes & _PAIRED or (k and _dual(item.marks[k - 1]) is not None):
            continue  # in "two wounded, two civilians" said without "and" the second tells who the first are
        if not any(c.end <= mark.start and mark.start - c.end < _BESIDE for c in item.counts):
            found.append(Count(Number(k, k + 1, 2.0, 2.0, "exact"), sense, mark.start, mark.end))
    return found


def _closing(item: Item, pack: Pack) -> list[Count]:
    """The counts that stand behind a definite plural with an article of their own: "her children, the three"."""
    article = pack.settings.get("article", "")
    found: list[Count] = []
    for k, (mark, after) in enumerate(pairwise(item.marks) if article else ()):
        if not (after.key.startswith(article) and (mark.owned or mark.key.startswith(article))):
            continue
        word, sense = pack.numbers.get(after.key.removeprefix(article)), mark.sense("noun")
        if word is None or word.role != "unit" or sense is None or "plural" not in sense.forms:
            continue
        if sense.classes & _PAIRED:
            found.append(Count(Number(k, k + 2, word.low, word.high, "exact"), sense, mark.start, after.end))
    return found


def _dual(mark: Mark) -> Sense | None:
    """The noun that is a dual here, and by its form can be nothing else."""
    for sense in mark.senses:
        if "dual" in sense.forms and sense.kind == "noun":
            return None if sense.forms & {"plural", "base"} else sense
    return None


_BESIDE = 3
"""Characters within which a number before a noun counts it."""


_STATES = frozenset({"dead", "wounded", "displaced", "missing"})
_FORCES = frozenset({"army", "airforce", "police", "navy", "allies", "opp", "jihadists", "gov"})
"""Last parts of the ids of listed forces, whose names ("Turkish soldiers") hold the word for their people."""


def _counted(marks: list[Mark], j: int) -> Sense | None:
    """The noun that a number counts: the next one that is a unit, people or a thing; a person's name is none."""
    fallback = None
    part = j < len(marks) and marks[j].sense("prep", "part") is not None
    for k, mark in enumerate(marks[j : j + 7], j):
        if in_a_name(marks, k) or (part and mark.sense("noun", "collective") is not None):
            continue  # "five | of one family": five persons
        if mark.value is not None or (mark.number is not None and mark.number.role in ("unit", "tens", "group")):
            if any(m.sense("noun", "age") for m in marks[k + 1 : k + 3]):
                continue  # "two 17-year-old boys": the second number is an age
            break
        for sense in mark.senses:
            if sense.kind == "noun" and sense.classes & {
                "unit",
                "people",
                "weapon_thing",
                "vehicle",
                "prisoner",
                "hostage",
                "truck",
                "post",
                "violate",
                "act",
                "corpse",
                "dead_people",
                "casualties",
                "harm",
            }:
                fallback = (
                    sense if fallback is None or ("act" in fallback.classes and "people" in sense.classes) else fallback
                )
                if "people" in sense.classes or "unit" in sense.classes:
                    return sense
        force = next((n.id for n in mark.actors if n.use == "name" and n.id.rpartition(".")[2] in _FORCES), None)
        if force is not None:
            # "two air force planes" counts planes: the force's own people only when nothing else is counted.
            held = Sense(
                "noun", mark.key, frozenset({"people", "soldier"}), info={"population": "army", "actor": force}
            )
            fallback = fallback or held
        if any(n.use == "demonym_noun" for n in mark.actors):
            return Sense(
                "noun", mark.key, frozenset({"people"}), info={"population": "nationals", "actor": mark.actors[0].id}
            )
    return fallback


def _population(count: Count, item: Item, knowledge: Knowledge) -> str | None:
    """Whom a number counts: a listed force ("Turkish soldiers" is TUR.army) or a neutral word with its nation."""
    if count.head is None or "people" not in count.head.classes:
        return None
    population = count.head.info.get("population")
    if population == "nationals":
        return f"nationals of {count.head.info.get('actor')}"
    ids = [a.id for a in item.actors if a.id and not a.person]
    if (population in ("army", "fighters") or "member" in count.head.classes) and ids:
        return ids[0]
    if population == "fighters":
        return "fighters"
    if population == "army":
        return "soldiers"
    if population in ("refugees", "civilians", "migrants") and ids:
        return f"{population} of {ids[0].split('.')[0]}"
    return population


def _tells_state(marks: list[Mark]) -> bool:
    """Whether any word is one for such a state; most phrases have none, and nothing more is asked of them."""
    for mark in marks:
        for sense in mark.senses:
            if sense.kind == "adj" and not _STATES.isdisjoint(sense.classes):
                return True
    return False


def told_state(item: Item) -> set[str]:
    """ "(left) a man dead": a state behind the person it is told of, so that it is told and not taken for granted."""
    found: set[str] = set()
    person = False
    if not _tells_state(item.marks):
        return found
    for mark in item.marks:
        if person:
            for sense in mark.senses:
                if sense.kind == "adj":
                    found |= sense.classes & _STATES
        elif mark.sense("noun", "people") is not None or any(a.start <= mark.start < a.end for a in item.actors):
            person = True
    return found
