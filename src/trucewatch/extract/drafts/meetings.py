"""extract: talks told as a setting: "after six hours of talks", "at a joint press conference"."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.drafts.counts import counts_of
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.drafts.figures import figure
from trucewatch.extract.drafts.noundraft import already, noun_draft, tail_actors
from trucewatch.extract.meaning.mode import mode_of
from trucewatch.extract.meaning.roles import actors_in, each_once
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.model import ActorRole
from trucewatch.model.claim import Modality

_MEETINGS = ("dip.talks", "dip.press", "dip.call")


_TO_COME = frozenset({"planned", "hoped", "predicted", "promised"})


def meets(item: Item) -> bool:
    """Whether a phrase names a meeting, or a time that may be one's length."""
    head = item.head
    return head is not None and (head.type in _MEETINGS or "unit" in head.classes)


def talks(item: Item, parsed: Parsed, holder: Clause | None, taken: list[Draft]) -> Iterator[Draft]:
    """Talks told as a setting: "after six hours of talks", "at a joint press conference", "during a meeting"."""
    head = item.head
    if head is not None and "unit" in head.classes:
        head = item.of[0].head if item.of else None
    if head is None or head.type not in _MEETINGS or already(item, holder, taken, head.type):
        return
    modality = "planned" if _came_for(item, holder) else _meeting_modality(parsed, holder)
    headed = parsed.sentence.section in ("headline", "caption")
    named = item.counts or item.definite or item.actors or item.modifiers & {"joint"} or item.of
    if modality is None or not (named or headed or head.type == "dip.press" or _came_for(item, holder)):
        return
    if not (item.counts or _is_setting(item, parsed) or _came_for(item, holder)):
        return
    draft = noun_draft(parsed, item, head.type, modality, "talks")
    draft.actors = each_once([*_participants(item, parsed, holder), *tail_actors(item, parsed, "party")])
    for count, _ in counts_of(item):
        if count.head is not None and count.head.info.get("measure") == "duration_h":
            draft.figures.append(figure(count, "duration_h", parsed, float(count.head.info["factor"])))
    yield draft


def sought_at(item: Item, parsed: Parsed, holder: Clause | None, taken: list[Draft]) -> Iterator[Draft]:
    """ "A and B seek to ease tensions at talks": the ease is hoped for; the talks are where they seek it."""
    head, aim = item.head, holder.parent if holder is not None and holder.kind == "infinitive" else None
    if head is None or head.type not in _MEETINGS or holder is None or aim is None or "try" not in aim.verb.classes:
        return
    if aim.verb.negated or already(item, holder, taken, head.type) or not _is_setting(item, parsed):
        return
    if mode_of(aim, parsed).modality not in ("happened", "ongoing", "state"):
        return
    participants = actors_in([aim.subject], "party", parsed)
    if len(participants) > 1:
        draft = noun_draft(parsed, item, head.type, "happened" if aim.verb.tense == "past" else "planned", "talks")
        draft.start = min(draft.start, aim.start)
        draft.actors = each_once([*participants, *tail_actors(item, parsed, "party")])
        yield draft


def _came_for(item: Item, holder: Clause | None) -> bool:
    """ "arrived in Sanaa for talks": what somebody comes for is planned, if he came."""
    came = holder is not None and "travel" in holder.verb.classes and not holder.verb.negated
    return came and holder is not None and any(np is item for np in holder.pp("for"))


def _meeting_modality(parsed: Parsed, holder: Clause | None) -> Modality | None:
    """Held, unless the clause around it is of what is to come; then planned in a headline, and nothing elsewhere."""
    mode = mode_of(holder, parsed) if holder is not None else None
    if mode is None or mode.modality in ("happened", "ongoing", "state"):
        return "happened"
    return "planned" if parsed.sentence.section == "headline" and mode.modality in _TO_COME else None


def _is_setting(item: Item, parsed: Parsed) -> bool:
    """Whether "in", "at", "after" or "during" stands before it."""
    settings = frozenset({"in", "time", "response", "near"})
    for clause in parsed.clauses:
        for prep, np in clause.pps:
            if (np is item or item in np.of) and (prep.cls & settings or not prep.cls):
                return True
    k = parsed.items.index(item) if item in parsed.items else 0
    return k > 0 and parsed.items[k - 1].kind == "prep" and bool(parsed.items[k - 1].cls & settings)


def _participants(item: Item, parsed: Parsed, holder: Clause | None) -> list[ActorRole]:
    """Who talks: the subject; without a verb, who is named before ("A and B during a meeting").

    "Syria talks" are about Syria: what stands within the phrase itself is no participant.
    """
    if holder is not None:
        return actors_in([holder.subject], "party", parsed)
    k = parsed.items.index(item) if item in parsed.items else 0
    return actors_in([i for i in parsed.items[:k] if i.kind == "np"], "party", parsed)
