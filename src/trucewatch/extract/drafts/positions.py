"""extract: what is said and tells no happening, act or term: positions, demands, promises, predictions."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.clauses.speech import SPEECH, content_type
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.meaning.mode import mode_of
from trucewatch.extract.meaning.roles import roles, with_speaker
from trucewatch.extract.sentence import Parsed
from trucewatch.extract.speech.attributed import speakers_at
from trucewatch.extract.speech.region import Region


def positions(parsed: Parsed, found: list[Draft]) -> Iterator[Draft]:
    """What is said and tells no happening, act or term: positions, demands, promises, predictions."""
    done: list[tuple[int, int]] = [(d.start, d.end) for d in found]
    for region in parsed.regions:
        if region.speech is None or not region.speech.reports or region.speaker.document:
            continue
        yield from _said(parsed, region, done)
    if parsed.running is not None and not parsed.regions:
        whole = Region(
            parsed.sentence.start,
            parsed.sentence.end,
            parsed.running,
            "say",
            "said",
            (parsed.sentence.start,) * 2,
            None,
            SPEECH["say"],
        )
        yield from _said(parsed, whole, done)


def _said(parsed: Parsed, region: Region, done: list[tuple[int, int]]) -> Iterator[Draft]:
    clauses = [
        c
        for c in parsed.clauses
        if region.start <= c.verb.start < region.end and c is not region.clause and c.verb.form == "finite"
    ]
    heads = [
        c
        for c in clauses
        if (c.kind in ("main", "complement", "coordinate") or c.parent is region.clause or c.parent is None)
        and not (c.kind == "relative" and "cause" in c.verb.classes)
    ]
    for clause in heads:
        held = [r for r in parsed.regions if r.start <= clause.verb.start < r.end]
        inner_is_this = not held or min(held, key=lambda r: r.end - r.start) is region
        if not inner_is_this or any(r.clause is clause for r in parsed.regions) or mode_of(clause, parsed).silent:
            continue
        if any(a < clause.end and clause.start < b for a, b in done) or _nobody_hurt(clause):
            continue
        kind, modality = content_type(clause.verb.modal, own=_own_promise(clause, region, parsed), cue=region.cue)
        if clause.verb.classes & {"demand"} and kind == "dip.position":
            kind, modality = "dip.demand", "demanded"
        end = reach(clause, parsed, region.end)
        draft = Draft(
            parsed,
            kind,
            clause.start,
            end,
            modality,
            f"{parsed.pack.code}.said.{kind.split('.')[1]}",
            features=["own_clause", "position"],
        )
        draft.polarity = "-" if clause.verb.negated else "+"
        outer = speakers_at(parsed, clause.verb.start, region)
        draft.speakers = (*region.links(), *[s for s in outer if s[0] is not region.speaker])
        draft.actors = with_speaker(roles(clause, kind, parsed), kind, region.speaker, parsed)
        done.append((draft.start, draft.end))
        yield draft


def _nobody_hurt(clause: Clause) -> bool:
    """ "There were no casualties": the noun tells it."""
    told = [*clause.objects, *([clause.subject] if clause.subject is not None else [])]
    return "copula" in clause.verb.classes and any(item.negated and item.classes & _HARM for item in told)


_HARM = frozenset({"harm", "casualties", "dead_people", "wounded_people", "hurt_people"})


def reach(clause: Clause, parsed: Parsed, limit: int) -> int:
    """The end of a clause with the infinitives, complements and relatives that hang on it."""
    end = clause.end
    for other in parsed.clauses:
        if (
            other.at > clause.at
            and other.parent is clause
            and other.kind in ("infinitive", "gerund", "complement", "relative", "reduced")
            and other.verb.start < limit
        ):
            end = max(end, other.end)
    return end


def _own_promise(clause: Clause, region: Region, parsed: Parsed) -> bool:
    """Whether a speaker says what it will do itself; within quotation marks nobody calls himself "he" or "it"."""
    subject = clause.subject
    if subject is None:
        return clause.passive
    if subject.pronoun in ("third", "neuter"):
        return not parsed.in_quote(clause.verb.start)
    if subject.pronoun == "first" or (clause.passive and not subject.actors):
        return True
    speaker = (region.speaker.id or "").split(".")[0]
    return any(a.id is not None and a.id.split(".")[0] == speaker for a in subject.actors) if speaker else False
