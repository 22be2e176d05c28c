"""extract: who says it: the speech clauses of a sentence, the stretch each governs, and speakers that run on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.extract.clause import Clause
from trucewatch.extract.item import Item
from trucewatch.extract.segment import Quote, Sentence
from trucewatch.extract.speech import Speech, speech_of
from trucewatch.languages.fold import Folded
from trucewatch.model.claim import SpeakerKind

_LONGEST_NAME = 120
"""Characters of a speaker's name beyond which only the actor's own words are kept."""

_KIND_OF: dict[str, SpeakerKind] = {
    "state": "party",
    "government": "party",
    "force": "party",
    "group": "party",
    "coalition": "party",
    "person": "official",
    "office": "official",
    "ministry": "official",
    "institution": "institution",
    "body": "institution",
    "monitor": "monitor",
    "agency": "agency",
    "outlet": "outlet",
    "people": "anonymous",
    "adjective": "party",
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: the words, the id where listed, the kind; folded offsets of the words."""

    who: str
    kind: SpeakerKind
    id: str | None = None
    span: tuple[int, int] | None = None
    person: bool = False
    document: bool = False
    """True when the "speaker" is the agreement's own text."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of folded text that somebody says, and by which cue."""

    start: int
    end: int
    speaker: Speaker
    cue: str
    verb: str
    cue_span: tuple[int, int]
    clause: Clause | None = None
    speech: Speech | None = None


class Voices:
    """The speakers of one report, sentence by sentence; remembers who spoke last."""

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self.last_person: Speaker | None = None
        self.last_body: Speaker | None = None
        self.running: Speaker | None = None
        self.running_paragraph = -1
        self.names: dict[str, Speaker] = {}
        """Speakers named in full, by the last word of their names."""

    def speaker(self, item: Item | None) -> Speaker | None:
        """The speaker that a noun phrase names; pronouns and "the ministry" go back to whom they stand for."""
        if item is None:
            return None
        text, span = self.original_text(item), (item.start, item.end)
        if item.parts and item.actors:
            return Speaker(text, "party", ";".join(a.id for a in item.actors if a.id) or None, span)
        if "agreement" in item.classes and (item.pronoun or not item.actors):
            return Speaker(text, "institution", None, span, document=True)
        if item.pronoun:
            return self._stands_for(item.pronoun)
        if item.actors:
            return self._actor(item, text, span)
        if item.owner is not None and item.owner.actors and not item.classes & {"people", "speaker_noun"}:
            return self.speaker(item.owner)
        surname = self._surname(item, text, span)
        if surname is not None:
            return surname
        if item.classes & {"speaker_noun", "people", "monitor_people"} or item.modifiers & {"speaker_noun"}:
            return Speaker(text, "monitor" if item.classes & {"monitor_people"} else "anonymous", None, span)
        return None

    def _surname(self, item: Item, text: str, span: tuple[int, int]) -> Speaker | None:
        """A lone name: whoever was named in full before, else a stranger of that name."""
        last = item.marks[-1] if item.marks else None
        if last is None or not last.capital or last.senses or last.places or item.head is not None or item.shouted:
            return None
        return self.names.get(last.key) or Speaker(text, "anonymous", None, span, person=True)

    def _stands_for(self, pronoun: str) -> Speaker | None:
        people = self.last_person or self.last_body
        return {"neuter": self.last_body, "third": people, "first": self.running}.get(pronoun)

    def _actor(self, item: Item, text: str, span: tuple[int, int]) -> Speaker:
        actor = item.actors[0]
        text = text if len(text) < _LONGEST_NAME else actor.text
        kind: SpeakerKind = _KIND_OF.get(actor.kind or "", "anonymous")
        if actor.id is None:
            kind = "witness" if "witness" in item.classes else "official"
        elif actor.kind == "adjective" and item.classes & {"speaker_noun", "people"}:
            kind = "official"
        speaker = Speaker(text, kind, actor.id, span, actor.person)
        if actor.person and item.marks:
            self.names.setdefault(item.marks[-1].key, speaker)
        return speaker

    def original_text(self, item: Item) -> str:
        """The words of an item as they are written, without an article before them."""
        start = item.start
        if item.marks and item.marks[0].sense("det") and item.marks[0].start == start and len(item.marks) > 1:
            start = item.marks[1].start
        return self.folded.original[slice(*self.folded.span(start, item.end))].strip().strip('"“”«» ')

    def remember(self, clause: Clause) -> None:
        """Keeps the last person and the last body that did something, for "he" and "the ministry"."""
        item = clause.subject
        if item is None or item.pronoun or not item.actors:
            return
        speaker = self.speaker(item)
        if speaker is None:
            return
        if item.actors[0].person:
            self.last_person = speaker
        else:
            self.last_body = speaker


def _content_side(
    clause: Clause, clauses: Sequence[Clause], sentence: Sentence, quotes: Sequence[Quote], text: str
) -> tuple[int, int]:
    """What a speech clause governs: what follows it, or what stands before when the cue comes last."""
    right = text[clause.end : sentence.end].strip(' "\n')
    left = text[sentence.start : clause.start].rstrip()
    tail = right.strip(".,;:!?)(\"' ")
    following = any(c.at > clause.at and c is not clause for c in clauses) or any(
        q.start >= clause.verb.end and q.start < sentence.end for q in quotes
    )
    if not following and len(tail) < 60 and left and left[-1] in ',"-':
        return sentence.start, clause.start
    if (
        left
        and left.endswith('"')
        and left.strip('" ')
        and not text[clause.end : clause.end + 6].lstrip(" ").startswith("that")
    ):
        # `"...", he said. ` with more after it: both sides are his when a quotation stands on both.
        right_quoted = any(q.start >= clause.verb.end and q.start < sentence.end for q in quotes)
        if not right_quoted and left[-1] in ',"':
            return sentence.start, clause.start
        return sentence.start, sentence.end
    return clause.verb.end, sentence.end


def regions(
    clauses: Sequence[Clause],
    items: Sequence[Item],
    sentence: Sentence,
    quotes: Sequence[Quote],
    text: str,
    voices: Voices,
) -> list[Region]:
    """The stretches of a sentence that somebody says, outer before inner."""
    found: list[Region] = []
    found.extend(_accords(items, clauses, sentence, text, voices))
    mine = [c for c in clauses if c.subject is not None and c.subject.pronoun == "first"]
    for clause in [*(c for c in clauses if c not in mine), *mine]:
        kind = speech_of(clause.verb.classes)
        if kind is None or (clause.passive and kind[0] == "accuse"):
            voices.remember(clause)
            continue
        name, speech = kind
        item = _agent(clause) if clause.passive else clause.subject
        held = [r for r in found if r.start <= clause.verb.start < r.end]
        first = item is not None and item.pronoun == "first" and held
        speaker = min(held, key=lambda r: r.end - r.start).speaker if first else voices.speaker(item)
        if speaker is None and held and (item is None or clause.inherited_subject):
            speaker = held[0].speaker
        voices.remember(clause)
        if speaker is None and speech.gives is not None and not speech.reports and item is not None:
            # Who wishes or threatens may be unknown to us; that it is a wish must still be seen.
            speaker = Speaker(voices.original_text(item), "anonymous", None, (item.start, item.end))
        if speaker is None:
            continue
        if speaker.document and name not in ("say",):
            continue
        start, end = _content_side(clause, clauses, sentence, quotes, text)
        end = min(end, _turn(clause, clauses, items, end))
        found.append(
            Region(
                start,
                end,
                speaker,
                name,
                clause.verb.verb.lemma if clause.verb.verb else name,
                (clause.verb.start, clause.verb.end),
                clause,
                speech,
            )
        )
    return found


def _turn(clause: Clause, clauses: Sequence[Clause], items: Sequence[Item], end: int) -> int:
    """Where the narrator takes over again: ", while the council has scheduled ..."."""
    for k, item in enumerate(items):
        after = items[k + 1] if k + 1 < len(items) else None
        if (
            item.kind == "conj"
            and clause.verb.form == "gerund"
            and item.start > clause.verb.end
            and after is not None
            and after.kind == "vg"
            and after.form == "gerund"
        ):
            return item.start
        if item.kind == "sub" and item.start > clause.verb.end and item.cls & {"concession", "time"} and k > 0:
            comma = items[k - 1].kind == "punct" and items[k - 1].marks[0].text == ","
            opens = any(
                c.kind == "sub" and c.verb.form == "finite" and c.at > k and not c.inherited_subject for c in clauses
            )
            if comma and opens:
                return item.start
    return end


def _agent(clause: Clause) -> Item | None:
    agents = clause.pp("by")
    return agents[0] if agents else None


def _accords(
    items: Sequence[Item], clauses: Sequence[Clause], sentence: Sentence, text: str, voices: Voices
) -> list[Region]:
    """ "according to X": the whole sentence, or the part before it when it closes the sentence."""
    found: list[Region] = []
    for k, item in enumerate(items):
        if item.kind != "accord" or k + 1 >= len(items):
            continue
        target = next((i for i in items[k + 1 : k + 3] if i.kind == "np"), None)
        speaker = voices.speaker(target)
        if target is None or speaker is None:
            continue
        inner = _relative_before(items, k)
        if inner is not None:
            found.append(_accord(item, inner.start, sentence.end, speaker))
            continue
        before = text[sentence.start : item.start].strip(' ,"-(')
        opening = _after_background(items, clauses, sentence)
        start, end = (opening, item.start) if len(before) > 12 else (target.end, sentence.end)
        found.append(_accord(item, start, end, speaker))
        if speaker.person:
            voices.last_person = speaker
    return found


def _accord(item: Item, start: int, end: int, speaker: Speaker) -> Region:
    cue = (item.start, item.end)
    return Region(start, end, speaker, "say", "according to", cue, None, Speech(None, "opined", reports=True))


def _relative_before(items: Sequence[Item], k: int) -> Item | None:
    """The relative clause within which an "according to" stands: it speaks for that clause alone."""
    for item in reversed(items[max(0, k - 4) : k]):
        if item.kind == "rel":
            return item
        if item.kind == "punct":
            return None
    return None


def _after_background(items: Sequence[Item], clauses: Sequence[Clause], sentence: Sentence) -> int:
    """Where the main clause begins: "While X hosts ..., Y hoped ..., according to Z" makes Z answer for Y only."""
    mains = [c.start for c in clauses if c.kind == "main"]
    return min(mains) if items and items[0].kind == "sub" and mains else sentence.start
