"""resolve: the ledger's rows about who did it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trucewatch.model import Disagreement
from trucewatch.resolve.compare.actors import TWO_SIDED
from trucewatch.resolve.doers import named_doers, rivals
from trucewatch.resolve.ledger.row import Verdict, row, sides
from trucewatch.resolve.subject import Subject


def actor_rows(members: Sequence[Subject]) -> Iterator[Disagreement]:
    """Doers that part, or that one account names and another denies."""
    told = [s for s in members if s.lane in ("act", "halt") and named_doers(s)]
    accounts = sides(told, lambda s: (named_doers(s), s.claim.modality == "denied"))
    found = row("actor", accounts, _judge, _said, within=True) if len(accounts) > 1 else None
    if found is not None:
        yield found


def _judge(one: Subject, other: Subject) -> Verdict | None:
    left, right = named_doers(one), named_doers(other)
    names = f"{_names(one)} and {_names(other)}"
    denials = [s for s in (one, other) if s.claim.modality == "denied"]
    if len(denials) == 1 and left & right:
        return Verdict("disagree", f"{' with '.join(sorted(left & right))}: named by one account, denied by another")
    if denials or left & right:
        return None
    if {one.claim.type, other.claim.type} & TWO_SIDED:
        return Verdict("apparent_only", f"{names}: a clash has two sides, and each account names its own")
    if one.claim.report == other.claim.report:
        return Verdict("apparent_only", f"{names} are named by one report: each may have had its part")
    if rivals(left, right):
        return Verdict("disagree", f"{names} are named as the doer")
    return Verdict("apparent_only", f"{names}: no list knows who one of them is")


def _names(subject: Subject) -> str:
    return " with ".join(sorted(named_doers(subject)))


def _said(subject: Subject) -> str:
    return f"not {_names(subject)}" if subject.claim.modality == "denied" else _names(subject)
