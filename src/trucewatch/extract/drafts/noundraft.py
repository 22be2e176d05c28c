"""extract: a draft carried by a noun phrase, and whether a clause already tells of it."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.meaning.admitted import admitter
from trucewatch.extract.meaning.roles import actors_in, doer_of, each_once
from trucewatch.extract.phrases.acts import act_sense
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.speech.attributed import REAL, speakers_at
from trucewatch.model import ActorRole
from trucewatch.model.claim import Modality, Role


def noun_draft(parsed: Parsed, item: Item, kind: str, modality: Modality, rule: str, end: int | None = None) -> Draft:
    """A draft whose words are one noun phrase, said by whoever speaks there."""
    draft = Draft(
        parsed, kind, item.start, end or item.end, modality, f"{parsed.pack.code}.noun.{rule}", features=["nominal"]
    )
    draft.carrier = item
    draft.speakers = speakers_at(parsed, item.start, real=modality in REAL)
    return draft


def already(item: Item, holder: Clause | None, taken: list[Draft], kind: str) -> bool:
    """Whether a clause's claim already tells of this act."""
    family = kind.split(".", maxsplit=1)[0]
    for draft in taken:
        inside = draft.start <= item.start and item.end <= draft.end
        if inside and draft.type == kind and draft.modality in ("happened", "ongoing"):
            return True
        if inside and draft.carrier is not None and draft.carrier is item:
            return True
        if inside and draft.type.startswith("harm.") and family == "kin" and act_sense(item) is None:
            return True
    return False


def tail_actors(item: Item, parsed: Parsed, doer: Role = "perpetrator") -> Iterator[ActorRole]:
    """Who stands after an act's noun: "clashes between A and B", "an attack by A on B"."""
    if item not in parsed.items:
        return
    k = parsed.items.index(item) + 1
    while k + 1 < len(parsed.items) and parsed.items[k].kind == "prep" and parsed.items[k + 1].kind == "np":
        cls, target = parsed.items[k].cls, parsed.items[k + 1]
        if cls & {"between", "with", "by"}:
            yield from actors_in([target], doer, parsed)
        elif cls & {"against", "on"} and not target.places:
            yield from actors_in([target], "target", parsed)
        k += 2


def own_up(draft: Draft, admission: Clause) -> None:
    """ "The brigade claimed responsibility for the raid": who says so of himself did it, and says it."""
    who = admitter(admission)
    doer = doer_of("kin." if draft.type.startswith("harm.") else draft.type)
    if who is None or any(a.role == doer for a in draft.actors):
        return
    parsed = draft.parsed
    told = actors_in([who], doer, parsed) or [_by_its_words(who, doer, parsed)]
    draft.actors = each_once([*told, *draft.actors])
    speaker = draft.parsed.speaker_of(who) if draft.parsed.speaker_of is not None else None
    if speaker is not None and all(s.who != speaker.who for s, _ in draft.speakers):
        verb = admission.verb.verb.lemma if admission.verb.verb is not None else "admit"
        draft.speakers = ((speaker, verb), *draft.speakers)


def _by_its_words(who: Item, doer: Role, parsed: Parsed) -> ActorRole:
    span = parsed.span(who.start, who.end)
    return ActorRole(doer, parsed.original[slice(*span)], None, "stated", span)
