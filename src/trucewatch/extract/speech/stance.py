"""extract: who says it: the speech clauses of a sentence and the stretch that each governs."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.clauses.speech import SPEECH, Speech, speech_of
from trucewatch.extract.phrases.item import ActorRef, Item
from trucewatch.extract.speech.cues import accords, colons, noun_cues, relayed_by
from trucewatch.extract.speech.region import Region
from trucewatch.extract.speech.scene import Scene
from trucewatch.extract.speech.speaker import HOUSES, Speaker

_LOOSE = frozenset({"say", "announce", "warn", "assure"})
"""Kinds of speech whose subject says something, whatever it is: "the lawsuit says that ..."."""
_TAIL = 60
"""Characters behind a speech verb at the end of its sentence that are no content of their own."""
_SENSED = frozenset({"sighted", "see", "heard"})
_DEEDS = frozenset({"act", "harm", "throw", "fire_weapon", "hit"})
"""Verbs of what can be seen done."""
_NEAR = 90
"""Characters within which a quotation belongs to the verb before it."""


def regions(scene: Scene) -> list[Region]:
    """The stretches of a sentence that somebody says, outer before inner."""
    found = [*accords(scene), *noun_cues(scene), *colons(scene)]
    mine = [c for c in scene.clauses if c.subject is not None and c.subject.pronoun == "first"]
    for clause in [*(c for c in scene.clauses if c not in mine), *mine]:
        _go_back(clause, scene, found)
        region = _region(clause, scene, found)
        if region is not None:
            found.append(region)
    return found


def _go_back(clause: Clause, scene: Scene, found: list[Region]) -> None:
    """Keeps whom a clause's "he", "we" or "the two sides" goes back to, while the report is read this far."""
    item = clause.subject
    if item is None or item.actors or item.stands_for:
        return
    held = [r for r in found if r.holds(clause.verb.start)]
    inner = min(held, key=lambda r: r.end - r.start) if held else None
    if item.pronoun == "first":
        speaker = inner.speaker if inner is not None else scene.voices.speaker(item)
    elif item.pronoun == "neuter":
        speaker = inner.speaker if inner is not None and _does_itself(clause, inner, scene) else None
    else:
        speaker = scene.voices.gone_back_to(item)
    if speaker is not None and speaker.id is not None and speaker.kind not in HOUSES:
        item.stands_for = [
            ActorRef(item.text, item.start, item.end, ident, None, speaker.person) for ident in speaker.id.split(";")
        ]


def _does_itself(clause: Clause, inner: Region, scene: Scene) -> bool:
    """ "The army said it shelled the town": in what a body says of an act, unless word for word, "it" is the body."""
    acts = any(item.classes & {"act", "strike", "bare_strike"} for item in (clause.verb, *clause.objects))
    quoted = any(q.start <= clause.verb.start < q.end for q in scene.quotes)
    return acts and not clause.passive and not quoted and not inner.speaker.person and inner.clause is clause.parent


def _region(clause: Clause, scene: Scene, found: list[Region]) -> Region | None:
    """What one clause says that somebody says; remembers who did or said something."""
    kind = _speech(clause, scene)
    if kind is None or (kind[0] == "accuse" and _by_nobody(clause)) or _relays(clause):
        scene.voices.remember(clause)
        return None
    name, speech = kind
    item, via = _sayer(clause), _passed_on(clause, scene)
    held = [r for r in found if r.holds(clause.verb.start)]
    speaker = _speaker(clause, item, name, scene, held)
    scene.voices.met(item, speaker)
    if item is not None and (_is_of_document(item) or (name == "threaten" and item.classes & _THINGS)):
        return None  # "a section of the accord that guarantees", "frictions that threaten to"
    if speaker is None and speech.gives is not None and not speech.reports and item is not None:
        # Who wishes or threatens may be unknown to us; that it is a wish must still be seen.
        speaker = Speaker(scene.voices.original_text(item), "anonymous", None, (item.start, item.end))
    if speaker is None or (speaker.document and name != "say"):
        return None
    start, end = _content_side(clause, scene)
    end = min(end, _turn(clause, scene, end))
    verb = clause.verb.verb.lemma if clause.verb.verb else name
    cue = (clause.verb.start, clause.verb.end)
    return Region(start, end, speaker, name, verb, cue, clause, speech, tuple(v for v in via if v.id != speaker.id))


def _by_nobody(clause: Clause) -> bool:
    """ "Was accused of", "a strike blamed on": an accusation of which nobody is told to make it."""
    return clause.passive and (clause.kind == "reduced" or not clause.pp("by"))


def _speech(clause: Clause, scene: Scene) -> tuple[str, Speech] | None:
    """The kind of speech of a clause; verbs that say nothing by themselves ("continued") do beside a quotation."""
    if _is_done(clause):
        return None
    kind = speech_of(clause.verb.classes)
    if (kind is None or kind[0] in ("say", "opine")) and _is_sight(clause):
        return "say", SPEECH["say"]
    if kind is None and clause.verb.classes & {"shows"} and _shows(clause):
        return "say", SPEECH["say"]
    if kind is not None or "utter" not in clause.verb.classes or clause.passive:
        return kind
    goes_on = any(c.parent is clause and c.kind == "infinitive" and c.at == clause.at + 1 for c in scene.clauses)
    return ("say", SPEECH["say"]) if not goes_on and _quoted(clause, scene) else None  # "would continue to seek"


def _is_done(clause: Clause) -> bool:
    """ "denied the team access", "saw four howitzers": a verb of speech or thought that here is a deed or a sight."""
    verb = clause.verb.classes
    if "hinder" in verb and any("access" in o.classes for o in clause.objects):
        return True
    return "sighted" in verb and any(o.classes & {"weapon_thing", "weapons_withdraw"} for o in clause.objects)


def _is_sight(clause: Clause) -> bool:
    """ "Residents saw soldiers burning houses": who sees or hears an act is who tells of it."""
    who = clause.subject
    if clause.verb.classes.isdisjoint(_SENSED) or clause.passive or clause.verb.negated or who is None:
        return False
    somebody = who.actors or who.pronoun or who.classes & {"people", "speaker_noun", "monitor_people"}
    return bool(somebody) and any(c.subject is not who and c.verb.classes & _DEEDS for c in clause.children)


def _shows(clause: Clause) -> bool:
    """ "The report found that", "polls show that": documents and bodies say what they find; a thing shows it."""
    subject = clause.subject
    speaks = subject is not None and (subject.actors or subject.classes & {"record", "speaker_noun"})
    return bool(speaks) and not clause.passive and any(c.kind == "complement" for c in clause.children)


def _quoted(clause: Clause, scene: Scene) -> bool:
    """Whether a quotation stands right before a clause or not far behind its verb."""
    left = scene.text[scene.sentence.start : clause.start].rstrip(" ,")
    if left.endswith('"') and any(q.end >= scene.sentence.start and q.end <= clause.start for q in scene.quotes):
        return True
    verbs = [c.verb.start for c in scene.clauses if c.at > clause.at and c.verb.form == "finite"]
    limit = min([*verbs, clause.verb.end + _NEAR])
    return any(clause.verb.end <= q.start <= limit for q in scene.quotes) and not _inside_quote(clause, scene)


def _inside_quote(clause: Clause, scene: Scene) -> bool:
    return any(q.start <= clause.verb.start < q.end for q in scene.quotes)


def _relays(clause: Clause) -> bool:
    """ "Interfax quoted the ministry as saying": the words are those of the clause that hangs on it."""
    return bool(clause.verb.classes & {"relay"}) and any(
        c.parent is clause and c.verb.classes & {"say", "announce"} for c in _later(clause)
    )


def _later(clause: Clause) -> Iterator[Clause]:
    yield from clause.children


def _sayer(clause: Clause) -> Item | None:
    """Who says it: the subject, the agent of a passive, or whoever is quoted "as saying"."""
    parent = clause.parent
    if parent is not None and parent.verb.classes & {"relay"} and clause.inherited_subject and _relays(parent):
        return parent.subject if parent.passive else next(iter(parent.objects), None)
    if clause.passive:
        return next(iter(clause.pp("by")), None)
    return clause.subject


def _passed_on(clause: Clause, scene: Scene) -> list[Speaker]:
    """The houses to which or in which something is said: "told AFP", "quoted by Interfax", "carried by SANA"."""
    items = [i for i in clause.phrases() if i is not clause.subject and not (clause.passive and i in clause.pp("by"))]
    parent = clause.parent
    if parent is not None and parent.verb.classes & {"relay"} and _relays(parent):
        items += clause.pp("by")
        items += parent.pp("by") if parent.passive else [parent.subject] if parent.subject is not None else []
    items += [i for c in clause.children if c.kind == "reduced" and c.passive for i in c.pp("by")]
    items += relayed_by(_sayer(clause), scene)
    found: list[Speaker] = []
    for item in items:
        for part in (item, *item.of):
            if part.actors and not part.parts and part.actors[0].kind in HOUSES:
                speaker = scene.voices.speaker(part)
                if speaker is not None and all(s.id != speaker.id for s in found):
                    found.append(speaker)
    return found


def _speaker(clause: Clause, item: Item | None, name: str, scene: Scene, held: list[Region]) -> Speaker | None:
    if item is not None and item.pronoun == "first" and held:
        return min(held, key=lambda r: r.end - r.start).speaker
    tells = name in _LOOSE and not clause.inherited_subject and _has_content(clause, scene)
    owns_up = "admit" in clause.verb.classes and not clause.verb.negated
    tells = tells or (owns_up and item is not None and not item.negated)
    speaker = scene.voices.speaker(item, loose=tells)
    if speaker is None and held and (item is None or clause.inherited_subject or not _may_want(item)):
        return held[0].speaker
    return speaker


_THINGS = frozenset({"relation", "abstract", "crisis", "war", "intensity", "risk"})
"""What threatens without a will: "frictions that threaten to"."""


def _is_of_document(item: Item) -> bool:
    """ "Part of the deal": a piece of the agreement's text."""
    return (
        not item.actors
        and not item.classes & {"people", "speaker_noun"}
        and any("agreement" in o.classes for o in item.of)
    )


def _may_want(item: Item) -> bool:
    """Whether a phrase is somebody: "the solution requires that" says what its speaker wants."""
    return bool(item.actors or item.pronoun or item.classes & {"people", "speaker_noun"} or item.head is None)


def _has_content(clause: Clause, scene: Scene) -> bool:
    """Whether a clause is followed or preceded by what is said: another clause or a quotation."""
    told = any(c is not clause and c.parent is clause and c.verb.form == "finite" for c in scene.clauses)
    return told or bool(clause.inverted) or _quoted(clause, scene) or _closes(clause, scene)


def _closes(clause: Clause, scene: Scene) -> bool:
    """Whether a speech clause closes its sentence behind a comma: "..., the lawsuit says"."""
    left = scene.text[scene.sentence.start : clause.start].rstrip()
    return bool(left) and left[-1] in ',"' and _ends(clause, scene)


def _ends(clause: Clause, scene: Scene) -> bool:
    """Whether nothing but a short tail follows a speech clause."""
    tail = scene.text[clause.end : scene.sentence.end].strip(" \"\n.,;:!?)('")
    following = any(c.at > clause.at and not (c.kind == "reduced" and c.parent is clause) for c in scene.clauses)
    return not following and len(tail) < _TAIL and not scene.quoted_after(clause.verb.end)


def _inserted(clause: Clause, scene: Scene) -> bool:
    """Whether a speech clause stands between commas: "The road, he said, was cut"."""
    right = scene.text[clause.end : scene.sentence.end].lstrip()
    return right.startswith(",") and not scene.quoted_after(clause.verb.end)


def _told_before(clause: Clause, scene: Scene) -> tuple[int, int] | None:
    """Where the verb closes its clause, what is said stands between who says it and the verb."""
    subject, at = clause.subject, clause.verb.start
    if subject is not None and subject.end < at and not any(c.at > clause.at and c.start > at for c in scene.clauses):
        between = [q for q in scene.quotes if subject.end <= q.start and q.end <= at]
        if between:
            return between[0].start, between[-1].end  # 'Akar, "...", said'
    inner = [c for c in scene.clauses if c.parent is clause and c.verb.end <= at]
    if not any(c.kind in ("complement", "infinitive") for c in inner):
        return None
    first = subject is not None and not clause.inherited_subject and subject.end <= min(c.start for c in inner)
    return (subject.end if first and subject is not None else scene.sentence.start), at


def _holds_its_own(clause: Clause, left: str) -> bool:
    """ "While the shelling went on, the UN called for calm": what is wished stands in the clause itself."""
    found = speech_of(clause.verb.classes)
    wishes = found is not None and found[1].gives is not None and not found[1].reports
    return wishes and not clause.inverted and left[-1] != '"' and bool(clause.objects or clause.pps)


def _content_side(clause: Clause, scene: Scene) -> tuple[int, int]:
    """What a speech clause governs: what follows it, or what stands before when the cue comes last."""
    sentence, text = scene.sentence, scene.text
    earlier = _told_before(clause, scene)
    if earlier is not None:
        return earlier
    left = text[sentence.start : clause.start].rstrip()
    if left and left[-1] in ',"-' and _ends(clause, scene) and not _holds_its_own(clause, left):
        return sentence.start, clause.start
    if left and left[-1] in ',"' and _inserted(clause, scene):
        told = any(c.verb.form == "finite" and c.verb.end <= clause.start for c in scene.clauses)
        return (sentence.start, clause.start) if told else (sentence.start, sentence.end)
    said_that = text[clause.end : clause.end + 6].lstrip(" ").startswith("that")
    if left.endswith('"') and left.strip('" ') and not said_that:
        # `"...", he said. ` with more after it: both sides are his when a quotation stands on both.
        if not scene.quoted_after(clause.verb.end):
            return sentence.start, clause.start
        return sentence.start, sentence.end
    return clause.verb.end, sentence.end


def _turn(clause: Clause, scene: Scene, end: int) -> int:
    """Where the narrator takes over again: ", while the council has scheduled ..."."""
    items = scene.items
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
                c.kind == "sub" and c.verb.form == "finite" and c.at > k and not c.inherited_subject
                for c in scene.clauses
            )
            if comma and opens:
                return item.start
    return end
