"""extract: the speakers of one report as a reader remembers them: who "he", "the ministry" and a surname stand for."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.speech.speaker import HOUSES, Speaker, kind_of_actor, kind_of_noun
from trucewatch.extract.words.token import Mark
from trucewatch.languages.fold import Folded
from trucewatch.languages.pack import Pack

_LONGEST_NAME = 120
"""Characters of a speaker's name beyond which only the actor's own words are kept."""
_REMEMBERED = 8
"""Persons who can still be "he" or "she"."""
_SHORTEST_WORD = 5
"""Letters of a word of a body's name that may stand for it: "the Observatory"."""
_MANY = frozenset({"force", "group", "coalition", "government"})
"""Kinds of actors that are "they" though they are one."""
_TWO = 2
_NOT_SAYING = frozenset({"speaker_noun", "people"})


class Voices:
    """The speakers of one report, sentence by sentence; remembers who spoke last."""

    def __init__(self, folded: Folded, pack: Pack) -> None:
        self.folded = folded
        self.running: Speaker | None = None
        self._persons: list[Speaker] = []
        self._body: Speaker | None = None
        self._several: Speaker | None = None
        self._pair: Speaker | None = None
        """The two listed actors who were last named together."""
        self._document: Speaker | None = None
        self._names: dict[str, Speaker] = {}
        """Persons named in full, by the last word of their names."""
        self._called: dict[str, Speaker] = {}
        """Speakers by the nouns, titles and words of names under which they were met: ministry, observatory."""
        self._gender: dict[str, str] = {}
        self._lists = pack.lists
        self.document_words = pack.lists.get("document_words", frozenset())
        """Prepositions that open what an agreement says: "under the deal"."""

    # who a phrase names

    def speaker(self, item: Item | None, *, loose: bool = False) -> Speaker | None:
        """The speaker that a noun phrase names; pronouns and "the ministry" go back to whom they stand for.

        `loose` takes any phrase for a speaker, where the words around it leave no doubt that somebody says it.
        """
        if item is None or item.named is not None:
            return self._in_apposition(item, item.named) if item is not None and item.named is not None else None
        text, span = self.original_text(item), (item.start, item.end)
        if item.parts and item.actors:
            return Speaker(text, "party", ";".join(a.id for a in item.actors if a.id) or None, span)
        if "agreement" in item.classes and (item.pronoun or not item.actors):
            if item.pronoun and self._document is not None:
                return dataclasses.replace(self._document, span=span)
            return Speaker(text, "institution", None, span, document=True)
        if item.pronoun:
            return self._stands_for(item)
        if item.actors:
            return self._actor(item, text, span)
        if item.owner is not None and item.owner.actors and not item.classes & _NOT_SAYING:
            return self.speaker(item.owner)
        known = self._surname(item, text, span) or self._met_before(item, span)
        if known is not None:
            return known
        if item.classes & {*_NOT_SAYING, "monitor_people"} or item.modifiers & {"speaker_noun", "title"}:
            return Speaker(text, kind_of_noun(item), None, span)
        return Speaker(text, kind_of_noun(item), None, span) if loose and self._may_speak(item) else None

    def _in_apposition(self, item: Item, name: Item) -> Speaker:
        """ "The head of the mission, Vera Lindqvist": the person, of the kind that the office tells."""
        listed = next((a for a in name.actors if a.person), None)
        kind = kind_of_actor(listed, item) if listed is not None else kind_of_noun(item)
        return Speaker(
            self.original_text(name), kind, listed.id if listed else None, (name.start, name.end), person=True
        )

    def _may_speak(self, item: Item) -> bool:
        """Whether an unlisted phrase has a word in it that can be a speaker: no bare number, no "nobody"."""
        return not item.negated and item.time is None and any(_names_something(mark) for mark in item.marks)

    def _surname(self, item: Item, text: str, span: tuple[int, int]) -> Speaker | None:
        """A lone name: whoever was named in full before, else a stranger of that name."""
        last = item.marks[-1] if item.marks else None
        if last is None or not last.capital:
            return None
        known = self._names.get(last.key)
        if known is not None and all(m is last or self._titles(m) or m.text == "." for m in item.marks):
            return dataclasses.replace(known, span=span)
        if last.senses or last.places or item.head is not None or item.shouted:
            return None
        return Speaker(text, "anonymous", None, span, person=True)

    def _titles(self, mark: Mark) -> bool:
        """Whether a mark before a surname is a form of address: "Mr", "President", "Gen"."""
        return bool(mark.sense("title")) or mark.key in self._lists.get("address", ())

    def _met_before(self, item: Item, span: tuple[int, int]) -> Speaker | None:
        """ "The ministry", "the spokesman", "the Observatory": the one of that name who was met before."""
        words = [m for m in item.marks if m.is_word and not m.sense("det")]
        if not item.definite or len(words) != 1 or item.of or item.plural:
            return None
        known = self._called.get(_lemma(words[0]))
        return dataclasses.replace(known, span=span) if known is not None else None

    def _stands_for(self, item: Item) -> Speaker | None:
        word = item.marks[0].key if item.marks else ""
        if item.pronoun == "first":
            return self.running
        if item.pronoun == "neuter":
            return self._body
        if item.pronoun != "third":
            return None
        if word in self._lists.get("plural_pronouns", ()):
            return self._several or self._body or self._person("")
        found = self._person(self._gender_of([word]))
        if found is not None and found.who not in self._gender:
            self._gender[found.who] = self._gender_of([word])
        return found or self._body

    def gone_back_to(self, item: Item) -> Speaker | None:
        """Whom "he", "they" and "the two sides" go back to; "it" may be a thing and goes back to nobody."""
        if item.pronoun == "third":
            return self._stands_for(item)
        two = item.definite and any(c.number.low == c.number.high == _TWO for c in item.counts)
        both = (
            item.plural and "sides" in item.classes and all(m.sense("det") or m is item.marks[-1] for m in item.marks)
        )
        return self._pair if (two and item.classes & _NOT_SAYING) or both else None

    def _person(self, gender: str) -> Speaker | None:
        """The last person named who may be of a gender."""
        for speaker in reversed(self._persons):
            if not gender or self._gender.get(speaker.who, gender) in (gender, ""):
                return speaker
        return None

    def _gender_of(self, words: Iterable[str]) -> str:
        for word in words:
            if word in self._lists.get("feminine", ()):
                return "feminine"
            if word in self._lists.get("masculine", ()):
                return "masculine"
        return ""

    def _actor(self, item: Item, text: str, span: tuple[int, int]) -> Speaker:
        actor = item.actors[0]
        text = text if len(text) < _LONGEST_NAME else actor.text
        if actor.id is None and actor.person and item.marks and not item.shouted:
            # "Ms Keller", "spokeswoman Keller": the one whose first name we were told.
            known = self._names.get(item.marks[-1].key)
            if known is not None and known.id is not None:
                return dataclasses.replace(known, span=span)
        return Speaker(text, kind_of_actor(actor, item), actor.id, span, actor.person)

    def original_text(self, item: Item) -> str:
        """The words of an item as they are written, without an article before them."""
        start, first = item.start, item.marks[0] if item.marks else None
        if first is not None and self._article(first) and first.start == start and len(item.marks) > 1:
            start = item.marks[1].start
        return self.folded.original[slice(*self.folded.span(start, item.end))].strip().strip("\"“”«»' ")

    def _article(self, mark: Mark) -> bool:
        """Whether a word is a bare article; "each side" and "some residents" keep their first word."""
        return mark.key in self._lists.get("plain_articles", ()) and bool(mark.sense("det"))

    # who was met

    def remember(self, clause: Clause) -> None:
        """Keeps who did something, for "he" and "the ministry"."""
        item = clause.subject
        if item is None or item.pronoun:
            return
        if item.actors or (item.classes & {"speaker_noun"} and _full_name(item)):
            self.met(item, self.speaker(item))
        elif "agreement" in item.classes:
            self._document = self.speaker(item)

    def met(self, item: Item | None, speaker: Speaker | None) -> None:
        """Keeps a speaker, for the pronouns, titles and surnames by which the report may come back to it."""
        if item is None or speaker is None or item.pronoun:
            return
        if speaker.document:
            self._document = speaker
            return
        self._keep_names(item, speaker)
        if len(item.parts) == _TWO and all(part.actors and part.actors[0].id for part in item.parts):
            self._pair = speaker
        if speaker.person or (item.classes & _NOT_SAYING and not item.plural and speaker.kind not in HOUSES):
            others = [s for s in self._persons if s.who != speaker.who]
            self._persons = [*others[1 - _REMEMBERED :], speaker]
            gender = self._gender_of(m.key for m in item.marks)
            if gender:
                self._gender[speaker.who] = gender
        if not speaker.person and (item.plural or item.parts):
            self._several = speaker
        elif not speaker.person and item.actors:
            self._body = speaker
            self._several = speaker if item.actors[0].kind in _MANY else self._several

    def _keep_names(self, item: Item, speaker: Speaker) -> None:
        if not item.marks:
            return
        if (speaker.person and len([m for m in item.marks if m.is_word]) > 1) or _full_name(item):
            self._names.setdefault(item.marks[-1].key, speaker)
        for mark in item.marks:
            if mark.sense("title") or mark.sense("noun", "speaker_noun"):
                self._called[_lemma(mark)] = speaker
            elif not speaker.person and mark.actors:
                self._called.update({w: speaker for w in mark.key.split(" ") if len(w) >= _SHORTEST_WORD})
        if speaker.kind in HOUSES:
            self._called[speaker.kind] = speaker


def _lemma(mark: Mark) -> str:
    sense = mark.sense("noun")
    return sense.lemma if sense is not None else mark.key


def _full_name(item: Item) -> bool:
    """Whether a phrase ends in a name of two words or more that no list has: "spokeswoman Vera Lindqvist"."""
    last = [m for m in item.marks if m.is_word][-2:]
    strange = len(last) > 1 and not (last[-1].senses or last[-1].actors or last[-1].places or last[-1].times)
    return strange and all(m.capital for m in last) and not item.shouted


def _names_something(mark: Mark) -> bool:
    if not mark.is_word or mark.value is not None or mark.number is not None or mark.times:
        return False
    return bool(mark.sense("noun")) or not mark.senses or mark.capital
