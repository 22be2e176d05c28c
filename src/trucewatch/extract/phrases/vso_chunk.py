"""extract: items of languages that put the verb first: where one noun phrase ends and the next begins.

A chain of nouns ends with its first definite one: an article, a name or a pronoun closes it, and so does an adjective.
A noun behind a closed phrase begins the next: `struck | the army | the road`.
"""

from __future__ import annotations

from trucewatch.extract.phrases.chunk import NOMINAL, Chunker
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.phrases.nounphrase import finish
from trucewatch.extract.words.token import Mark
from trucewatch.extract.words.vso_tag import VerbFirstTagger
from trucewatch.languages.pack import Pack, Sense

_NAMED_BY = frozenset({"territory", "part_of", "facility", "border", "road", "base", "people", "speaker_noun"})
"""Nouns that a proper name may follow although they are definite: "the town X", "the minister Y"."""
_NUMBERED = frozenset({"numbered"})
_PAIR = 2
"""Up to here a number may stand behind its noun: "one civilian", "two civilians"."""
_BODIES = frozenset({"force", "group", "coalition"})
_LOOSE = frozenset({"neg", "hedge", "adv"})


class VerbFirstChunker(Chunker):
    """Cuts one sentence into items."""

    @property
    def unbound(self) -> tuple[str, ...]:
        """Endings that a noun loses when another follows that it belongs to."""
        return tuple(self.pack.settings.get("unbound_endings", "").split())

    def _tagged(self) -> list[str]:
        return VerbFirstTagger(self.marks, self.pack).run()

    def items(self) -> list[Item]:
        """The items in order, with noun phrases that are joined as one put together."""
        return with_verbs(_parts_of(super().items()), self.pack)

    def _verb_group(self, i: int) -> Item:
        item = super()._verb_group(i)
        verb = item.verb
        if verb is None or self.tags[item.j - 1] != "verb":
            return item
        if "ger" in verb.forms and (not verb.forms & {"past", "pres"} or self._is_verbal_noun(item)):
            item.form = "gerund"
            item.passive = item.passive or (any(m.sense("aux", "be") for m in item.marks))
            item.form = "finite" if item.passive else item.form
        elif "act" in verb.forms and not verb.forms & {"past", "pres"}:
            item.form = "participle"
        if any(m.sense("neg", "past") for m in item.marks):
            item.tense = "past"
        if item.modal is None and any(m.sense("neg", "future") for m in item.marks):
            item.modal = "future"
        return item

    def _is_verbal_noun(self, item: Item) -> bool:
        """A form that is verb and verbal noun: the noun behind a preposition, an auxiliary or another verb."""
        k = item.i - 1
        before = self.tags[k] if k >= 0 else "start"
        return before in ("prep", "verb", "aux") or any(m.sense("aux", "be") for m in item.marks[:-1])

    def _noun_phrase(self, i: int) -> Item:
        k, closed, head, quoted = i, False, None, False
        while k < len(self.tags):
            if k > i and (k in self.times or (k + 1 in self.times and self.marks[k].sense("noun", "unit"))):
                break  # "50 prisoners | on the day of Saturday"
            mark, tag = self.marks[k], self.tags[k]
            if tag == "punct":
                quoted = self._quotes(k, i, quoted)
                if not (quoted or (mark.text == '"' and self._closes_quote(i, k)) or self._hyphen(k, i)):
                    break
            elif tag == "prep" and "part" in self._prep_classes(mark) and k > i and self._part(k, i):
                pass
            elif (tag not in NOMINAL and not self._number_runs_on(i, k)) or (
                k > i and self._begins_next(k, i, tag, closed, head)
            ):
                break
            head = head or (mark.sense("noun") if tag in ("noun", "word") else None)
            closed = closed or self._closes(k, tag, i)
            k += 1
        while k - 1 > i and self.tags[k - 1] in ("punct", "prep"):
            k -= 1
        item = self._make("np", i, max(k, i + 1))
        finish(item, self.tags[i : item.j], self.pack, self.knowledge, self.folded, [])
        item.definite = item.definite or any(self._definite(m) for m in item.marks)
        if item.head is None and not item.actors and self._is_named(item.marks):
            item.classes |= {"people", "named"}
        return item

    def _is_named(self, marks: list[Mark]) -> bool:
        """A common first name with one more word that means nothing else: somebody whom no list has."""
        words = [m for m in marks if m.is_word]
        known = self.pack.lists.get("given_names", frozenset())
        return bool(words) and words[0].key in known and any(not _means(m) for m in words[1:])

    @staticmethod
    def _prep_classes(mark: Mark) -> frozenset[str]:
        sense = mark.sense("prep")
        return sense.classes if sense is not None else frozenset()

    def _part(self, k: int, i: int) -> bool:
        """ "three of the soldiers": a number and what it is a part of are one phrase."""
        counted = self.tags[k - 1] == "num" or (self.marks[k - 1].number is not None)
        return counted and k + 1 < len(self.tags) and self.tags[k + 1] in NOMINAL

    def _quotes(self, k: int, i: int, quoted: bool) -> bool:
        """Whether a quotation mark inside a phrase holds a name: `the group "X" in`."""
        if self.marks[k].text != '"' or k == i or quoted:
            return False
        closing = next((j for j in range(k + 1, min(len(self.marks), k + 6)) if self.marks[j].text == '"'), None)
        return closing is not None and all(self.tags[j] in NOMINAL for j in range(k + 1, closing))

    def _closes_quote(self, i: int, k: int) -> bool:
        return sum(m.text == '"' for m in self.marks[i:k]) % 2 == 1

    def _hyphen(self, k: int, i: int) -> bool:
        return (
            k > i
            and self.marks[k].text == "-"
            and self.marks[k].glued
            and self.marks[k + 1 : k + 2] != []
            and (self.marks[k + 1].glued and self.tags[k + 1] in NOMINAL)
        )

    def _definite(self, mark: Mark) -> bool:
        article = self.pack.settings.get("article", "")
        return mark.owned or bool(article and mark.key.startswith(article))

    def _titled(self, i: int, k: int) -> bool:
        """Whether an office, with what describes it, stands right before the mark at `k`."""
        j = k - 1
        while j > i and self.tags[j] in ("adj", "demonym"):
            j -= 1
        return self.marks[j].sense("title") is not None

    def _begins_next(self, k: int, i: int, tag: str, closed: bool, head: Sense | None) -> bool:
        """Whether the mark at `k` opens a phrase of its own."""
        mark, before = self.marks[k], self.tags[k - 1]
        if self._number_runs_on(i, k):
            return False
        if mark.sense("noun", "own_life") is not None:
            return True  # "lost | a worker | his life"
        if tag == "num":
            numbered = head is not None and bool(head.classes & _NUMBERED)
            return before not in ("num", "det") and not numbered and not self._follows_noun(k)
        if tag == "det":
            return before != "det"
        if tag in ("adj", "demonym"):
            return False
        if not closed:
            return tag == "noun" and self._definite(mark) and self._stands_alone(k - 1)
        if tag == "name":
            if mark.actors and not mark.places and self._titled(i, k):
                return False  # "the president | Recep Tayyip Erdogan"
            if self._is_fighting_body(mark):
                return True  # "the ministry | the factions": two bodies, and no name of the first
            one = head is not None and "collective" not in head.classes
            named = one and head is not None and bool(head.classes & _NAMED_BY) and not self._is_force(i, k)
            return not (named or mark.sense("title") or (bool(self.marks[k - 1].places) and " " in mark.key))
        return not (tag == "word" and self._definite(mark) and not mark.senses)

    def _is_fighting_body(self, mark: Mark) -> bool:
        """Whether a mark with an article names forces or groups and nobody else."""
        if not mark.actors or mark.places or not self._definite(mark):
            return False
        known = [self.knowledge.actors.get(name.id) for name in mark.actors]
        return all(actor is not None and actor.kind in _BODIES for actor in known)

    def _stands_alone(self, k: int) -> bool:
        """A plural or dual that keeps its ending takes no noun behind it: `opened | unknown men | the fire`."""
        mark = self.marks[k]
        noun = mark.sense("noun")
        counted = noun is not None and bool(noun.forms & {"plural", "dual"})
        return counted and bool(self.unbound) and mark.key.endswith(self.unbound) and not self._definite(mark)

    def _is_force(self, i: int, k: int) -> bool:
        """Whether the phrase so far names a body and what follows is a place: two phrases."""
        acts = any(m.actors for m in self.marks[i:k]) and not any(m.sense("title") for m in self.marks[i:k])
        return acts and bool(self.marks[k].places) and not self.marks[k].actors

    def _follows_noun(self, k: int) -> bool:
        """A number word that describes the noun before it: "one civilian", "two" behind a dual."""
        number, before = self.marks[k].number, self.tags[k - 1]
        return number is not None and number.role == "unit" and number.low <= _PAIR and before in ("noun", "word")

    def _closes(self, k: int, tag: str, i: int) -> bool:
        mark = self.marks[k]
        if tag in ("name", "demonym"):
            return True
        if tag == "adj":
            return k > i
        return tag in ("noun", "word") and (self._definite(mark) or " " in mark.key)


def _means(mark: Mark) -> bool:
    return bool(mark.senses) or mark.number is not None or mark.value is not None


def _parts_of(items: list[Item]) -> list[Item]:
    """ "Four members | of | the army": people and whose they are become one phrase."""
    found: list[Item] = []
    k = 0
    while k < len(items):
        item = items[k]
        after = items[k + 1] if k + 1 < len(items) else None
        host = found[-1] if found else None
        part = item.kind == "prep" and "part" in item.cls and host is not None and host.kind == "np"
        people = host is not None and bool(host.classes & {"people", "casualty"} or host.counts)
        if part and people and host is not None and after is not None and after.kind == "np" and not after.places:
            host.of.append(after)
            host.end, host.j = after.end, after.j
            whose = next((a.id for a in after.actors if a.id and not a.person), None)
            for count in host.counts:
                count.population = whose if whose and count.population in _SIDES else count.population
            k += 2
            continue
        found.append(item)
        k += 1
    return found


_SIDES = frozenset({"soldiers", "fighters"})
_VICTIMS = frozenset({"dead_people", "hurt_people"})
_TOLD = ("kin.", "civ.", "pos.overflight", "pos.reinforcement", "crowd.", "mon.patrol")
"""Acts that a line may tell by their noun alone."""
_LEADS = frozenset({"cause", "occur", "impact", "toll_verb"})
_VERBS = {
    "killed": Sense("verb", "", frozenset({"harm", "kill", "told"}), frozenset({"past", "part"}), "harm.killed",
                    {"measure": "killed"}),
    "injured": Sense("verb", "", frozenset({"harm", "injure", "told"}), frozenset({"past", "part"}), "harm.injured",
                     {"measure": "injured"}),
    "act": Sense("verb", "", frozenset({"occur", "told"}), frozenset({"past"}), None, {}),
}  # fmt: skip
"""What a phrase without a verb says: "3 dead in ...", "shelling of ..."."""


def with_verbs(items: list[Item], pack: Pack) -> list[Item]:
    """The items with a verb of no width before each phrase that tells by itself: victims, and an act that opens."""
    found: list[Item] = []
    for k, item in enumerate(items):
        told = _told(items, k)
        if told is not None:
            found.append(_silent(item, told))
        found.append(item)
    return found


def _silent(item: Item, told: str) -> Item:
    verb = Item("vg", item.i, item.i, item.start, item.start)
    verb.verb, verb.classes = _VERBS[told], set(_VERBS[told].classes)
    verb.passive = told != "act"
    return verb


def _told(items: list[Item], k: int) -> str | None:
    item = items[k]
    if item.kind != "np" or item.head is None or _verb_behind(items, k):
        return None
    before = _neighbour(items, k)
    opens = before is None or before.kind in ("punct", "conj") or (before.kind == "np" and _toll(before))
    if item.head.classes & _VICTIMS:
        led = before is not None and before.kind == "vg" and bool(before.classes & _LEADS)
        led = led or (before is not None and before.kind == "prep" and "without" not in before.cls and _led(items, k))
        return item.head.info.get("measure") if (opens or led) and not _toll(item) else None
    act = "act" in item.head.classes and (item.head.type or "").startswith(_TOLD)
    return "act" if act and opens and not _verb_before(items, k) else None


def _toll(item: Item) -> bool:
    return "toll" in item.classes


def _neighbour(items: list[Item], k: int) -> Item | None:
    """The item before, over times and adverbs."""
    j = k - 1
    while j >= 0 and items[j].kind in ("time", "adv", "hedge"):
        j -= 1
    return items[j] if j >= 0 else None


def _led(items: list[Item], k: int) -> bool:
    """Whether a verb of causing leads to the phrase over its preposition: "led to 3 dead"."""
    for j in range(k - 1, max(-1, k - 8), -1):
        if items[j].kind == "vg":
            return bool(items[j].classes & _LEADS)
        if items[j].kind in ("punct", "conj"):
            return False
    return False


def _verb_before(items: list[Item], k: int) -> bool:
    """Whether a verb stands before in the same stretch, to which an act joined by "and" belongs."""
    for item in reversed(items[:k]):
        if item.kind == "punct":
            return False
        if item.kind == "vg":
            return True
    return False


def _verb_behind(items: list[Item], k: int) -> bool:
    """Whether a full verb follows at once: the phrase is its subject."""
    j = k + 1
    while j < len(items) and items[j].kind in ("time", "adv", "hedge"):
        j += 1
    return j < len(items) and items[j].kind == "vg" and items[j].form == "finite" and not items[j].passive
