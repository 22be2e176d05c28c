"""extract: where a sentence names places: each name with the words beside it, and what is said to hold it.

"near the Qanater roundabout in the town of Adal in Homs province" gives three spots, each held by the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from trucewatch.extract.places.aside import aside_of, pass_on, role_of
from trucewatch.extract.places.beside import Beside
from trucewatch.extract.places.names import (
    area_by_adjective,
    called_alike,
    core_of,
    hold_each_other,
    is_common_word,
    leads_to_other_name,
    mark_street,
    names_a_kind,
    opens_quotation,
    quoted_name,
    short_state,
    take_whole_name,
    take_words_before,
)
from trucewatch.extract.places.persons import mark_people, stands_behind_powers
from trucewatch.extract.places.spot import Spot
from trucewatch.extract.places.ties import ENDS, FIRM, is_loose_end, is_side, tie, which_holds
from trucewatch.extract.words.token import Mark
from trucewatch.gazetteer import Entry, Gazetteer
from trucewatch.languages.fold import match_key
from trucewatch.languages.pack import Pack

_LANDS = frozenset({"province", "district"})
_BY_ENDING = {"loc": frozenset({"in"}), "dat": frozenset({"to"})}
"""What the ending of a name says, where a language has endings for prepositions."""
_JOINTS = frozenset("-'’")
_MOST_WORDS = 6


class Spotter:
    """Finds the spots of one sentence in its marks."""

    def __init__(self, marks: list[Mark], pack: Pack, gazetteer: Gazetteer) -> None:
        self.marks, self.words, self.gazetteer = marks, pack.places, gazetteer
        self.beside = Beside(marks, pack.places)
        self.caseless = pack.settings.get("script") == "caseless"
        self.holder_first = pack.settings.get("order") == "sov"
        """Whether what holds a place stands before it: "Adal ilçesine bağlı Bashir köyü"."""
        written = [m for m in marks if m.is_word and m.value is None]
        self.shouted = len(written) > 2 and all(m.capital for m in written) and not self.caseless

    def run(self) -> list[Spot]:
        """The spots in order, with their holders."""
        found: list[Spot] = []
        i = 0
        while i < len(self.marks):
            if not self._may_open(i):
                i += 1
                continue
            quoted = quoted_name(self.marks, i, self.words, self.gazetteer)
            j = quoted.j if quoted is not None else self._name_end(i)
            if j == i:
                i += 1
                continue
            for spot in [quoted] if quoted is not None else self._parted(i, j):
                if not self.caseless:
                    take_words_before(spot, self.marks, self.gazetteer)
                self._look_left(spot, found[-1] if found else None)
                self._look_right(spot)
                take_whole_name(spot, self.marks, self.gazetteer)
                beside = (*self.marks[spot.first : spot.i], *self.marks[spot.j : spot.last])
                spot.way = any(m.text in self.words.ways for m in beside)
                mark_street(spot, self.marks, self.words, caseless=self.caseless)
                mark_people(spot, self.marks, self.words, caseless=self.caseless)
                last = found[-1] if found else None
                if last is not None and called_alike(last, spot, self.marks, self.words):
                    found += [spot] if spot.entries else []
                elif spot.entries or self._is_stranger(spot, last):
                    spot.aside = spot.aside or aside_of(spot, self.marks, self.words)
                    if last is not None:
                        tie(spot, last, self.marks, stretch=self._is_stretch(last.i, spot.j, (last.i, spot.i)))
                    found.append(spot)
            i = j
            if found and found[-1].j == j and (short := short_state(found[-1], self.marks, self.gazetteer)) is not None:
                found[-1].holder = short
                found.append(short)
                i = short.j
        for spot in reversed(found):
            if spot.beside is not None and spot.holder is None and spot.beside.holder is not None:
                spot.holder = spot.beside.holder
        pass_on(found)
        ends = {id(s.other): s for s in found if s.other is not None}
        return [s for s in found if s.entries or not is_loose_end(s, ends.get(id(s)))]

    # names

    def _may_open(self, i: int) -> bool:
        """Whether a name may begin at a mark at all; at most marks none does, and nothing more is asked of them."""
        mark = self.marks[i]
        return mark.capital or mark.text in self.words.articles or opens_quotation(self.marks, i + 1)

    def _is_name(self, k: int) -> bool:
        mark = self.marks[k]
        barred = not self.caseless and role_of(mark, self.words) == "plain"
        if barred or not mark.is_word or not mark.capital or mark.value is not None or mark.times:
            return False
        if mark.places:
            common = is_common_word(mark) or role_of(mark, self.words) == "plain"
            if self.caseless and common and self.beside.kind(k - 1) is None:
                return False
            part = self._is_article(k) and not self._goes_on(k)
            return " " in mark.key or (self.beside.kind(k) is None and not part) or self.beside.kind(k - 1) is not None
        if self.caseless:
            known = mark.senses and not leads_to_other_name(self.marks, k) and not self._opens(k)
            plain = known or mark.actors or mark.number is not None or role_of(mark, self.words) == "plain"
            quoted = k > 0 and self.marks[k - 1].text == '"'
            return not plain and self.beside.kind(k - 2 if quoted else k - 1) is not None
        actor = any(a.id and a.use != "metonym" for a in mark.actors)
        closed = bool(mark.kinds() & {"det", "pron", "conj", "prep", "title", "aux", "sub", "poss"})
        return not actor and not self.shouted and not (closed and not self._is_article(k)) and k > 0

    def _opens(self, k: int) -> bool:
        """Whether a word that opens names opens one behind a word for a place: "the village of Umm Adal"."""
        mark = self.marks[k]
        if mark.text not in self.words.openers or self.beside.kind(k - 1) is None or k + 1 >= len(self.marks):
            return False
        titled = mark.sense("title") is not None and self.beside.kind(k - 1) == "part"  # the house of a sheikh
        return not titled and len(self.marks[k + 1].text) > 1 and self._may_end_name(k + 1)

    def _may_end_name(self, k: int) -> bool:
        """Whether a word goes on a name that a word like "Abu" opens, in a script without capitals."""
        mark = self.marks[k]
        closed = mark.kinds() & {"prep", "conj", "rel", "comp", "sub", "neg", "aux", "det", "pron"}
        return mark.is_word and mark.value is None and not mark.times and not closed and self.beside.kind(k) is None

    def _goes_on(self, k: int) -> bool:
        """Whether a small word that is itself a place somewhere begins a longer name: "Abu Hammam", not "La Paz"."""
        after = self.marks[k + 1] if k + 1 < len(self.marks) else None
        return self.marks[k].capital and after is not None and after.capital and self.beside.kind(k + 1) is None

    def _is_article(self, k: int) -> bool:
        """Whether a small word is part of a name: "as-Safira", but not "as Safira fell"."""
        if not 0 <= k < len(self.marks) or self.marks[k].text not in self.words.articles or " " in self.marks[k].key:
            return False
        joined = k + 1 < len(self.marks) and self.marks[k + 1].text in _JOINTS
        if self.holder_first:
            return joined
        return joined or self.marks[k].capital or not self.marks[k].kinds() & {"prep", "det", "conj", "sub", "pron"}

    def _name_end(self, i: int) -> int:
        """Where the name that begins at mark `i` ends; `i` itself where none does."""
        k = i
        if self._is_article(i) and not self.marks[i].capital:
            k = i + 2 if i + 1 < len(self.marks) and self.marks[i + 1].text == "-" else i + 1
        if k >= len(self.marks) or not self._is_name(k):
            return i
        end = k + 1
        if self.marks[k].places and stands_behind_powers(k, self.marks, self.words):
            return end
        while end < len(self.marks) and end - i < 2 * _MOST_WORDS:
            step = self._next_part(end)
            if step == end:
                break
            end = step
        opens = self.marks[i].text in self.words.openers and " " not in self.marks[i].key
        return i if self.caseless and end == i + 1 and opens else end

    def _next_part(self, k: int) -> int:
        """Where the next part of a name ends that goes on at `k`: over hyphens and articles, never over a gap."""
        start = k
        if self.caseless:
            before = self.marks[k - 1] if k else None
            opens = before is not None and before.text in self.words.articles and not before.places
            opens = opens or (k < len(self.marks) and self._opens(k - 1) and self.marks[k].sense("verb") is None)
            opens = opens or (k < len(self.marks) and leads_to_other_name(self.marks, k, least=1))
            return k + 1 if opens and k < len(self.marks) and self._may_end_name(k) else k
        while k < len(self.marks) and self.marks[k].text in _JOINTS and self.marks[k].glued:
            k += 1
        while self._is_article(k) and k + 1 < len(self.marks):
            k += 1
            while k < len(self.marks) and self.marks[k].text in _JOINTS:
                k += 1
        if k >= len(self.marks) or not self._is_name(k):
            return start
        if not self.marks[k].places and self._ends_name(k):
            return start
        return k + 1

    def _parted(self, i: int, j: int) -> list[Spot]:
        """The spots of a name; an adjective that a word for a province follows is one of its own: "Изюм Харьковской
        области".
        """
        area = area_by_adjective(self.marks, j, self.beside.kind(j), self.gazetteer)
        if area is None:
            return self._spots(i, j)
        spot = self._spot(j - 1, j, area)
        spot.link = "comma" if j - 1 > i else ""
        return [*(self._spots(i, j - 1) if j - 1 > i else []), spot]

    def _ends_name(self, k: int) -> bool:
        """Whether a large word is no part of the name before it: "Adal Refugee Camp", "Adal Police"."""
        local = role_of(self.marks[k], self.words) == "local"
        return local or self.beside.kind(k) is not None or self.beside.kind_of_words(k) is not None

    def _spots(self, i: int, j: int) -> list[Spot]:
        """One spot for the whole name where it is known or unknown as a whole; one each for known names in a row."""
        marks = self.marks[i:j]
        named = [k for k in range(i, j) if self.marks[k].places]
        key = _key(marks)
        if self._is_stretch(i, j, named):
            return [self._spot(k, k + 1, self.marks[k].places) for k in (i, j - 1)]
        if len(named) == 1:
            mark = self.marks[named[0]]
            rest = [m for k, m in enumerate(marks, i) if k != named[0] and m.is_word and not self._is_article(k)]
            if not rest:
                whole = self.gazetteer.lookup(key) if len(marks) > 1 else ()
                opened = any(m.text in self.words.openers for k, m in enumerate(marks, i) if k != named[0])
                return [self._spot(i, j, whole or (() if opened else mark.places))]
        known = bool(named) and all(m.places and not self._is_article(i + n) for n, m in enumerate(marks))
        if len(named) > 1 and known and (self.caseless or self.holder_first or hold_each_other(marks)):
            return [self._spot(k, k + 1, self.marks[k].places) for k in named]
        return [self._spot(i, j, self.gazetteer.lookup(key) if len(marks) > 1 else ())]

    def _is_stretch(self, i: int, j: int, named: Sequence[int]) -> bool:
        """Whether two names with a hyphen, one known, stand before a word for a place: "the Adal-Bashir road"."""
        dashed = [m.text == "-" for m in self.marks[i:j]]
        ends = bool(named) and dashed == [False, True, False] and self.marks[i].text not in self.words.articles
        before = i - 1 - (i > 0 and self.marks[i - 1].text == '"')
        ends = ends and (self.beside.kind(j) is not None or (i > 0 and self.beside.kind(before) == "site"))
        return ends and not self.gazetteer.lookup(_key(self.marks[i:j]))

    def _spot(self, i: int, j: int, entries: tuple[Entry, ...]) -> Spot:
        marks = self.marks[i:j]
        key = _key(marks)
        agent = any(a.id for m in marks for a in m.actors)
        core = core_of(marks, self.words) if not entries else ""
        return Spot(i, j, marks[0].start, marks[-1].end, entries, key, first=i, last=j, agent=agent, core=core)

    def _is_stranger(self, spot: Spot, last: Spot | None) -> bool:
        """Whether an unknown name stands where a place stands."""
        if self.shouted or spot.agent or names_a_kind(spot, self.marks, self.words):
            return False
        words = [m for m in self.marks[spot.i : spot.j] if m.is_word]
        if words and words[-1].sense("noun", "people") is not None and spot.kind != "part":
            return False  # "the 5th Armoured Division checkpoint" is not called after a place
        if len(words) > _MOST_WORDS or all(len(m.text) < 2 for m in words):
            return False
        if spot.link == "and" and last is not None and last.prep & FIRM:
            return True
        return bool(spot.prep & FIRM) or spot.kind is not None or self._is_taken(spot.first)

    def _is_taken(self, first: int) -> bool:
        """Whether a verb of taking ground stands before a name: "captured Adal"."""
        before = self.marks[first - 1] if first else None
        return before is not None and any(s.kind == "verb" and "capture" in s.classes for s in before.senses)

    # words beside them

    def _look_left(self, spot: Spot, last: Spot | None) -> None:
        k, floor = spot.i - 1, last.last if last is not None else 0
        while k >= floor:
            mark = self.marks[k]
            kinds = mark.kinds()
            if (taken := self._take_beside(spot, k)) is not None:
                k = taken
            elif mark.sense("prep", "of") or mark.sense("poss") or self.beside.is_reckoned(k):
                held = which_holds(last, spot) if k == floor and last is not None and mark.sense("prep") else ""
                if held or not self._goes_before(k):
                    whose: Literal["poss", ""] = "poss" if floor and k == floor else ""
                    spot.link = held or ("of" if k == floor and mark.sense("prep") else whose)
                    break
            elif mark.sense("prep") and not mark.sense("det") and not self._follows_side(k):
                spot.prep = frozenset(c for s in mark.senses if s.kind == "prep" for c in s.classes)
                spot.bearing = spot.bearing if spot.bearing is not None else self.beside.bearing_within(mark)
                k -= 1
                break
            elif self.beside.links_ends(k):
                spot.prep = ENDS
                k -= 1
                break
            elif not (kinds & {"det", "adj", "prep"} or mark.text in '"-') or role_of(mark, self.words) == "belongs":
                break
            k -= 1
        if k >= floor:
            k = self._said_to_lie(spot, k, floor)
        self._distance(spot, k, floor)
        if self.holder_first and not spot.prep:
            spot.prep = _BY_ENDING.get(self.marks[spot.j - 1].ending or "", spot.prep)
        if self.caseless and not spot.prep and is_side(spot) and self.marks[spot.i].text in self.words.compass:
            spot.prep = frozenset({"in"})  # "شرقي حمص" needs no preposition
        spot.first = k + 1
        if floor:
            self._link(spot, k, floor)

    def _take_beside(self, spot: Spot, k: int) -> int | None:
        """Takes the compass word or kind of place that ends at mark `k`, and says where it begins; None for others."""
        if (bearing := self.beside.bearing(k)) is not None:
            spot.of = spot.of or mark_is_of(self.marks, k + 1) or (self.caseless and bearing[1] is not None)
            spot.bearing = spot.bearing if spot.bearing is not None else bearing[1]
            whole = " " in self.marks[bearing[0]].key  # "in the middle of the city" is one
            spot.kind = spot.kind or (self.beside.kind(bearing[0]) if whole else None)
            return bearing[0]
        if (kind := self.beside.kind(k)) is not None:
            spot.around = spot.around or (spot.kind == "settlement" and kind == "around")
            spot.kind = spot.kind or kind
            return k
        several = self.beside.kind_up_to(k)
        if several is not None:
            spot.kind = spot.kind or several[0]
        return None if several is None else several[1]

    def _goes_before(self, k: int) -> bool:
        """Whether a compass word or a kind of place stands before the "of" at mark `k`."""
        several = k > 0 and self.beside.kind_up_to(k - 1) is not None
        return several or self.beside.bearing(k - 1) is not None or self.beside.kind(k - 1) is not None

    def _follows_side(self, k: int) -> bool:
        """Whether a preposition stands behind a side of a countryside, whose side follows: Arabic says "to" there."""
        if not self.caseless or self.marks[k].sense("prep") is None:
            return False
        side = self.beside.bearing(k - 1)
        return side is not None and side[1] is not None and self.beside.kind(side[0] - 1) == "around"

    def _link(self, spot: Spot, k: int, floor: int) -> None:
        """What parts a spot, whose words begin behind mark `k`, from the one before it, which ends at `floor`."""
        beside = k + 1 == floor + 1 and self.marks[floor].text in ",("
        if beside or (spot.km is not None and self._follows_name(k, floor)):
            spot.link = "comma"
        elif k == floor and self.marks[floor].sense("conj", "and"):
            spot.link = "and"
        elif k + 1 == floor and (spot.prep or spot.of or spot.bearing is not None or is_side(spot)):
            spot.link = spot.link or "of"

    def _said_to_lie(self, spot: Spot, k: int, floor: int) -> int:
        """A word such as "belonging to" makes a name the holder of the one before it, or the reverse where it follows
        what holds: "Adal ilçesine bağlı Bashir köyü"; "located" stands between a school and where it is.
        """
        role = role_of(self.marks[k], self.words)
        if role != "belongs":
            return k - (role == "lies" and bool(spot.prep))
        if self.holder_first and k == floor:
            spot.link = "poss"
        else:
            spot.prep, spot.around = frozenset({"of"}), True
        return k - 1

    def _distance(self, spot: Spot, k: int, floor: int) -> None:
        """ "12 km" before "south of Adal", or before "from Adal"."""
        if not (spot.of or spot.prep & {"from"}):
            return
        while k > floor and self.marks[k].kinds() & {"adv", "adj"}:
            k -= 1
        if k > floor and (factor := self.words.lengths.get(self.marks[k].text)) is not None:
            number = self.marks[k - 1].value
            spot.km = number * factor if number is not None else None

    def _follows_name(self, k: int, floor: int) -> bool:
        """Whether a distance that ends at mark `k` stands right behind a name: "Adal (16 km east of", "Adal, 5 km"."""
        between = self.marks[floor : k - 1]
        return all(m.text in ",(" or m.sense("prep") or m.sense("adv") for m in between)

    def _look_right(self, spot: Spot) -> None:
        if self.caseless:
            return  # there such words stand before a name, and what follows belongs to the next
        k = spot.j
        while k < len(self.marks):
            mark = self.marks[k]
            if self.beside.kind(k) is not None and not mark.places:
                if (
                    k > spot.j
                    and self.beside.kind(k) in _LANDS
                    and mark_is_of(self.marks, k + 1)
                    and k + 2 < len(self.marks)
                    and self._is_name(k + 2)
                ):
                    break  # "Syria's northern province of Adal": the province is Adal
                spot.kind = spot.kind if spot.kind in ("part", "site", "county") else self.beside.kind(k)
                spot.last = k + 1
            elif (bearing := self.beside.bearing(k)) is not None and self.beside.kind(k + 1) is not None:
                spot.bearing = spot.bearing if spot.bearing is not None else bearing[1]
            elif (several := self.beside.kind_of_words(k)) is not None:
                spot.kind, spot.last = several
                k = several[1] - 1
            elif not (mark.sense("poss") or mark.text in "'-)" or (spot.entries and self.beside.describes_kind(k))):
                break
            k += 1


def _key(marks: list[Mark]) -> str:
    """The match key of a name of several marks."""
    return match_key(" ".join(m.key if m.places else m.text for m in marks))


def mark_is_of(marks: list[Mark], k: int) -> bool:
    """Whether the mark at `k` is a word for "of"."""
    return k < len(marks) and bool(marks[k].sense("prep", "of") or marks[k].sense("prep", "from"))
