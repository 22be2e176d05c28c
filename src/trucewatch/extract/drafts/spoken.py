"""extract: what is done by saying it: demands, threats, promises, accusations and denials."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.drafts.figures import clause_figures
from trucewatch.extract.meaning.accused import CHARGED, accuser_of, charge_of
from trucewatch.extract.meaning.classify import classify
from trucewatch.extract.meaning.mode import mode_of
from trucewatch.extract.meaning.roles import roles
from trucewatch.extract.phrases.acts import act_sense
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.speech.attributed import speakers_at
from trucewatch.extract.speech.region import Region


def speech_act(clause: Clause, region: Region, parsed: Parsed) -> Iterator[Draft]:
    """The claim that a verb of wishing, demanding, accusing or denying makes by itself."""
    speech = region.speech
    if speech is None or speech.gives is None:
        return
    mode = mode_of(clause, parsed)
    if mode.modality == "accused" or (mode.silent and mode.modality not in ("planned",)):
        return
    if clause.verb.negated and region.cue in ("hope", "demand", "request"):
        return
    start = min(clause.start, region.start) if region.end <= clause.start + 1 else clause.start
    end = max(clause.end, _content_end(clause, region, parsed))
    gives, modality = speech.gives, speech.modality
    if region.cue == "opine" and not _has_content(clause, parsed):
        return
    if region.cue == "opine" and any(
        c.parent is clause and c.verb.modal in ("future", "would") for c in parsed.clauses
    ):
        gives, modality = "dip.prediction", "predicted"
    open_ = region.cue == "reject" and clause.verb.negated and "rule_out" in clause.verb.classes
    if open_:
        gives, modality = "dip.position", "possible"  # "do not rule out a response"
    draft = Draft(
        parsed,
        gives,
        start,
        end,
        modality,
        f"{parsed.pack.code}.speech.{region.cue}",
        features=["own_clause", "speech"],
    )
    draft.polarity = "-" if clause.verb.negated and not open_ else "+"
    draft.speakers = (*region.links(), *speakers_at(parsed, clause.verb.start, region))
    draft.actors = roles(clause, gives, parsed)
    inner = [c for c in parsed.clauses if c is not clause and region.start <= c.verb.start < region.end]
    draft.about = next((t.type for c in inner if (t := classify(c, parsed.pack)) is not None), None)
    for other in [clause, *inner]:
        draft.figures += [
            f for f in clause_figures(other, gives, None, parsed) if f.measure in ("refugees", "displaced")
        ]
    yield draft
    if gives in ("dip.demand", "dip.request"):
        yield from _further(draft, clause, inner, parsed)


def _further(first: Draft, clause: Clause, inner: list[Clause], parsed: Parsed) -> Iterator[Draft]:
    """The second thing demanded in one breath ("cease ... and pull back ...") is a demand of its own."""
    heads = [c for c in inner if c.kind == "infinitive" and c.parent is clause]
    for other in (c for c in inner if c.kind == "coordinate" and c.parent in heads):
        if first.start < other.start < first.end or other.start >= first.end:
            draft = Draft(
                parsed,
                first.type,
                other.start,
                max(other.end, first.end),
                first.modality,
                first.rule,
                features=list(first.features),
            )
            draft.speakers, draft.actors, draft.polarity = first.speakers, first.actors, first.polarity
            typed = classify(other, parsed.pack)
            draft.about = typed.type if typed is not None else None
            first.end = min(first.end, other.start)
            yield draft


def _has_content(clause: Clause, parsed: Parsed) -> bool:
    return any(c.parent is clause for c in parsed.clauses) or bool(clause.objects) or bool(clause.pps)


def _content_end(clause: Clause, region: Region, parsed: Parsed) -> int:
    """The end of what a speech act governs: its complement clauses, not the narrator's next sentence part."""
    end = clause.end
    for other in parsed.clauses:
        if other.at > clause.at and region.start <= other.verb.start < region.end:
            ancestor = other
            while ancestor.parent is not None and ancestor.parent is not clause and ancestor.parent.at > clause.at:
                ancestor = ancestor.parent
            if (
                ancestor.parent is clause
                and not (ancestor.kind == "sub" and not ancestor.link & {"condition", "cause"})
                and ancestor.kind != "coordinate"
            ):
                end = max(end, other.end)
    return end


def accusation_by_nobody(clause: Clause, parsed: Parsed) -> Iterator[Draft]:
    """ "The army was accused of shelling the market": nobody is named who says so, and still it is an accusation."""
    if "accuse" not in clause.verb.classes or not clause.passive or clause.kind == "reduced":
        return
    mode = mode_of(clause, parsed)
    if mode.silent or mode.polarity == "-" or mode.modality not in ("happened", "ongoing"):
        return
    what = [t for c in parsed.clauses if accuser_of(c) is clause and (t := classify(c, parsed.pack)) is not None]
    about = [t.type for t in what if t.type.startswith(CHARGED)]
    nouns = [item for _, item in clause.pps if act_sense(item) is not None and charge_of(item, parsed) is clause]
    about += [act.type for item in nouns if (act := act_sense(item)) is not None and act.type]
    if not about:
        return
    draft = Draft(parsed, "dip.accusation", clause.start, clause.end, "accused", f"{parsed.pack.code}.speech.accused")
    draft.features = ["own_clause", "speech"]
    draft.speakers = speakers_at(parsed, clause.verb.start)
    draft.actors, draft.about = roles(clause, "dip.accusation", parsed), about[0]
    yield draft
