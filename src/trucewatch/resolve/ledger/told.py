"""resolve: the ledger's rows about whether it happened, how it ended, and as what it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trucewatch.model import Disagreement
from trucewatch.resolve.kind import DISPUTED, REAL
from trucewatch.resolve.ladders import denies_own_part
from trucewatch.resolve.ledger.row import Verdict, made, row, sides
from trucewatch.resolve.subject import Subject


def occurrence_rows(members: Sequence[Subject]) -> Iterator[Disagreement]:
    """Told as done and denied; told as completed and as broken off."""
    yes = [s for s in members if s.claim.modality not in DISPUTED]
    no = [s for s in members if s.claim.modality == "denied"]
    if yes and no:
        yield _denied(yes, no)
    ended = sides([s for s in yes if s.claim.outcome and s.claim.modality in REAL], lambda s: s.claim.outcome)
    found = row("occurrence", ended, _ends, _end, within=True) if len(ended) > 1 else None
    if found is not None:
        yield found


def _denied(yes: Sequence[Subject], no: Sequence[Subject]) -> Disagreement:
    why = "told as having happened, and denied"
    if all(map(denies_own_part, no)):
        why = "told as having happened; whoever is named as the doer denies to have done it"
    return made("occurrence", Verdict("disagree", why), {"happened": yes, "denied": no})


def _ends(one: Subject, other: Subject) -> Verdict:
    why = f"told as {_end(one)} and as {_end(other)}"
    if "completed" in (one.claim.outcome, other.claim.outcome):
        return Verdict("disagree", why)
    return Verdict("apparent_only", f"{why}: not carried through by either account")


def _end(subject: Subject) -> str:
    return (subject.claim.outcome or "").replace("_", " ")


def modality_rows(members: Sequence[Subject]) -> Iterator[Disagreement]:
    """Foretold and done: a difference of vantage, unless one report says both of one term."""
    done = [s for s in members if s.claim.modality in REAL and s.lane in ("meeting", "term")]
    ahead = [s for s in members if s.claim.modality not in REAL and s.lane in ("meeting", "term")]
    if not done or not ahead:
        return
    inside = [(a, d) for a in ahead for d in done if a.claim.report == d.claim.report and _standing(a)]
    if inside:
        pair = {str(s.claim.modality): [s] for s in inside[0]}
        yield made("modality", Verdict("disagree", "one report tells it as intended and as done"), pair)
        return
    accounts = {str(s.claim.modality): [o for o in (*ahead, *done) if o.claim.modality == s.claim.modality]
                for s in (*ahead, *done)}  # fmt: skip
    why = f"told as {' and as '.join(accounts)}: before and after, or as text and as practice"
    yield made("modality", Verdict("apparent_only", why), accounts)


def _standing(subject: Subject) -> bool:
    """Whether a term is there or not: what begins at a time is first foretold and then told as begun."""
    return subject.lane == "term" and subject.claim.type != "term.entry_into_force"
