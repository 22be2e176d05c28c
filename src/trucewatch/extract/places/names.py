"""extract: names of places as texts write them: between quotation marks, twice in a row, short behind a comma."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.extract.places.spot import Spot
from trucewatch.extract.words.token import Mark
from trucewatch.gazetteer import Entry, Gazetteer
from trucewatch.gazetteer.inflect import is_adjective, plain_keys
from trucewatch.languages.fold import match_key
from trucewatch.languages.placewords import PlaceKind, PlaceWords

_QUOTES = frozenset('"«»“”')
_PARTS = frozenset("/(") | _QUOTES
_KNOWN = 100_000
"""Inhabitants from which a town is meant also where its name is a common word."""
_MOST_QUOTED = 3
_NAMED_BEHIND = frozenset({None, "site", "camp", "part", "around"})
"""Kinds of names that may be one with the small word behind them."""
_MOST_BEFORE = 4
_PAIR = 2
"""Marks before a name that may belong to it: "southern suburbs of"."""
_MOST_CALLED = 4
"""Marks between a name and another name of the same place: "also known as"."""
_NAMED_ALIKE = frozenset({"settlement", "camp", "around", "district"})


def is_common_word(mark: Mark) -> bool:
    """Whether a name is a noun of the language too and known only of lesser towns of the world index: "in a statement"
    is written like the name of one. Behind a word for a place it is meant all the same.
    """
    small = all(e.kind == "world" and (e.population or 0) < _KNOWN for e in mark.places)
    return small and " " not in mark.key and mark.sense("noun") is not None


def is_street(marks: list[Mark], words: PlaceWords) -> bool:
    """Whether words up to a name, or right behind it, make a street of it. What may be a word of another kind is part
    of the name where it is written large: "Oxford Road", but "the Homs road".
    """
    if not (marks and words.streets) or not all(words.may_be_street(m.text) for m in marks):
        return False
    if not all(m.is_word or m.text in "'’" for m in marks):
        return False
    said = match_key(" ".join(m.text for m in marks))
    return said in words.streets and (words.kinds.get(said.partition(" ")[0]) == "part" or marks[0].capital)


def mark_street(spot: Spot, marks: list[Mark], words: PlaceWords, *, caseless: bool) -> None:
    """Takes from a street the town that it is called after; what comes behind a name belongs to the next in Arabic."""
    behind = not caseless and is_street(marks[spot.j : spot.j + 1], words)
    if behind or any(is_street(marks[k : spot.i], words) for k in (spot.i - 1, spot.i - 2) if k >= 0):
        spot.entries, spot.kind = (), "part"
        spot.last = max(spot.last, spot.j + behind)


def hold_each_other(marks: list[Mark]) -> bool:
    """Whether of two names in a row one holds the other: "Paris Texas", and not "Kyle Lincoln", who is somebody."""
    one, other = ({i for e in m.places for i in (e.id, *e.within)} for m in (marks[0], marks[-1]))
    return bool({e.id for e in marks[0].places} & other or {e.id for e in marks[-1].places} & one)


def opens_quotation(marks: list[Mark], i: int) -> bool:
    """Whether a quotation mark stands at `i`."""
    return i < len(marks) and marks[i].text in _QUOTES


def quoted_name(marks: list[Mark], i: int, words: PlaceWords, gazetteer: Gazetteer) -> Spot | None:
    """A name whose second part stands between quotation marks behind a word for a place: 'the "Adal" dam' in Arabic."""
    if i + 3 >= len(marks) or not opens_quotation(marks, i + 1) or words.kinds.get(marks[i].text) is None:
        return None
    for j in range(i + 3, min(i + 3 + _MOST_QUOTED, len(marks))):
        if marks[j].text in _QUOTES:
            key = match_key(" ".join(m.key for m in (marks[i], *marks[i + 2 : j])))
            entries = gazetteer.lookup(key)
            if entries and not marks[i + 2].places:
                return Spot(i, j, marks[i].start, marks[j - 1].end, entries, key, first=i, last=j)
            return None
    return None


def leads_to_other_name(marks: list[Mark], k: int, least: int = 0) -> bool:
    """Whether an unknown name goes on at mark `k` up to a sign behind which a known place is named: "X Y/Adal"."""
    for n in range(k + 1 - least, min(k + 3, len(marks) - 1)):
        if marks[n].text in "/(":
            return bool(marks[n + 1].places) and n > k - least
        if not marks[n].is_word:
            return False
    return False


def called_alike(last: Spot, spot: Spot, marks: list[Mark], words: PlaceWords) -> bool:
    """Whether two names in a row are names of one place, of which one is unknown: it gets what the other one means."""
    between = marks[last.last : spot.i]
    if (
        not between
        or len(between) > _MOST_CALLED
        or bool(last.entries) == bool(spot.entries)
        or spot.kind == "province"
    ):
        return False
    said = match_key(" ".join(m.key for m in between if m.text not in ",("))
    called = words.roles.get(said) == "called"
    if not called and not (all(m.text in _PARTS for m in between) and spot.first >= spot.i - 1):
        return False
    known, unknown = (last, spot) if last.entries else (spot, last)
    if not any(e.level in ("settlement", "site", "district") for e in known.entries):
        return False
    if known is spot and not called and any(e.level == "province" for e in known.entries):
        return False  # "the village of Adal (Idlib)" lies in Idlib
    if unknown is spot and (spot.agent or not (called or between[0].text == "/")):
        return False  # what stands in brackets behind a known name is as often its house or its province
    if unknown is last and between[0].text != "/" and not called and last.kind not in _NAMED_ALIKE:
        return False
    last.entries, last.called = known.entries, unknown.key
    return True


def short_state(spot: Spot, marks: list[Mark], gazetteer: Gazetteer) -> Spot | None:
    """The short name of a state behind a town and a comma: "Naples, Fla.", "Salem, N.H."."""
    k = spot.last
    if k + 1 >= len(marks) or marks[k].text != ",":
        return None
    words: list[str] = []
    j = k + 1
    while j < len(marks) and len(words) < 3 and marks[j].capital and len(marks[j].text) <= 5:
        words.append(marks[j].text)
        stop = j + 1 < len(marks) and marks[j + 1].text == "."
        j += 2 if stop else 1
        if not (stop and j < len(marks) and marks[j].glued):
            break
    entry = gazetteer.behind(" ".join(words)) if words else None
    if entry is None:
        return None
    start, end = marks[k + 1].start, marks[j - 1].end
    return Spot(k + 1, j, start, end, (entry,), " ".join(words), first=k + 1, last=j, link="comma")


def core_of(marks: list[Mark], words: PlaceWords) -> str:
    """What is left of an unknown name without the word for a side that it begins or ends with: "Adal" of "East Adal"
    and of "Adal al-Balad".
    """
    bare = [m for m in marks if m.text != "-"]
    for n in (1, 2):
        for side, rest in ((bare[:n], bare[n:]), (bare[-n:], bare[:-n])):
            if rest and match_key(" ".join(m.text for m in side)) in words.compass:
                return match_key(" ".join(m.key if m.places else m.text for m in rest))
    return ""


def names_a_kind(spot: Spot, marks: list[Mark], words: PlaceWords) -> bool:
    """Whether an unknown name is made of words for places and sides alone: "the Block 9 of Adal", "the West Side"."""
    said = [m for m in marks[spot.i : spot.j] if m.is_word and m.value is None]
    return all(m.key.rpartition(" ")[2] in words.kinds or m.text in words.compass for m in said)


def take_whole_name(spot: Spot, marks: list[Mark], gazetteer: Gazetteer) -> None:
    """Gives a name the entries of what it names together with the word behind it: "the Adal crossing" is not Adal."""
    if spot.kind not in _NAMED_BEHIND or spot.j >= len(marks) or not marks[spot.j].is_word or marks[spot.j].capital:
        return
    end = max(spot.last, spot.j + 1)
    own = tuple(e for e in gazetteer.lookup(_said(marks[spot.i : end])) if e.kind != "world")
    if own and own[0].level in ("site", "settlement", "zone"):
        spot.whole, spot.entries, spot.last = True, own, end


def _said(marks: Sequence[Mark]) -> str:
    """The match key of words as a name."""
    return match_key(" ".join(m.key if m.places else m.text for m in marks if m.is_word))


def take_words_before(spot: Spot, marks: list[Mark], gazetteer: Gazetteer) -> None:
    """Gives a name the entries of what small words before it name with it: "le terminal d'Adal" is not Adal."""
    for first in range(max(0, spot.i - _MOST_BEFORE), spot.i):
        head = marks[first]
        if not head.is_word or (gazetteer.longest.get(head.text) or 0) < _PAIR:
            continue  # no name of several words begins so
        if head.sense("prep") is not None or head.sense("det") is not None:
            continue
        key = _said(marks[first : spot.j])
        own = gazetteer.lookup(key)
        if own := tuple(e for e in own if _is_another(e, spot)):
            spot.i, spot.first, spot.start = first, first, head.start
            spot.entries, spot.key, spot.core, spot.agent = own, key, "", False
            return


def _is_another(entry: Entry, spot: Spot) -> bool:
    """Whether an entry of our own is none of a name's, nor the side of the province of that name."""
    if entry.kind == "world" or entry.level not in ("site", "settlement", "zone") or entry in spot.entries:
        return False
    return entry.level != "zone" or all(e.level != "province" for e in spot.entries)


def area_by_adjective(marks: list[Mark], j: int, kind: PlaceKind | None, places: Gazetteer) -> tuple[Entry, ...] | None:
    """What an adjective that ends a name at `j` means with the word for a province behind it ("Харьковской области");
    None where it is none.
    """
    if kind not in ("province", "district") or j < 1 or marks[j - 1].places or not is_adjective(marks[j - 1].text):
        return None
    keys = plain_keys(match_key(f"{marks[j - 1].text} {marks[j].text}"))
    return next((found for key in keys if (found := places.lookup(key))), ())
