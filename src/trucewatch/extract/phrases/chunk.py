"""extract: tagged marks become items: noun phrases, verb groups, prepositions, connectives, times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trucewatch.extract.phrases.attach import attached, coordinated, listed
from trucewatch.extract.phrases.cased import begins_anew, joined_by_with, phrase_cases, pronoun_cases, with_genitives
from trucewatch.extract.phrases.composed import with_owners
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.phrases.nounphrase import finish
from trucewatch.extract.phrases.order import in_order
from trucewatch.extract.times.timephrase import time_phrases
from trucewatch.extract.times.timewords import TimePhrase
from trucewatch.extract.words.numbers import number_at
from trucewatch.extract.words.tag import Tagger
from trucewatch.extract.words.token import Mark
from trucewatch.languages.fold import Folded
from trucewatch.languages.pack import Pack, Sense

if TYPE_CHECKING:
    from trucewatch.extract.knowledge import Knowledge

NOMINAL = frozenset({"det", "ownpron", "adj", "num", "noun", "name", "word", "demonym"})
_PAST_AUXILIARIES = frozenset({"have", "did"})
TENSES = frozenset({"base", "inf", "pres", "past", "fut", "cond", "impf", "part", "ger", "passive"})
"""Tags of a verb's form that tell tense and voice; the others are of case, number and the like."""
GROUP = frozenset({"modal", "aux", "verb", "to"})
_LOOSE = frozenset({"adv", "neg", "hedge"})
_CLAUSE_WORDS = ("conj", "rel", "comp", "sub", "accord", "prep")


class Chunker:
    """Cuts one sentence into items."""

    def __init__(self, marks: list[Mark], pack: Pack, folded: Folded, knowledge: Knowledge) -> None:
        self.marks, self.pack, self.knowledge = marks, pack, knowledge
        self.folded, self.cased = folded, bool(pack.lists.get("cases"))
        self.tags = self._tagged()
        self.shouted = _is_shouted(marks)
        self.times: dict[int, TimePhrase] = {}
        for phrase in time_phrases(marks, pack):
            if phrase.what != "length":
                self.times[phrase.i] = phrase
        self.inside_time = {k for p in self.times.values() for k in range(p.i, p.j)}

    def _tagged(self) -> list[str]:
        return Tagger(self.marks, self.pack).run()

    def items(self) -> list[Item]:
        """The items in order, with "of" phrases, possessors and coordinations attached."""
        found: list[Item] = []
        i = 0
        while i < len(self.marks):
            item = self._item(i)
            # "near #Idlib": the sign before a word of a post says nothing there, and elsewhere it parts.
            tagged = item.kind == "punct" and item.marks[0].text in ("#", "@")
            if not (tagged and found and found[-1].kind == "prep"):
                found.append(item)
            i = max(item.j, i + 1)
        found = coordinated(joined_by_with(found, self.pack), bare=True)
        if self.cased:
            found = with_genitives(found, self.pack, self.knowledge)
        found = attached(found, self.pack)
        with_owners(found, self.pack, self.knowledge)
        return in_order(coordinated(listed(found)), self.pack)

    def _make(self, kind: str, i: int, j: int) -> Item:
        return Item(kind, i, j, self.marks[i].start, self.marks[j - 1].end, self.marks[i:j])  # type: ignore[arg-type]

    def _item(self, i: int) -> Item:
        tag = self.tags[i]
        if i in self.times and not self._modifies(self.times[i]):
            phrase = self.times[i]
            item = self._make("time", phrase.i, phrase.j)
            item.time = phrase
            return item
        if tag in {"punct", "poss"}:
            return self._make("punct", i, i + 1)
        fatal = tag == "adv" and self.marks[i].sense("adv", "fatal") is not None
        if tag in GROUP or ((tag in ("neg", "hedge") or fatal) and self._opens_group(i)):
            return self._verb_group(i)
        if tag == "pron":
            item = self._make("np", i, i + 1)
            sense = self.marks[i].sense("pron")
            item.pronoun = next(iter(sense.classes), "third") if sense else "third"
            item.classes.add("pronoun")
            item.negated = item.pronoun == "negative"
            item.cases = pronoun_cases(self.marks[i], self.pack)
            return item
        if tag in NOMINAL:
            return self._noun_phrase(i)
        if tag in _CLAUSE_WORDS:
            item = self._make(tag, i, i + 1)
            sense = self.marks[i].sense(tag)
            item.cls = sense.classes if sense else frozenset()
            return item
        return self._make("hedge" if tag == "hedge" else "adv", i, i + 1)

    def _modifies(self, phrase: TimePhrase) -> bool:
        """ "a 2018 deal": a year between an article and its noun belongs to the noun phrase."""
        after = self.tags[phrase.j] if phrase.j < len(self.tags) else ""
        named = phrase.i > 0 and self.tags[phrase.i - 1] == "det" and after in ("name", "demonym")
        return phrase.what == "year" and (named or after in ("noun", "word", "adj")) and phrase.bound is None

    def _opens_group(self, i: int) -> bool:
        k = i
        while k < len(self.tags) and self.tags[k] in _LOOSE:
            k += 1
        return k < len(self.tags) and self.tags[k] in GROUP

    def _verb_group(self, i: int) -> Item:
        k, last = i, i
        while k < len(self.tags):
            tag = self.tags[k]
            if tag == "verb":
                last = k
                break
            if (
                tag in ("modal", "aux")
                or (tag == "to" and k == i)
                or (tag == "to" and self.tags[k - 1] in ("modal", "aux"))
            ):
                last = k
            elif tag not in _LOOSE and self.marks[k].text != '"' and not self._inverted(i, k):
                break
            if k in self.inside_time and tag not in {"modal", "aux"}:
                break
            k += 1
        if self.tags[last] == "aux" and last + 1 < len(self.tags) and self.tags[last + 1] == "neg":
            last += 1  # "is not true": the negation stands behind a verb that is no auxiliary here
        item = self._make("vg", i, last + 1)
        _read_group(item, self._told(i, last + 1))
        if i and self.tags[i - 1] == "verb" and self.marks[i - 1].key.endswith(" to"):
            item.form = "infinitive"
        return item

    def _told(self, i: int, j: int) -> list[str]:
        """The tags of a verb group; a word that is no doubt before a past ("قد قصف") is none there."""
        sure = self.pack.lists.get("certain_with_past", frozenset())
        tags = list(self.tags[i:j])
        verb = self.marks[j - 1].sense("verb")
        if sure and verb is not None and "past" in verb.forms:
            tags = ["adv" if self.marks[i + n].key in sure else tag for n, tag in enumerate(tags)]
        return tags

    def _inverted(self, i: int, k: int) -> bool:
        """French "a-t-il": the little words between hyphens after an auxiliary."""
        return (
            self.marks[k].text in ("-", "t")
            and k > i
            and self.marks[k].glued
            and self.pack.settings.get("inversion") == "hyphen"
        )

    def _noun_phrase(self, i: int) -> Item:
        k, seen_noun = i, False
        times: list[TimePhrase] = []
        while k < len(self.tags):
            tag = self.tags[k]
            if k in self.times and k > i:
                if not self._modifies(self.times[k]):
                    break
                times.append(self.times[k])
            elif (
                (k > i and self._begins_with_article(k))
                or (tag in ("det", "ownpron") and k > i and self.tags[k - 1] not in ("adv", "det", "punct", "num"))
                or (self.cased and k > i and begins_anew(self.marks, self.tags, k, self.pack))
                or (tag == "num" and seen_noun and not self.marks[k].glued and self.tags[k - 1] != "name")
                or (
                    tag == "adv"
                    and k > i
                    and (k + 1 >= len(self.tags) or self.tags[k + 1] not in ("adj", "num", "noun"))
                )
            ):
                break
            elif tag == "punct":
                if not self._joins(k, i):
                    break
            elif tag not in NOMINAL and tag != "adv" and not self._number_runs_on(i, k):
                break
            seen_noun = seen_noun or tag == "noun"
            k += 1
        while k - 1 > i and self.tags[k - 1] in ("punct", "adv") and self.marks[k - 1].text != "%":
            k -= 1
        if k == i + 1 and self.marks[i].approximator is not None and k in self.times:
            return self._make("adv", i, k)  # "around 2 a.m."
        item = self._make("np", i, max(k, i + 1))
        item.shouted = self.shouted
        finish(item, self.tags[i : item.j], self.pack, self.knowledge, self.folded, times)
        if self.cased:
            item.cases = phrase_cases(item, self.tags[i : item.j], self.pack)
        return item

    def _begins_with_article(self, k: int) -> bool:
        """A listed name that holds its article behind another name: "à l'agence Reuters | le secrétaire général"."""
        first, _, rest = self.marks[k].key.partition(" ")
        behind = self.tags[k] == "name" and self.tags[k - 1] == "name" and bool(rest)
        return behind and first in self.pack.lists.get("plain_articles", ())

    def _address(self, mark: Mark) -> bool:
        """ "Ms", "Gen": a form of address whose full stop ends no phrase."""
        return mark.key in self.pack.lists.get("address", ())

    def _number_runs_on(self, i: int, k: int) -> bool:
        """ "between 20 and 30 people": words that belong to a number."""
        for start in range(max(i, k - 3), k):
            number = number_at(self.marks, start, self.pack)
            if number is not None and number.j > k:
                return True
        return False

    def _joins(self, k: int, i: int) -> bool:
        """Whether a sign inside a noun phrase joins rather than parts."""
        mark = self.marks[k]
        if mark.text == "%":
            return self.marks[k - 1].share
        after = self.tags[k + 1] if k + 1 < len(self.tags) else ""
        if mark.text in "-/'" and mark.glued and k + 1 < len(self.marks) and self.marks[k + 1].glued:
            return after in NOMINAL or after == "verb"
        before = self.marks[k - 1]
        if mark.text == "." and before.capital and (len(before.text) == 1 or self._address(before)):
            return after in ("name", "word", "noun")
        if mark.text == '"' and k > i:
            opens = self.tags[k - 1] in ("det", "adj", "ownpron")
            closes = any(m.text == '"' for m in self.marks[i:k])
            return (opens and after in NOMINAL) or (
                closes and after in ("noun", "adj", "demonym", "name") and not opens
            )
        return False


def _is_shouted(marks: list[Mark]) -> bool:
    """Whether a line has capitals throughout, so that they tell nothing."""
    words = [m for m in marks if m.is_word and len(m.text) > 3 and m.value is None]
    capitals = [m for m in words if m.capital]
    if len(words) <= 3 or len(capitals) <= 0.75 * len(words):
        return False
    return not any(m.sense("verb") and not m.capital for m in words)


def _read_group(item: Item, tags: Sequence[str]) -> None:
    """Tense, modal, negation and voice of a verb group."""
    verb = None
    auxiliaries: list[str] = []
    for mark, tag in zip(item.marks, tags, strict=True):
        if tag == "verb":
            verb = mark.sense("verb")
        elif tag == "aux":
            _read_auxiliary(item, mark, auxiliaries)
            item.hedged = item.hedged or mark.sense("hedge") is not None
        elif tag == "modal":
            sense = mark.sense("modal")
            item.modal = next(iter(sense.classes), "future") if sense else "future"
            if (joined := mark.sense("aux")) is not None:
                auxiliaries.append(_auxiliary(joined))
            item.hedged = item.hedged or mark.sense("hedge") is not None
            item.negated = item.negated or mark.sense("neg") is not None
        elif tag == "neg":
            item.negated = True
        elif tag == "hedge":
            item.hedged = True
            auxiliaries += ["have"] if mark.sense("hedge", "have") else []
        elif tag == "to" and item.modal is None:
            item.form = "infinitive"
        if mark.sense("adv", "joint"):
            item.joint = True
    item.verb = verb
    if verb is None:
        item.verb = next((m.sense("verb") for m in reversed(item.marks) if m.sense("verb")), None)
        item.tense = "pres" if any(m.key in ("is", "are", "has", "have") for m in item.marks) else "past"
        item.classes = set(item.verb.classes) if item.verb else {"generic"}
        return
    item.classes = set(verb.classes)
    _tense(item, verb.forms, auxiliaries)


def _read_auxiliary(item: Item, mark: Mark, before: list[str]) -> None:
    sense = mark.sense("aux")
    if sense is None:
        return
    before.append(_auxiliary(sense))
    item.text = mark.key
    item.negated = item.negated or mark.sense("neg") is not None
    item.perfect = item.perfect or "perfect" in sense.classes
    item.form = "infinitive" if "bare" in sense.classes and item.modal is None else item.form
    if len(before) == 1 and before[0] == "have" and item.modal is None and _is_gerund(mark):
        item.form = "gerund"  # "having shelled the town"


def _is_gerund(mark: Mark) -> bool:
    verb = mark.sense("verb")
    return verb is not None and verb.forms == {"ger"}


def _auxiliary(sense: Sense) -> str:
    """Whether an auxiliary is one of having, of having done ("did"), or of being."""
    return next((told for told in ("have", "did") if told in sense.classes), "be")


def _voice(item: Item, forms: frozenset[str], last: str | None) -> frozenset[str]:
    """Negation, voice and necessity by the verb's form or its last auxiliary; the forms that tell tense are left."""
    item.negated = item.negated or "negative" in forms
    if "must" in forms and item.modal is None:
        item.modal = "should"
    forms = forms & TENSES
    if "passive" in forms or (last == "be" and "part" in forms):
        item.passive = True
    elif last == "be" and "ger" in forms:
        item.progressive = True
    return forms - {"passive"}


def _tense(item: Item, forms: frozenset[str], auxiliaries: list[str]) -> None:
    forms = _voice(item, forms, auxiliaries[-1] if auxiliaries else None)
    if auxiliaries or item.modal:
        item.tense = "pres" if _PAST_AUXILIARIES.isdisjoint(auxiliaries) else "past"
        return
    if item.form == "infinitive":
        return
    if "fut" in forms:
        item.modal, item.tense = "future", "pres"
    elif "cond" in forms and not forms & {"pres", "past", "base"}:
        item.modal, item.tense = "would", "pres"
    elif forms <= {"ger"}:
        item.form = "gerund"
    elif forms <= {"part"}:
        item.form = "participle"
    elif "past" in forms:
        item.tense = "past"
    elif forms == {"base"} and "inf" not in forms:
        item.tense = "pres"
    elif forms <= {"inf", "base"} and "inf" in forms:
        item.form = "infinitive"
    else:
        item.tense = "pres"
