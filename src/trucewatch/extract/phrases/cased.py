"""extract: noun phrases in languages whose nouns have cases: where one ends, which case it is in, what is whose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trucewatch.extract.phrases.composed import compose, is_titled
from trucewatch.extract.phrases.item import Item, is_quote
from trucewatch.extract.words.token import Mark
from trucewatch.languages.pack import Pack, Sense

if TYPE_CHECKING:
    from trucewatch.extract.knowledge import Knowledge

Cases = frozenset[str] | None
"""The cases that a word or phrase may be in; None where nothing tells."""

_HOLDS_NAMES = frozenset({"territory", "part_of", "speaker_noun", "facility", "zone", "base", "road", "border"})
"""Nouns that a name in its plain form may follow: "the town of X", "agency X"."""
_HEADS = ("noun", "name", "word", "demonym")
_LONGEST_END = 5
_UNKNOWN = frozenset({"num", "det", "ownpron", "adv", "punct"})


def may_be(item: Item, case: str) -> bool:
    """Whether a phrase can be in a case."""
    return item.cases is None or case in item.cases


def mark_cases(mark: Mark, tag: str, pack: Pack) -> Cases:
    """The cases of a word: by its own forms, else by how a strange name ends."""
    if mark.ending is not None:
        return frozenset({mark.ending}) if mark.ending in pack.lists["cases"] else None
    if not mark.is_word or mark.value is not None or tag in _UNKNOWN:
        return None
    known: frozenset[str] = frozenset()
    for sense in mark.senses:
        if sense.kind in ("noun", "adj", "title") or "attr" in sense.forms:
            known |= sense.forms & pack.lists["cases"]
    if known:
        return known
    if tag not in ("name", "demonym", "adj", "word") or len(mark.text) < 3:
        return None
    if any(name.text.isupper() for name in mark.actors):
        return None  # initials take no endings
    words = mark.key.split(" ")
    first, last = _by_ending(words[0], pack), _by_ending(words[-1], pack)
    if words[0].endswith(tuple(pack.lists.get("adjective_endings", ()))) and first & last:
        return first & last
    # Of a name of several words the first may be its head ("ministry of X") or the last ("first and last name").
    return first | last


def _by_ending(word: str, pack: Pack) -> frozenset[str]:
    for size in range(min(_LONGEST_END, len(word)), 0, -1):
        if word[-size:] in pack.endings:
            return pack.endings[word[-size:]]
    return pack.endings.get("*", frozenset())


def phrase_cases(item: Item, tags: Sequence[str], pack: Pack) -> Cases:
    """The cases that all words of a phrase may be in together; a number hides the case of what it counts."""
    if pack.settings.get("modifiers") != "after":
        last = [(m, t) for m, t in zip(item.marks, tags, strict=True) if m.ending or t in _HEADS]
        return mark_cases(*last[-1], pack) if last else None
    found: Cases = None
    own = pack.lists.get("own_words", ())
    for mark, tag in zip(item.marks, tags, strict=True):
        if tag == "num":
            # "четверых мужчин": a number may be in a case that no subject has.
            return pack.lists["cases"] - {"nom"} if mark.key in pack.lists.get("oblique_numbers", ()) else None
        if mark.key in own:
            # "They left their own homes": what is the subject's own is no subject.
            found = (found or pack.lists["cases"]) - {"nom"}
        cases = mark_cases(mark, tag, pack)
        if cases is not None:
            both = cases if found is None else found & cases
            found = both or found
    return found


def pronoun_cases(mark: Mark, pack: Pack) -> Cases:
    """Subject pronouns are listed; every other one is none."""
    if not pack.lists.get("cases"):
        return None
    if mark.key in pack.lists.get("subject_pronouns", ()):
        return frozenset({"nom"})
    return pack.lists["cases"] - {"nom"}


def begins_anew(marks: list[Mark], tags: Sequence[str], k: int, pack: Pack) -> bool:
    """Whether the word at `k` opens a noun phrase of its own: behind a noun only a name goes on with it."""
    before, tag = tags[k - 1], tags[k]
    if pack.settings.get("modifiers") != "after":
        return _closes(marks, tags, k, pack)
    if (tag == "num" and before == "word") or (before == "name" and marks[k].approximator is not None):
        return True
    if tag not in ("adj", "demonym", "noun", "name", "word"):
        return False
    mine, its = mark_cases(marks[k], tag, pack), mark_cases(marks[k - 1], before, pack)
    apart = mine is not None and its is not None and not mine & its
    if before in ("noun", "word") and tag == "name":
        sense = marks[k - 1].sense("noun")
        holds = marks[k - 1].sense("title") is not None or (sense is not None and bool(sense.classes & _HOLDS_NAMES))
        person = sense is None or "speaker_noun" in sense.classes or marks[k - 1].sense("title") is not None
        if not person and _full_name(marks, tags, k):
            return True
        plain = mine is not None and "nom" in mine
        return not (holds and (not apart or plain))
    if before in ("noun", "word") or (before == "name" and tag != "name"):
        return True
    return apart or (before == tag == "name" and bool(marks[k].actors and marks[k - 1].actors))


def _full_name(marks: list[Mark], tags: Sequence[str], k: int) -> bool:
    """Two strange names in a row: a person, whom "the region" before does not name."""
    after = marks[k + 1] if k + 1 < len(marks) else None
    strange = after is not None and not (after.places or after.actors or marks[k].actors)
    return strange and tags[k + 1] == "name"


def _closes(marks: list[Mark], tags: Sequence[str], k: int, pack: Pack) -> bool:
    """Whether the word before `k` closes its phrase, where the head stands last and its ending marks it."""
    before, tag = tags[k - 1], tags[k]
    if before not in ("noun", "name", "demonym") or tag not in ("adj", "demonym", "noun", "name", "word", "num", "det"):
        return False
    last, word = marks[k - 1], marks[k]
    if last.ending == "adj" or (last.ending is None and before == "demonym"):
        return False
    cases = mark_cases(last, before, pack)
    if cases is not None and "nom" not in cases:
        return True
    noun, head = last.sense("noun"), word.sense("noun")
    possessed = head is not None and "poss" in head.forms and "-" not in head.lemma
    if before == "name" or noun is None:
        return not possessed if tag in ("noun", "word") else tag != "name" or _two_names(last, word)
    doer = "people" in noun.classes and head is not None and "people" not in head.classes
    if doer and head is not None and (_is_object(marks, k, head) or not head.forms & {"nom", "poss"}):
        return True
    if head is not None and "plural" in head.forms and "people" in head.classes and not noun.classes & {"people"}:
        return not possessed  # "the helicopter | rebels (shot down)"
    titled = last.sense("title") is not None or "speaker_noun" in noun.classes
    if tag == "name":
        return not (titled and not word.places)
    return bool(noun.forms & {"plural", "poss"}) and not (possessed or last.sense("adj"))


def with_genitives(items: list[Item], pack: Pack, knowledge: Knowledge) -> list[Item]:
    """The items with each phrase in the genitive hung on the one before, and names on the office before them."""
    found: list[Item] = []
    for item in items:
        if item.kind != "np" or item.pronoun or not _hung(found, item, pack, knowledge):
            found.append(item)
    return found


def _hung(found: list[Item], item: Item, pack: Pack, knowledge: Knowledge) -> bool:
    """Hangs a phrase on what stands right before it, if it belongs there."""
    if pack.settings.get("modifiers") != "after":
        return _possessed(found, item)
    before = found[-1] if found else None
    second = found[-2] if len(found) > 1 else None
    if before is None or before.pronoun:
        return False
    if before.kind == "np" and _is_apposition(before, item):
        _take_name(before, item)
        return True
    if before.kind == "np" and _is_genitive(before, item, pack):
        _take_genitive(before, item, pack, knowledge)
        return True
    if second is None or second.kind != "np" or second.pronoun:
        return False
    named = second.head is not None or _is_strange_noun(second, pack)
    if is_quote(before) and item.head is None and item.actors and named and not second.actors:
        # 'the group "X"': the name in quotation marks says which.
        found.pop()
        _take_name(second, item)
        return True
    if before.kind == "prep" and "owner" in before.cls and second.classes & {"act", "violate"}:
        found.pop()
        second.owner, second.end, second.j = item, item.end, item.j
        return True
    return False


def _is_object(marks: list[Mark], k: int, noun: Sense) -> bool:
    """ "The army | the village | bombed": of two nouns before an active verb the second is its object, if it can be."""
    verb = marks[k + 1].sense("verb") if k + 1 < len(marks) else None
    active = verb is not None and "passive" not in verb.forms and not verb.classes & {"intransitive", "occur"}
    return active and {"acc", "poss"} <= noun.forms and "-" not in noun.lemma


def _two_names(last: Mark, word: Mark) -> bool:
    """ "the Syrian army | Idlib": two listed names side by side; a stranger's names go on."""
    return bool((last.actors or last.places) and (word.actors or word.places))


def joined_by_with(items: list[Item], pack: Pack) -> list[Item]:
    """ "X with | Y met": a word for "with" between two names that no ending marks joins them like "and"."""
    if pack.settings.get("order") != "sov":
        return list(items)
    found = list(items)
    for k in range(1, len(found) - 1):
        before, item, after = found[k - 1 : k + 2]
        names = before.kind == after.kind == "np" and bool(before.actors) and bool(after.actors)
        if item.kind == "prep" and "with" in item.cls and names and may_be(after, "nom"):
            item.kind, item.cls = "conj", frozenset({"and"})
    return found


def _possessed(found: list[Item], item: Item) -> bool:
    """ "the forces' | attack": a phrase in the genitive, taken up by the possessive ending of the one behind it."""
    before = found[-1] if found else None
    if before is None or before.kind != "np" or before.pronoun or before.cases != frozenset({"gen"}):
        return False
    if item.head is None or "poss" not in item.head.forms:
        return False
    item.owner, item.start, item.i = before, before.start, before.i
    if "speaker_noun" in item.classes and not item.actors:
        item.actors = list(before.actors)  # "the agency's report": the agency says it
    found[-1] = item
    return True


def _take_genitive(before: Item, item: Item, pack: Pack, knowledge: Knowledge) -> None:
    last = before
    while last.of and not last.parts and _closer(last.of[-1], item):
        last = last.of[-1]
    last.of.append(item)
    for holder in {id(before): before, id(last): last}.values():
        holder.end, holder.j = item.end, item.j
    compose(last, item, pack, knowledge)


def _closer(tail: Item, item: Item) -> bool:
    """Whether a further genitive belongs to the last one attached: "the ministry of defence of Turkey"."""
    return tail.head is not None and not tail.actors


def _is_genitive(before: Item, item: Item, pack: Pack) -> bool:
    if item.counts:
        return before.head is not None and bool(before.head.classes & {"harm"})
    own = item.cases is None or "gen" in item.cases
    fought = before.head is not None and "clash" in before.head.classes
    if fought and "property" in item.classes and item.cases is not None and "acc" in item.cases:
        return False  # "из-за боёв | дома | покинули": nobody fights of houses
    only_name = before.head is None and not before.classes and not is_titled(before)
    return own and not (only_name and not _is_strange_noun(before, pack))


def _is_strange_noun(item: Item, pack: Pack) -> bool:
    """A common noun that no list has: a small letter, no name, no number, no adjective's end."""
    last = item.marks[-1] if item.marks else None
    plain = last is not None and last.is_word and not last.capital and not last.senses and last.value is None
    if last is None or not plain or item.actors or item.places or item.counts:
        return False
    return not last.key.endswith(tuple(pack.lists.get("adjective_endings", ())))


def _is_apposition(before: Item, item: Item) -> bool:
    """An office or role with the name of who holds it behind it: "the minister of Turkey | Hulusi Akar"."""
    if item.head is not None or item.counts or not item.actors or not item.actors[0].person:
        return False
    titled = bool(before.classes & {"speaker_noun"}) or is_titled(before)
    agrees = before.cases is None or item.cases is None or bool(before.cases & item.cases)
    return titled and agrees


def _take_name(before: Item, item: Item) -> None:
    before.actors = [*item.actors, *(a for a in before.actors if not a.person)]
    before.marks = [*before.marks, *item.marks]
    before.end, before.j = item.end, item.j
