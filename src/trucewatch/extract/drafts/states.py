"""extract: states and stances that noun phrases tell: "Moscow-backed rebels", "the last stronghold"."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.drafts.counts import counts_of
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.drafts.figures import figure, unit_figure
from trucewatch.extract.drafts.noundraft import noun_draft
from trucewatch.extract.meaning.roles import actors_in, each_once, refs
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.model import ActorRole

SUPPORT = frozenset({"backed", "support"})
STATES = frozenset(
    {"ally", "crisis", "demand_noun", "displaced", "idp", "intensity", "refugee", "risk", "stronghold", "threaten"}
    | {"war", "zone"}
)
"""What the head of a phrase must tell for it to tell one of these states by itself."""


def intensity(item: Item, parsed: Parsed, holder: Clause | None) -> Iterator[Draft]:
    """Fighting that flares or goes on: background, never one event."""
    if "intensity" not in item.classes or (holder is not None and item in holder.objects and holder.verb.modal):
        return  # "could resume hostilities"
    strong = (
        item.classes & {"escalation"}
        or item.modifiers & {"intense", "last", "escalation"}
        or item.time is not None
        or item.definite
    )
    if strong:
        draft = noun_draft(parsed, item, "state.intensity", "happened", "intensity")
        draft.actors = each_once(actors_in([item], "party", parsed))
        draft.background = True
        yield draft


def crisis(item: Item, parsed: Parsed) -> Iterator[Draft]:
    """A humanitarian crisis that has a time: background, never an event of its own day."""
    if item.classes & {"crisis"} and item.time is not None:
        yield noun_draft(parsed, item, "state.humanitarian", "happened", "crisis")


def risk(item: Item, parsed: Parsed) -> Iterator[Draft]:
    """The risk of a war or of a confrontation between sides that are named."""
    if item.classes & {"risk"} and any(o.all_classes() & {"confrontation", "war"} for o in item.of):
        draft = noun_draft(parsed, item, "state.risk", "possible", "risk")
        draft.actors = each_once(actors_in([item], "party", parsed))
        yield draft


def backed(item: Item, parsed: Parsed) -> Iterator[Draft]:
    """ "Moscow-backed rebels", "Russia, an ally of the Syrian regime"."""
    if item.modifiers & {"backed", "support"} and not item.classes & {"accord", "agreement", "truce", "talks"}:
        for k, mark in enumerate(item.marks):
            if (
                k >= 2
                and (mark.sense("adj", "backed") or mark.sense("verb", "support"))
                and item.marks[k - 1].text == "-"
                and item.marks[k - 2].actors
            ):
                backer = item.marks[k - 2]
                draft = noun_draft(parsed, item, "state.alliance", "state", "backed")
                span = parsed.span(backer.start, backer.end)
                role = ActorRole("party", parsed.original[span[0] : span[1]], backer.actors[0].id, "stated", span)
                draft.actors = each_once([role, *actors_in([item], "beneficiary", parsed)])
                draft.carrier = None
                yield draft
                return
    if item.classes & {"ally"} and (item.of or item.owner):
        at = parsed.items.index(item) if item in parsed.items else -1
        before = parsed.items[at - 2] if at >= 2 and parsed.items[at - 1].kind == "punct" else None
        others = [r for o in item.of for r in refs(o)] or refs(item.owner)
        if before is not None and before.kind == "np" and refs(before) and others:
            draft = noun_draft(parsed, item, "state.alliance", "state", "ally")
            draft.start = before.start
            draft.actors = each_once(
                [*actors_in([before], "party", parsed), *actors_in([*item.of, item.owner], "beneficiary", parsed)]
            )
            yield draft


def stronghold(item: Item, parsed: Parsed) -> Iterator[Draft]:
    """Who holds the place that is called a stronghold."""
    if item.classes & {"stronghold"} and (item.modifiers & {"last", "fighter", "ordinal"} or item.of or item.actors):
        draft = noun_draft(parsed, item, "state.control", "state", "stronghold")
        draft.actors = each_once(actors_in([item, *item.of], "party", parsed))
        yield draft


def duration(item: Item, parsed: Parsed) -> Iterator[Draft]:
    """ "the nine-year conflict", "nine years of war": how long a war has lasted."""
    war = item.classes & {"war"} or any(o.classes & {"war"} for o in item.of)
    if not war:
        return
    for count in item.counts:
        if count.head is not None and count.head.info.get("measure") == "days":
            draft = noun_draft(parsed, item, "state.duration", "state", "duration")
            draft.figures.append(figure(count, "days", parsed, float(count.head.info["factor"])))
            yield draft
            return


def width(item: Item, parsed: Parsed, taken: list[Draft]) -> Iterator[Draft]:
    """ "..., a buffer zone 12 kilometres wide": the zone told of before, with its measure."""
    terms = [d for d in taken if d.type == "term.zone"]
    if "zone" not in item.classes or not terms or any(d.start <= item.start < d.end for d in terms):
        return
    figures = [f for c, i in counts_of(item) if (f := unit_figure(c, i, parsed, "term.zone")) is not None]
    if figures:
        draft = noun_draft(parsed, item, "term.zone", terms[0].modality, "width")
        draft.figures = figures
        yield draft


def threat(item: Item, parsed: Parsed) -> Iterator[Draft]:
    """ "Erdogan's threat to allow millions to cross": a threat, a demand or a wish told as a noun with its holder."""
    for cls, kind, modality in (("threaten", "dip.threat", "threatened"), ("demand_noun", "dip.demand", "hoped")):
        holders = item.actors or refs(item.owner) or [r for o in item.of for r in refs(o)]
        if cls in item.classes and holders:
            last = max(
                (
                    c.end
                    for c in parsed.clauses
                    if c.kind == "infinitive" and c.start >= item.end and c.start - item.end < 160
                ),
                default=item.end,
            )
            draft = noun_draft(parsed, item, kind, modality, cls, last)  # type: ignore[arg-type]
            draft.actors = each_once([*actors_in([item], "party", parsed), *actors_in([item.owner], "party", parsed)])
            for clause in parsed.clauses:
                if item.end <= clause.start < last:
                    for phrase in clause.phrases():
                        draft.figures += [
                            figure(c, "refugees", parsed)
                            for c, _ in counts_of(phrase)
                            if c.head is not None and c.head.classes & {"people"}
                        ]
            yield draft


_HEADING = 4
"""Items of a heading that is nothing but a number of people."""


def more_displaced(item: Item, parsed: Parsed) -> Iterator[Draft]:
    """ "A million more refugees": a heading without a verb that tells of people driven out."""
    counts = [c for c in item.counts if c.head is not None]
    alone = not parsed.clauses and parsed.items[0] is item and len(parsed.items) <= _HEADING
    if not (alone and counts and item.classes & {"refugee", "idp", "displaced"}):
        return
    words = parsed.pack.lists.get("more", frozenset())
    if counts[0].number.more or any(m.key in words for i in parsed.items for m in i.marks):
        draft = noun_draft(parsed, item, "harm.displaced", "happened", "more_displaced", parsed.items[-1].end)
        draft.figures = [figure(counts[0], "displaced", parsed)]
        yield draft
