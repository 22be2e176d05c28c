"""extract: claims that stand in noun phrases: "after an air strike", "Moscow-backed forces"."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.extract.classify import BY_WEAPON, OPEN_TYPES, act_sense, weapon_of
from trucewatch.extract.clausal import speakers_at
from trucewatch.extract.clause import Clause
from trucewatch.extract.draft import Draft
from trucewatch.extract.figures import counts_of, figure, unit_figure
from trucewatch.extract.item import Item
from trucewatch.extract.mode import clause_at, mode_of, silenced
from trucewatch.extract.roles import _all, _unique, refs
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.victims import implied
from trucewatch.model import ActorRole, Figure
from trucewatch.model.claim import Measure, Modality, Role


def nominal_drafts(parsed: Parsed, taken: list[Draft]) -> list[Draft]:
    """The drafts of a sentence's noun phrases, but for those that a clause already carries."""
    found: list[Draft] = []
    carried = {id(d.carrier) for d in taken if d.carrier is not None}
    for item in parsed.items:
        if item.kind == "np":
            for part in _parts(item):
                if id(part) not in carried:
                    found.extend(_of(part, parsed, taken))
    return found


def _parts(item: Item) -> Iterator[Item]:
    if not item.parts:
        yield item
    for other in (*item.parts, *item.of, *([item.owner] if item.owner else [])):
        yield from _parts(other)


def _draft(parsed: Parsed, item: Item, kind: str, modality: Modality, rule: str, end: int | None = None) -> Draft:
    draft = Draft(
        parsed, kind, item.start, end or item.end, modality, f"{parsed.pack.code}.noun.{rule}", features=["nominal"]
    )
    draft.carrier = item
    draft.speakers = speakers_at(parsed, item.start)
    return draft


def _of(item: Item, parsed: Parsed, taken: list[Draft]) -> Iterator[Draft]:
    yield from _deaths(item, parsed, taken)
    if item.negated or item.pronoun:
        return
    yield from _backed(item, parsed)
    yield from _stronghold(item, parsed)
    yield from _duration(item, parsed)
    yield from _width(item, parsed, taken)
    yield from _threat(item, parsed)
    holder = clause_at(parsed.clauses, item.start)
    hidden = silenced(parsed, item.start)
    halted = holder is not None and bool(holder.verb.classes & {"halt"})
    warded = holder is not None and bool(holder.verb.classes & {"avoid"})
    presupposed = (halted and bool(item.classes & {"act"})) or ((halted or warded) and "intensity" in item.classes)
    if hidden and not presupposed and _grounded(item, parsed):
        yield from _act(item, parsed, None, taken, False)
    if hidden and not presupposed:
        return
    yield from _act(item, parsed, holder, taken, hidden)
    yield from _intensity(item, parsed, holder)
    yield from _talks(item, parsed, holder, taken)
    yield from _crisis(item, parsed)
    yield from _risk(item, parsed)


def _act(item: Item, parsed: Parsed, holder: Clause | None, taken: list[Draft], hidden: bool) -> Iterator[Draft]:
    """An act named and taken for granted: it must have an actor, a time or an article of its own."""
    if (
        item.head is None
        or not item.head.type
        or "act" not in item.classes
        or item.head.type.startswith(("mon.", "crowd.", "pos."))
    ):
        return
    agreed = holder is not None and holder.subject is not None and "agreement" in holder.subject.classes
    warded = holder is not None and bool(holder.verb.classes & {"avoid"}) and item in holder.objects
    if agreed or warded or _already(item, holder, taken, item.head.type) or _supposed(item, parsed):
        return
    certain = (
        item.actors
        or item.owner is not None
        or item.time is not None
        or item.definite
        or item.counts
        or hidden
        or item.of
    )
    mode = mode_of(holder, parsed) if holder is not None else None
    if (
        mode is not None
        and (mode.modality not in ("happened", "ongoing", "state") or mode.polarity == "-")
        and not hidden
    ):
        return
    by = any(np is item for c in parsed.clauses for prep, np in c.pps if prep.cls & {"through", "by"})
    sides = any(True for _ in _tail_actors(item, parsed)) or _aimed(item, parsed)
    if not (certain or by or sides) or (parsed.sentence.section == "headline" and not item.counts):
        return
    weapon = weapon_of([item])
    kind = BY_WEAPON.get(weapon, item.head.type) if weapon and item.head.type in OPEN_TYPES else item.head.type
    draft = _draft(
        parsed,
        item,
        kind,
        "ongoing" if hidden or (holder and mode and mode.modality == "ongoing") else "happened",
        "act",
    )
    draft.actors = _unique(
        [*_all([item], "perpetrator", parsed), *(_all([item.owner], "perpetrator", parsed) if item.owner else [])]
    )
    draft.actors = _unique([*draft.actors, *_tail_actors(item, parsed)])
    if hidden and holder is not None and not any(a.role == "perpetrator" for a in draft.actors):
        # "wants the army to cease an assault": whoever is to cease it carries it out.
        draft.actors = _unique([*_all([holder.subject], "perpetrator", parsed), *draft.actors])
    draft.background = draft.type == "kin.ground_offensive" and item.time is None
    if item.counts and parsed.sentence.section == "headline":
        draft.background = True  # "Russia nineteen shootings": a count of the day, not one happening
    draft.stretch = draft.background
    draft.anaphoric = item.definite and not (draft.actors or item.counts or item.time or item.of)
    draft.weapon = weapon
    yield draft


def _grounded(item: Item, parsed: Parsed) -> bool:
    """Whether "after" or "in response to" stands before it: that is past, whatever is hoped around it."""
    past = parsed.pack.lists.get("past_words", ())
    return any(
        np is item and ("response" in prep.cls or prep.marks[0].key in past)
        for c in parsed.clauses
        for prep, np in c.pps
    )


def _supposed(item: Item, parsed: Parsed) -> bool:
    """ "any attack", "toute attaque": one that may come, not one that came."""
    return any(m.key in parsed.pack.lists.get("any_words", ()) for m in item.marks)


def _aimed(item: Item, parsed: Parsed) -> bool:
    """ "an attack on the town": what it hit stands behind it."""
    k = parsed.items.index(item) + 1 if item in parsed.items else len(parsed.items)
    if k + 1 >= len(parsed.items) or not parsed.items[k].cls & {"on", "against", "near"}:
        return False
    target = parsed.items[k + 1]
    return target.kind == "np" and bool(target.places or target.classes & {"territory", "facility", "base", "people"})


def _tail_actors(item: Item, parsed: Parsed, doer: Role = "perpetrator") -> Iterator[ActorRole]:
    """Who stands after an act's noun: "clashes between A and B", "an attack by A on B"."""
    if item not in parsed.items:
        return
    k = parsed.items.index(item) + 1
    while k + 1 < len(parsed.items) and parsed.items[k].kind == "prep" and parsed.items[k + 1].kind == "np":
        cls, target = parsed.items[k].cls, parsed.items[k + 1]
        if cls & {"between", "with", "by"}:
            yield from _all([target], doer, parsed)
        elif cls & {"against", "on"} and not target.places:
            yield from _all([target], "target", parsed)
        k += 2


_MEASURES: tuple[tuple[str, Measure], ...] = (
    ("kill", "killed"),
    ("injure", "injured"),
    ("displace", "displaced"),
    ("dead", "killed"),
    ("wounded", "injured"),
    ("casualties", "killed"),
)


def _deaths(item: Item, parsed: Parsed, taken: list[Draft]) -> Iterator[Draft]:
    """ "two fatalities", "the killing of eight people", "three dead and five wounded", "no casualties"."""
    nouns = (
        item.classes & {"kill", "injure", "displace"}
        if item.head is not None and item.head.classes & {"harm"}
        else set()
    )
    states = item.modifiers & {"dead", "wounded"} if item.counts else set()
    if item.negated and item.classes & {"harm"}:
        yield from _none(item, parsed)
        return
    for cls, measure in _MEASURES:
        if cls not in nouns | states or silenced(parsed, item.start) or _hypothetical(item, parsed):
            continue
        figures = [
            figure(c, measure, parsed)
            for c, _ in counts_of(item)
            if c.head is None or c.head.classes & {"people", "harm", "collective"}
        ]
        figures = figures or (implied(item.of, measure, parsed) if cls in nouns else [])
        if not figures or any(f.span == g.span for d in taken for f in figures for g in d.figures):
            continue
        draft = _draft(parsed, item, f"harm.{measure}", "happened", f"deaths.{cls}")
        draft.figures = figures
        draft.actors = _unique(_all(item.of or [item], "target", parsed))
        yield draft
        return


def _hypothetical(item: Item, parsed: Parsed) -> bool:
    holder = clause_at(parsed.clauses, item.start)
    mode = mode_of(holder, parsed) if holder is not None else None
    return mode is not None and (
        mode.modality not in ("happened", "ongoing", "state", "opined") or mode.polarity == "-"
    )


def _none(item: Item, parsed: Parsed) -> Iterator[Draft]:
    """Casualties told to be none: a zero that somebody gives, which is not the same as no figure."""
    for cls, measure in (("kill", "killed"), ("casualties", "killed"), ("injure", "injured")):
        if cls in item.classes:
            draft = _draft(parsed, item, f"harm.{measure}", "happened", f"none.{cls}")
            draft.polarity = "-"
            span = parsed.span(item.start, item.end)
            draft.figures = [Figure(measure, 0.0, 0.0, "exact", None, parsed.original[span[0] : span[1]], span)]  # type: ignore[arg-type]
            yield draft
            return


def _already(item: Item, holder: Clause | None, taken: list[Draft], kind: str) -> bool:
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


def _intensity(item: Item, parsed: Parsed, holder: Clause | None) -> Iterator[Draft]:
    """Fighting that flares or goes on: background, never one event."""
    if "intensity" not in item.classes:
        return
    strong = (
        item.classes & {"escalation"}
        or item.modifiers & {"intense", "last", "escalation"}
        or item.time is not None
        or item.definite
    )
    if strong:
        draft = _draft(parsed, item, "state.intensity", "happened", "intensity")
        draft.actors = _unique(_all([item], "party", parsed))
        draft.background = True
        yield draft


_MEETINGS = ("dip.talks", "dip.press", "dip.call")
_TO_COME = frozenset({"planned", "hoped", "predicted", "promised"})


def _talks(item: Item, parsed: Parsed, holder: Clause | None, taken: list[Draft]) -> Iterator[Draft]:
    """Talks told as a setting: "after six hours of talks", "at a joint press conference", "during a meeting"."""
    head = item.head
    if head is not None and "unit" in head.classes:
        head = item.of[0].head if item.of else None
    if head is None or head.type not in _MEETINGS or _already(item, holder, taken, head.type):
        return
    modality = _meeting_modality(parsed, holder)
    headed = parsed.sentence.section in ("headline", "caption")
    named = item.counts or item.definite or item.actors or item.modifiers & {"joint"} or item.of
    if modality is None or not (named or headed or head.type == "dip.press"):
        return
    if not (item.counts or _is_setting(item, parsed)):
        return
    draft = _draft(parsed, item, head.type, modality, "talks")
    draft.actors = _unique([*_participants(item, parsed, holder), *_tail_actors(item, parsed, "party")])
    for count, _ in counts_of(item):
        if count.head is not None and count.head.info.get("measure") == "duration_h":
            draft.figures.append(figure(count, "duration_h", parsed, float(count.head.info["factor"])))
    yield draft


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
        return _all([holder.subject], "party", parsed)
    k = parsed.items.index(item) if item in parsed.items else 0
    return _all([i for i in parsed.items[:k] if i.kind == "np"], "party", parsed)


def _crisis(item: Item, parsed: Parsed) -> Iterator[Draft]:
    if item.classes & {"crisis"} and item.time is not None:
        yield _draft(parsed, item, "state.humanitarian", "happened", "crisis")


def _risk(item: Item, parsed: Parsed) -> Iterator[Draft]:
    if item.classes & {"risk"} and any(o.all_classes() & {"confrontation", "war"} for o in item.of):
        draft = _draft(parsed, item, "state.risk", "possible", "risk")
        draft.actors = _unique(_all([item], "party", parsed))
        yield draft


def _backed(item: Item, parsed: Parsed) -> Iterator[Draft]:
    """ "Moscow-backed rebels", "Russia, an ally of the Syrian regime"."""
    if item.modifiers & {"backed", "support"}:
        for k, mark in enumerate(item.marks):
            if (
                k >= 2
                and (mark.sense("adj", "backed") or mark.sense("verb", "support"))
                and item.marks[k - 1].text == "-"
                and item.marks[k - 2].actors
            ):
                backer = item.marks[k - 2]
                draft = _draft(parsed, item, "state.alliance", "state", "backed")
                span = parsed.span(backer.start, backer.end)
                role = ActorRole("party", parsed.original[span[0] : span[1]], backer.actors[0].id, "stated", span)
                draft.actors = _unique([role, *_all([item], "beneficiary", parsed)])
                draft.carrier = None
                yield draft
                return
    if item.classes & {"ally"} and (item.of or item.owner):
        at = parsed.items.index(item) if item in parsed.items else -1
        before = parsed.items[at - 2] if at >= 2 and parsed.items[at - 1].kind == "punct" else None
        others = [r for o in item.of for r in refs(o)] or refs(item.owner)
        if before is not None and before.kind == "np" and refs(before) and others:
            draft = _draft(parsed, item, "state.alliance", "state", "ally")
            draft.start = before.start
            draft.actors = _unique(
                [*_all([before], "party", parsed), *_all([*item.of, item.owner], "beneficiary", parsed)]
            )
            yield draft


def _stronghold(item: Item, parsed: Parsed) -> Iterator[Draft]:
    if item.classes & {"stronghold"} and (item.modifiers & {"last", "fighter", "ordinal"} or item.of or item.actors):
        draft = _draft(parsed, item, "state.control", "state", "stronghold")
        draft.actors = _unique(_all([item, *item.of], "party", parsed))
        yield draft


def _duration(item: Item, parsed: Parsed) -> Iterator[Draft]:
    """ "the nine-year conflict", "nine years of war": how long a war has lasted."""
    war = item.classes & {"war"} or any(o.classes & {"war"} for o in item.of)
    if not war:
        return
    for count in item.counts:
        if count.head is not None and count.head.info.get("measure") == "days":
            draft = _draft(parsed, item, "state.duration", "state", "duration")
            draft.figures.append(figure(count, "days", parsed, float(count.head.info["factor"])))
            yield draft
            return


def _width(item: Item, parsed: Parsed, taken: list[Draft]) -> Iterator[Draft]:
    """ "..., a buffer zone 12 kilometres wide": the zone told of before, with its measure."""
    terms = [d for d in taken if d.type == "term.zone"]
    if "zone" not in item.classes or not terms or any(d.start <= item.start < d.end for d in terms):
        return
    figures = [f for c, i in counts_of(item) if (f := unit_figure(c, i, parsed, "term.zone")) is not None]
    if figures:
        draft = _draft(parsed, item, "term.zone", terms[0].modality, "width")
        draft.figures = figures
        yield draft


def _threat(item: Item, parsed: Parsed) -> Iterator[Draft]:
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
            draft = _draft(parsed, item, kind, modality, cls, last)  # type: ignore[arg-type]
            draft.actors = _unique([*_all([item], "party", parsed), *_all([item.owner], "party", parsed)])
            for clause in parsed.clauses:
                if item.end <= clause.start < last:
                    for phrase in clause.phrases():
                        draft.figures += [
                            figure(c, "refugees", parsed)
                            for c, _ in counts_of(phrase)
                            if c.head is not None and c.head.classes & {"people"}
                        ]
            yield draft
