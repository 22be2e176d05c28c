"""extract: sentences whose verbs close their clauses, put in the order subject, verb, object that clauses are read in.

What a clause says of itself stands before its verb, and a clause inside another before the verb that governs it: "the
ministry | soldiers-of | its-having-killed | said". Postpositions and cases become prepositions, participles stand
behind their nouns, and what is said, wanted or set as a condition behind or before the verb that says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from trucewatch.extract.phrases.item import Item, is_quote

_CASE_WORDS = {"loc": ("in",), "dat": ("to", "on"), "abl": ("from",), "ins": ("with",)}
"""What the endings of nouns say, as prepositions do in other languages."""
_LIGHT = frozenset({"begin", "deal", "throw", "generic", "organise", "plan"})
"""Verbs beside which a lone bare noun is what is done and not who does it: "launched an attack"."""
_NO_OBJECT = frozenset({"intransitive", "occur", "copula", "impact", "rise", "collapse", "effect"})


_LABEL = 2
"""Items of a name with its colon, which says who speaks."""


@dataclass(slots=True)
class _Unit:
    """A noun phrase with its preposition, or another item; `tail` is the participle clause that describes it."""

    item: Item
    prep: Item | None = None
    tail: list[Item] = field(default_factory=list)

    @property
    def bare(self) -> bool:
        """A noun phrase that nothing governs."""
        return self.item.kind == "np" and self.prep is None

    @property
    def parts_clauses(self) -> bool:
        """A comma or connective."""
        return self.item.kind in ("conj", "punct", "sub", "comp")

    def may_be(self, case: str) -> bool:
        """Whether the phrase can be in a case."""
        return self.bare and (self.item.cases is None or case in self.item.cases)

    def flat(self) -> list[Item]:
        """The items in reading order."""
        return [*([self.prep] if self.prep else []), self.item, *self.tail]


def verb_last(items: list[Item]) -> list[Item]:
    """The items of a sentence, clause by clause in reading order; what is quoted is put in order by itself."""
    if len(items) > _LABEL and items[0].kind == "np" and items[1].kind == "punct" and items[1].marks[0].text == ":":
        return [*items[:_LABEL], *verb_last(items[_LABEL:])]  # "Baku: Armenia broke the truce"
    opens = next((k for k, i in enumerate(items) if is_quote(i)), None)
    closes = next((k for k in range(len(items) - 1, -1, -1) if is_quote(items[k])), None)
    if opens is not None and closes is not None and closes > opens + 1:
        inside = items[opens + 1 : closes]
        if any(i.kind == "vg" for i in inside):
            return _around_quote(items[:opens], items[opens], inside, items[closes], items[closes + 1 :])
    return _Reader(_units(items)).run()


def _around_quote(before: list[Item], left: Item, inside: list[Item], right: Item, after: list[Item]) -> list[Item]:
    """'The president, "...", said': who says it stands before what is said, the verb behind it."""
    if not any(i.kind == "vg" for i in after) or any(i.kind == "vg" and i.form == "finite" for i in before):
        return [*_Reader(_units(before)).run(), left, *verb_last(inside), right, *_Reader(_units(after)).run()]
    outer = [i for i in before if not (i.kind == "punct" and i is before[-1])]
    return [*_Reader(_units([*outer, *after])).run(), left, *verb_last(inside), right]


def _units(items: list[Item]) -> list[_Unit]:
    """Noun phrases with what their postpositions or endings say."""
    found: list[_Unit] = []
    for item in items:
        before = found[-1] if found else None
        if item.kind in ("prep", "accord") and before is not None and before.item.kind in ("np", "time"):
            before.prep = item
            continue
        if item.kind == "np":
            found.append(_Unit(item, _by_case(item)))
        else:
            found.append(_Unit(item))
    return found


def _by_case(item: Item) -> Item | None:
    cases = item.cases or frozenset()
    if not cases or cases & {"nom", "acc", "gen"}:
        return None
    told = next((words for case, words in _CASE_WORDS.items() if case in cases), None)
    if told is None:
        return None
    made = Item("prep", item.i, item.i, item.start, item.start)
    made.cls, made.marks = frozenset(told), item.marks[:1]
    return made


def _word(kind: str, cls: str, at: Item) -> Item:
    """A connective that the form of a verb says."""
    made = Item(kind, at.i, at.i, at.start, at.start)  # type: ignore[arg-type]
    made.cls, made.marks = frozenset({cls} if cls else ()), at.marks[:1]
    return made


def _forms(verb: Item) -> frozenset[str]:
    return verb.verb.forms if verb.verb is not None else frozenset()


class _Reader:
    """Reads units from left to right; what stands before a verb is its own, or waits for the verb that governs it."""

    def __init__(self, units: Sequence[_Unit]) -> None:
        self.units = list(units)
        self.waiting: list[_Unit] = []
        self.told: list[list[Item]] = []
        """Clauses that the next finite verb says or wants."""
        self.beside: list[list[Item]] = []
        """Clauses with a converb: they share the next subject."""
        self.conditions: list[list[Item]] = []
        self.out: list[Item] = []

    def run(self) -> list[Item]:
        """All items, in reading order."""
        k = 0
        while k < len(self.units):
            unit = self.units[k]
            if unit.item.kind != "vg":
                self.waiting.append(unit)
                k += 1
                continue
            after = self.units[k + 1] if k + 1 < len(self.units) else None
            k += 1 if self._describes(unit.item, after) else 0
            k += 1
        if self.told or self.conditions or self.beside:
            self._close(None)
        self.out += [i for u in self.waiting for i in u.flat()]
        return self.out

    def _describes(self, verb: Item, after: _Unit | None) -> bool:
        """Takes a verb; True when it describes the noun behind it, which then is taken too."""
        forms = _forms(verb)
        noun = after is not None and after.item.kind == "np" and not after.item.pronoun
        if noun and after is not None and ("attr" in forms or ("nominal" in forms and _bare_nominal(verb))):
            self._participle(verb, after)
            return True
        if after is not None and "nominal" in forms and after.item.kind == "prep" and "by" in after.item.cls:
            self._cause(verb)
            return True
        if "necessary" in verb.classes and self.told:
            self._must(verb)
        elif "nominal" in forms or verb.form == "infinitive":
            self._embedded(verb)
        elif "condition" in forms or "when" in forms:
            link = "condition" if "condition" in forms else "time"
            block = [_word("sub", link, verb), *_clause(self.waiting, verb)]
            self.conditions.append(block)
            self.waiting = []
        elif verb.form in ("gerund", "participle"):
            rest, own = self._split_objects()
            self.beside.append([verb, *(i for u in own for i in u.flat())])
            self.waiting = rest
        else:
            self._close(verb)
        return False

    def _participle(self, verb: Item, noun: _Unit) -> None:
        rest, own = self._split_objects(owner="nominal" in _forms(verb))
        flat = [i for u in own for i in u.flat()]
        self.waiting = rest
        speaker = noun.item.classes & {"speaker_noun"} and not noun.item.actors
        source = next((u.item for u in own if u.item.kind == "np" and u.item.actors), None)
        if speaker and source is not None:
            # "the statement made by the ministry": the ministry's.
            noun.item.owner, noun.item.actors = noun.item.owner or source, list(source.actors)
            noun.item.start = min(noun.item.start, *(i.start for i in flat))
        elif not verb.classes & {"generic", "copula", "begin"} or verb.classes & {"harm"}:
            if verb.passive or verb.classes & {"intransitive"}:
                verb.form = "participle"
            noun.tail = [verb, *flat]
        else:
            noun.tail = flat if noun.item.owner is not None else _taken_as_owner(own, noun.item)
        self.waiting.append(noun)

    def _split_objects(self, *, owner: bool = False) -> tuple[list[_Unit], list[_Unit]]:
        """The end of what waits that belongs to a participle or converb: its objects and prepositional phrases."""
        k = len(self.waiting)
        while k and not self.waiting[k - 1].parts_clauses:
            unit = self.waiting[k - 1]
            marked = any(u.bare and u.item.cases and "acc" in u.item.cases for u in self.waiting[k:])
            if unit.may_be("nom") and unit.item.cases is not None and (marked or not unit.may_be("acc")):
                break
            if unit.bare and unit.item.cases is None and k == len(self.waiting) - 1 and not owner:
                break
            k -= 1
        return self.waiting[:k], self.waiting[k:]

    def _embedded(self, verb: Item) -> None:
        """A clause that is said or wanted: from its own subject, in the genitive, on; what stands before waits."""
        units = self.waiting
        own = next((k for k, u in enumerate(units) if u.bare and u.item.cases == frozenset({"gen"})), None)
        cut = _begins(units, own, verb)
        inner, self.waiting = units[cut:], units[:cut]
        if own is None and (doer := self._doer_beside()) is not None:
            inner.insert(0, doer)
        marked = [u for u in inner if u.bare and u.item.cases and "acc" in u.item.cases]
        if verb.form == "infinitive" and own is None and len(marked) > 1:
            # "accused | Damascus | of breaking | the truce": the first is whom the governing verb is about.
            inner.remove(marked[0])
            self.waiting.append(marked[0])
        gerunds = [i for block in self.beside for i in block]
        self.beside = []
        body = [*_clause(inner, verb, embedded=True), *gerunds]
        self.told.append(body if verb.form == "infinitive" else [_word("comp", "", verb), *body])

    def _cause(self, verb: Item) -> None:
        """ "As a result of the bomb's going off": what is named as a cause has happened."""
        verb.form, verb.tense = "finite", "past"
        self.conditions.append([_word("sub", "cause", verb), *_clause(self.waiting, verb, embedded=True)])
        self.waiting = []

    def _doer_beside(self) -> _Unit | None:
        """ "the army's | the truce | breaking | the town | having shelled": who did both stands with the first."""
        for block in self.beside:
            own = next((i for i in block if i.kind == "np" and i.cases == frozenset({"gen"})), None)
            if own is not None:
                block.remove(own)
                return _Unit(own)
        for item in (i for block in self.beside for i in block if i.kind == "np" and i.owner is not None):
            owner, forms = item.owner, item.head.forms if item.head is not None else frozenset()
            if owner is not None and {"acc", "poss"} <= forms and (owner.actors or "people" in owner.classes):
                item.owner, item.start = None, item.marks[0].start
                return _Unit(owner)
        return None

    def _must(self, verb: Item) -> None:
        """ "It is necessary that they withdraw": they should, whether somebody says so or the sentence itself."""
        body = self.told.pop()
        inner = next((i for i in body if i.kind == "vg"), None)
        if inner is not None:
            inner.form, inner.modal, inner.negated = "finite", "should", inner.negated or verb.negated
        if "nominal" in _forms(verb):
            self.told.append([_word("comp", "", verb), *body])
        else:
            self.out += [*(i for u in self.waiting for i in u.flat()), *body]
            self.waiting = []

    def _close(self, verb: Item | None) -> None:
        """A finite verb: its own clause, then what it says, then what was done beside it."""
        for block in self.conditions:
            self.out += block
        self.conditions = []
        if verb is None:
            _leave_open(self.told)
        else:
            if verb.negated and "copula" in verb.classes:
                _deny(self.beside)
            self.out += _clause(self.waiting, verb)
            self.waiting = []
        for block in self.told:
            self.out += block
        for block in self.beside:
            self.out += block
        self.told, self.beside = [], []


def _taken_as_owner(units: Sequence[_Unit], noun: Item) -> list[Item]:
    """ "the army's | on the town | carried-out | attack": whose attack it is; the rest in reading order."""
    doer = next((u for u in units if u.bare and u.item.cases == frozenset({"gen"})), None)
    if doer is not None:
        noun.owner, noun.start = doer.item, min(noun.start, doer.item.start)
        doer.item.places = [] if doer.item.actors else doer.item.places  # a state that did it, not where it was
    return [item for u in units if u is not doer for item in u.flat()]


def _leave_open(blocks: Sequence[list[Item]]) -> None:
    """ "Ready to repel": what no verb says to be done, done it is not."""
    for item in (i for block in blocks for i in block):
        if item.kind == "vg" and item.form == "infinitive" and item.modal is None:
            item.modal = "possible"


def _deny(blocks: Sequence[list[Item]]) -> None:
    """ "There was nobody killed": what a participle tells of nobody did not happen."""
    for block in blocks:
        if block and block[0].kind == "vg":
            block[0].negated = True


def _begins(units: Sequence[_Unit], own: int | None, verb: Item) -> int:
    """Where a clause inside another begins: behind a comma, else behind the one who says or wants it."""
    before = units if own is None else units[:own]
    comma = max((k for k, u in enumerate(before) if u.parts_clauses), default=None)
    if comma is not None:
        return comma + 1
    names = [k for k, u in enumerate(before) if u.may_be("nom") or _may_speak(u)]
    undergone = own is None and verb.passive and len(names) == 1
    return names[0] + 1 if names and not undergone else 0


def _may_speak(unit: _Unit) -> bool:
    """ "In the ministry's statement": a locative that can be who says it."""
    placed = unit.item.kind == "np" and unit.prep is not None and "in" in unit.prep.cls
    item = unit.item
    return placed and bool(item.actors or item.owner is not None or item.classes & {"speaker_noun"}) and not item.places


def _bare_nominal(verb: Item) -> bool:
    """Whether a nominal form carries no case, as it does before the noun that it describes."""
    return "relative" in _forms(verb)


def _clause(units: Sequence[_Unit], verb: Item, *, embedded: bool = False) -> list[Item]:
    """One verb with what stands before it, its subject first, its objects behind it."""
    lead: list[_Unit] = []
    rest = list(units)
    while rest and rest[0].parts_clauses:
        lead.append(rest.pop(0))
    if embedded:
        rest = _parted(rest, verb)
    subject = _subject(rest, verb, embedded=embedded)
    if subject is None and "say" in verb.classes:
        subject = _speaker(rest, verb)
    others = [u for u in rest if u is not subject and not u.parts_clauses]
    near = [u for u in others if u.bare and u.item.cases != frozenset({"gen"})]
    near.sort(key=lambda u: u.may_be("nom"))
    far = [u for u in others if u not in near and not (u.prep and u.prep.kind == "accord")]
    voices = [u for u in others if u.prep and u.prep.kind == "accord"]
    ordered = [*lead, *voices, *([subject] if subject else [])]
    flat = [i for u in ordered for i in u.flat()]
    return [*flat, verb, *(i for u in (*near, *far) for i in u.flat())]


def _parted(units: list[_Unit], verb: Item) -> list[_Unit]:
    """ "the planes' | camp | having hit": before a verb with an object the possessor is who did it."""
    if verb.passive or verb.classes & _NO_OBJECT or any(u.item.cases == frozenset({"gen"}) for u in units):
        return units
    for k, unit in enumerate(units):
        owner = unit.item.owner
        if unit.bare and owner is not None and "acc" in (unit.item.cases or ()):
            unit.item.owner, unit.item.start = None, unit.item.marks[0].start
            return [*units[:k], _Unit(owner), *units[k:]]
    return units


def _subject(units: Sequence[_Unit], verb: Item, *, embedded: bool) -> _Unit | None:
    """Who does it: in the genitive inside another clause, else a bare noun that no ending marks."""
    if embedded:
        owners = [u for u in units if u.bare and u.item.cases == frozenset({"gen"})]
        if owners:
            return owners[-1] if verb.passive or verb.classes & _NO_OBJECT else owners[0]
    names = [u for u in units if u.may_be("nom")]
    if embedded and verb.form in ("finite", "infinitive") and not verb.passive and not verb.classes & _NO_OBJECT:
        # "said | the target | having-hit": inside another clause what may be an object is one.
        names = [u for u in names if u.item.cases is None or "acc" not in u.item.cases]
    if not names:
        return None
    if verb.passive or verb.classes & _NO_OBJECT:
        return names[-1]
    strict = [u for u in names if not u.may_be("acc") and (u.item.actors or "people" in u.item.classes)]
    if len(names) > len(strict) > 0:
        return strict[0]
    after = units[units.index(names[0]) + 1] if units.index(names[0]) + 1 < len(units) else None
    comma = after is not None and after.item.kind == "punct"
    marked = any(u.bare and u.item.cases is not None and "acc" in u.item.cases and u is not names[0] for u in units)
    begins = "begin" in verb.classes and {"people", "collective"} <= names[0].item.classes  # "the forces | began to"
    sees = "see" in verb.classes and not names[0].item.classes.isdisjoint(("people", "speaker_noun"))
    if len(names) > 1 or comma or marked or begins or sees or not verb.classes & _LIGHT or names[0].item.actors:
        return names[0]
    return None


def _speaker(units: Sequence[_Unit], verb: Item) -> _Unit | None:
    """ "It was said in the ministry's statement": whoever speaks stands in the locative."""
    for unit in units:
        if _may_speak(unit):
            unit.prep, verb.passive = None, False
            return unit
    return None
