"""explain: what came of each clause and noun phrase: claims, or the reason why there are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from trucewatch.explain.phrases import text_of, words_at
from trucewatch.explain.silence import silence
from trucewatch.explain.steps import Refused
from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.drafts.clausal import clause_drafts
from trucewatch.extract.drafts.draft import Draft, claim_of
from trucewatch.extract.drafts.nominal import nominal_drafts
from trucewatch.extract.meaning.classify import classify
from trucewatch.extract.meaning.mode import clause_at, mode_of, silenced
from trucewatch.extract.phrases.acts import ACT_FAMILIES
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.model import Claim, Span

NO_RULE = "no rule reads it"
_BARE = "named, but nothing beside it (verb, actor, time, number) tells it as a happening"


@dataclass(slots=True)
class Verdicts:
    """By the index of a clause the ids of its claims and the reason where there is none; what was refused, in order."""

    made: dict[int, list[str]] = field(default_factory=dict)
    silent: dict[int, str] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)


def verdicts(parsed: Parsed, claims: Sequence[Claim]) -> Verdicts:
    """What the engine made of one sentence; `claims` are those of the sentence that were kept."""
    drafts = clause_drafts(parsed)
    drafts += nominal_drafts(parsed, drafts)
    kept = {claim.id: claim for claim in claims}
    found = Verdicts()
    told = [(draft, claim_of(draft)) for draft in drafts]
    for n, clause in enumerate(parsed.clauses):
        made = [claim.id for draft, claim in told if claim.id in kept and _is_of(draft, clause, parsed)]
        found.made[n] = list(dict.fromkeys(made))
        if not made:
            found.silent[n] = _settle(found, clause, parsed, claims)
    for draft, claim in told:
        if claim.id not in kept:
            found.refused.append(_given_up(draft, claim, kept))
    found.refused += _unsaid(parsed, drafts, claims)
    found.refused.sort(key=lambda refused: refused.span)
    return found


def _is_of(draft: Draft, clause: Clause, parsed: Parsed) -> bool:
    """Whether a draft was made from a clause: as its act, as its partner, as its speech act or as its position."""
    if draft.clause is clause or draft.partner is clause:
        return True
    if draft.clause is not None or "nominal" in draft.features:
        return False
    region = next((r for r in parsed.regions if r.clause is clause), None)
    if region is not None and draft.rule.endswith(f".speech.{region.cue}"):
        return draft.start <= clause.verb.start < draft.end
    return region is None and draft.start == clause.start


def _settle(found: Verdicts, clause: Clause, parsed: Parsed, claims: Sequence[Claim]) -> str:
    """The reason of a clause without claims; it is listed as refused where a rule read it or its words are silenced."""
    reason, listed = _why_not(clause, parsed, claims)
    if listed:
        typed = classify(clause, parsed.pack)
        found.refused.append(
            Refused(
                parsed.span(clause.start, clause.end),
                words_at(parsed, clause.start, clause.end),
                reason,
                typed.type if typed else None,
                typed.rule if typed else None,
            )
        )
    return reason


def _why_not(clause: Clause, parsed: Parsed, claims: Sequence[Claim]) -> tuple[str, bool]:
    """Why a clause made no claim, and whether that is a refusal rather than the lack of anything to say."""
    region = next((r for r in parsed.regions if r.clause is clause), None)
    if mode_of(clause, parsed).silent:
        return silence(clause, parsed), True
    if region is not None and region.speech is not None and region.speech.gives is not None:
        if clause.verb.negated:
            return f"a negated {region.cue} claims nothing", True
        return f"a cue ({region.cue}) without content", True
    if region is not None:
        return f"the cue of what {region.speaker.who} says", False
    typed = classify(clause, parsed.pack)
    if typed is None:
        return NO_RULE, False
    holder = _holder(parsed.span(clause.verb.start, clause.verb.end), claims)
    if holder is not None:
        return f"joined into {holder.id} ({holder.type})", False
    return "read, but not told as a fact of its own", True


def _holder(span: Span, claims: Sequence[Claim]) -> Claim | None:
    """The claim with the shortest words that hold a span."""
    held = [c for c in claims if c.spans[0][0] <= span[0] and span[1] <= c.spans[0][1]]
    return min(held, key=lambda claim: claim.spans[0][1] - claim.spans[0][0], default=None)


def _given_up(draft: Draft, claim: Claim, kept: Mapping[str, Claim]) -> Refused:
    """A claim that was made and given up for another that says the same."""
    holder = next((k for k in kept.values() if k.type == claim.type and k.modality == claim.modality), None)
    reason = f"says the same as {holder.id}" if holder else "another claim of the report says it"
    if draft.anaphoric and "nominal" in draft.features:
        reason = "takes up an act that the report told of before"
    return Refused(claim.spans[0], claim.quote, reason, claim.type, draft.rule)


def _unsaid(parsed: Parsed, drafts: Sequence[Draft], claims: Sequence[Claim]) -> Iterator[Refused]:
    """Acts named by noun phrases of which no claim was made."""
    carriers = {id(draft.carrier) for draft in drafts}
    taken = {(draft.type, draft.clause.at) for draft in drafts if draft.clause is not None}
    for item in (part for whole in parsed.items if whole.kind == "np" for part in _parts(whole)):
        kind = item.head.type if item.head is not None else None
        if kind is None or not kind.startswith(ACT_FAMILIES) or id(item) in carriers:
            continue
        holder = clause_at(parsed.clauses, item.start)
        span = parsed.span(item.start, item.end)
        claim = _holder(span, claims)
        if (holder is not None and (kind, holder.at) in taken) or (claim is not None and claim.type == kind):
            continue
        within = f"named within {claim.id}, which tells {claim.type}" if claim is not None else None
        yield Refused(span, text_of(parsed, item), _why_unsaid(item, holder, parsed) or within or _BARE, kind)


def _parts(item: Item) -> Iterator[Item]:
    if not item.parts:
        yield item
    for other in (*item.parts, *item.of, *([item.owner] if item.owner is not None else [])):
        yield from _parts(other)


def _why_unsaid(item: Item, holder: Clause | None, parsed: Parsed) -> str | None:
    """Why an act that is named may not be told as a happening; None where nothing stands against it."""
    if item.negated:
        return "the phrase is negated"
    if silenced(parsed, item.start, holder):
        return "stands in what is wished, demanded, denied or supposed"
    if holder is not None:
        mode = mode_of(holder, parsed)
        if mode.polarity == "-":
            return f"its clause (“{text_of(parsed, holder.verb)}”) is negated"
        if mode.modality not in ("happened", "ongoing", "state"):
            return f"its clause (“{text_of(parsed, holder.verb)}”) is told as {mode.modality}"
    return None
