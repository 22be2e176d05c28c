"""extract: who says it without a verb: "according to", "X's claim that", "X: ..." and "...: monitor"."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from trucewatch.extract.clauses.speech import SPEECH, Speech, speech_of
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.speech.region import Region
from trucewatch.extract.speech.scene import Scene
from trucewatch.extract.speech.speaker import Speaker

_REPORTED = Speech(None, "opined", reports=True)
_SHORT = 12
"""Characters before an "according to" that are too few to be what is said."""


def relayed_by(item: Item | None, scene: Scene) -> list[Item]:
    """ "the ministry, quoted by Interfax,": who passes on the words of a phrase."""
    if item is None:
        return []
    return [
        agent
        for c in scene.clauses
        if c.subject is item and c.passive and c.verb.classes & {"relay"}
        for agent in c.pp("by")
    ]


# "according to X", "citing X"


def accords(scene: Scene) -> list[Region]:
    """ "according to X": the whole sentence, or the part before it when it closes the sentence."""
    found: list[Region] = []
    for k, item in enumerate(scene.items):
        if k + 1 >= len(scene.items) or not (item.kind == "accord" or _by_document(scene, k)):
            continue
        target = next((i for i in scene.items[k + 1 : k + 3] if i.kind == "np"), None)
        speaker = scene.voices.speaker(target, loose=True)
        if target is None or speaker is None:
            continue
        scene.voices.met(target, speaker)
        start, end = _accord_side(scene, k, target)
        via = tuple(s for i in relayed_by(target, scene) if (s := scene.voices.speaker(i)) is not None)
        region = Region(start, end, speaker, "say", "according to", (item.start, item.end), None, _REPORTED, via)
        found.append(_beside(region, item, scene))
    return found


def _by_document(scene: Scene, k: int) -> bool:
    """ "Under the deal, patrols are to begin": the agreement says what shall be, where it opens the sentence."""
    item, target = scene.items[k], scene.items[k + 1]
    if item.kind != "prep" or item.marks[0].key not in scene.voices.document_words or target.kind != "np":
        return False
    opens = len(scene.text[scene.sentence.start : item.start].strip(' ,"-(')) <= _SHORT
    full = next((i for i in scene.items[k + 2 :] if i.kind == "vg" and i.form == "finite"), None)
    shall = full is not None and (full.modal or (full.tense == "pres" and not full.progressive and not full.perfect))
    return opens and bool(shall) and "agreement" in target.classes


def _accord_side(scene: Scene, k: int, target: Item) -> tuple[int, int]:
    inner = _relative_before(scene, k)
    if inner is not None:
        return inner.start, scene.sentence.end
    item = scene.items[k]
    if target.end <= item.start:  # "X'e göre": the word stands behind who says it
        opens = len(scene.text[scene.sentence.start : target.start].strip(' ,"-(')) <= _SHORT
        return (item.end, scene.sentence.end) if opens else (scene.sentence.start, target.start)
    before = scene.text[scene.sentence.start : item.start].strip(' ,"-(')
    return (_after_background(scene), item.start) if len(before) > _SHORT else (target.end, scene.sentence.end)


def _beside(region: Region, accord: Item, scene: Scene) -> Region:
    """ "Reuters reported, citing officials": what the officials say is what Reuters reports, and no more."""
    if "cite" not in accord.cls:
        return region
    for clause in scene.clauses:
        if clause.verb.end <= accord.start and clause.end + 3 >= accord.start and speech_of(clause.verb.classes):
            if clause.start - region.start > _SHORT:
                return dataclasses.replace(region, end=clause.start)
            return dataclasses.replace(region, start=clause.verb.end)
    return region


def _relative_before(scene: Scene, k: int) -> Item | None:
    """The relative clause within which an "according to" stands: it speaks for that clause alone."""
    for item in reversed(scene.items[max(0, k - 4) : k]):
        if item.kind == "rel":
            return item
        if item.kind == "punct":
            return None
    return None


def _after_background(scene: Scene) -> int:
    """Where the main clause begins: "While X hosts ..., Y hoped ..., according to Z" makes Z answer for Y only."""
    mains = [c.start for c in scene.clauses if c.kind == "main"]
    opens = bool(scene.items) and scene.items[0].kind == "sub" and bool(mains)
    return min(mains) if opens else scene.sentence.start


# "X's claim that", "the threat by X to"


def noun_cues(scene: Scene) -> Iterator[Region]:
    """A noun of speech with its owner and what is said: "Ankara's claim that ...", "a threat by the group to ..."."""
    for k, item in enumerate(scene.items):
        if item.kind != "np" or item.head is None or item.pronoun:
            continue
        name, speech = _noun_speech(item)
        owner, content = _owner(scene, k), _content(scene, k)
        if speech is None or owner is None or content is None:
            continue
        speaker = scene.voices.speaker(owner, loose=True)
        if speaker is None:
            continue
        cue = next((m for m in item.marks if m.sense("noun") is item.head), item.marks[-1])
        yield Region(content, scene.sentence.end, speaker, name, cue.key, (cue.start, cue.end), None, speech)


def _noun_speech(item: Item) -> tuple[str, Speech | None]:
    if item.classes & {"claim_noun"}:
        return "say", _REPORTED
    found = speech_of(item.classes)
    return found if found is not None else ("", None)


def _owner(scene: Scene, k: int) -> Item | None:
    """Whose words they are: "X's claim", "the claim of X", "the claim by X"."""
    item = scene.items[k]
    if item.owner is not None:
        return item.owner
    if item.of:
        return next((i for i in item.of if i.actors or i.classes & {"people", "speaker_noun"}), None)
    prep = scene.items[k + 1] if k + 1 < len(scene.items) else None
    if prep is not None and prep.kind == "prep" and prep.cls & {"by", "from"} and k + 2 < len(scene.items):
        return scene.items[k + 2] if scene.items[k + 2].kind == "np" else None
    return None


def _content(scene: Scene, k: int) -> int | None:
    """Where what is said begins: behind "that", or at an infinitive."""
    for item in scene.items[k + 1 : k + 4]:
        if item.kind == "comp":
            return item.start
        if item.kind == "vg":
            return item.start if item.form == "infinitive" else None
        if item.kind == "punct":
            return None
    return None


# "X: ...", "...: monitor"


def colons(scene: Scene) -> Iterator[Region]:
    """A name before or behind a colon, as headlines and bulletins give their source."""
    items, sentence = scene.items, scene.sentence
    for k, item in enumerate(items):
        if item.kind != "punct" or item.marks[0].text not in (":", "-") or not 0 < k < len(items) - 1:
            continue
        mark, colon = item.marks[0], item.marks[0].text == ":"
        cue = (mark.start, mark.end)
        spaced = not mark.glued
        first = colon and _name_alone(scene, 0, k) and not _topic(items[k - 1])
        last = (colon or spaced) and _name_alone(scene, k + 1, len(items))
        if first:
            yield from _named(scene, items[k - 1], (item.end, sentence.end), cue, loose=_transcript(items[k - 1]))
            return
        if last and any(i.kind == "vg" or i.counts for i in items[:k]) and (colon or sentence.section == "headline"):
            yield from _named(scene, items[k + 1], (sentence.start, item.start), cue)
            return


def _name_alone(scene: Scene, i: int, j: int) -> bool:
    """Whether items `[i, j)` are one phrase that can speak, and nothing else but signs."""
    rest = [item for item in scene.items[i:j] if item.kind != "punct"]
    return len(rest) == 1 and rest[0].kind == "np" and not rest[0].counts and not rest[0].pronoun


def _topic(item: Item) -> bool:
    """ "Mali : l'armée entre dans Kidal", "Idlib: three killed": a place says where, as does a state's own name; a
    capital's may say who.
    """
    named = {n.use for m in item.marks for n in m.actors}
    states = named == {"name"} and all(a.kind == "state" for a in item.actors)
    land = item.head is not None and bool(item.head.classes & {"territory", "part_of", "zone"})
    return land or (bool(item.places) and item.head is None and (states or not item.actors))


def _transcript(item: Item) -> bool:
    """A name in capitals alone, as transcripts put before a speech."""
    return bool(item.marks) and all(m.capital for m in item.marks if m.is_word) and item.head is None


def _named(
    scene: Scene, item: Item, side: tuple[int, int], cue: tuple[int, int], *, loose: bool = False
) -> Iterator[Region]:
    if not (loose or item.actors or item.classes & {"speaker_noun", "monitor_people"}):
        return
    speaker: Speaker | None = scene.voices.speaker(item, loose=loose)
    if speaker is not None and not speaker.document:
        scene.voices.met(item, speaker)
        yield Region(*side, speaker, "say", ":", cue, None, SPEECH["say"])
