"""resolve: how a row of the ledger is made: accounts that say the same are one side."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from trucewatch.model import Disagreement, Side
from trucewatch.model.incident import DisagreementField, DisagreementKind
from trucewatch.resolve.subject import Subject

MOST_SIDES = 24
"""Accounts of one point that are laid side by side; those that come later are of a kind with them."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a comparison of two accounts comes to."""

    kind: DisagreementKind
    why: str


Judge = Callable[[Subject, Subject], Verdict | None]


def sides(members: Iterable[Subject], value: Callable[[Subject], Hashable]) -> list[list[Subject]]:
    """The members by what they say on a point, in the order in which it was first said."""
    found: dict[Hashable, list[Subject]] = {}
    for subject in members:
        found.setdefault(value(subject), []).append(subject)
    return list(found.values())[:MOST_SIDES]


def row(
    field: DisagreementField,
    accounts: Sequence[Sequence[Subject]],
    judge: Judge,
    said: Callable[[Subject], str],
    *,
    within: bool = False,
) -> Disagreement | None:
    """One row for all accounts that part from another, really where any two do; None where none does.

    What one report tells in both ways are moments or parts of one thing, and no two accounts; `within` looks there too.
    """
    reports = [{subject.claim.report for subject in same} for same in accounts]
    parted: dict[int, None] = {}
    found: list[Verdict] = []
    for number, one in enumerate(accounts):
        for other in range(number + 1, len(accounts)):
            if reports[number] & reports[other] and not within:
                continue
            verdict = judge(one[0], accounts[other][0])
            if verdict is not None:
                parted |= {number: None, other: None}
                found.append(verdict)
    if not found:
        return None
    kind: DisagreementKind = "disagree" if any(v.kind == "disagree" for v in found) else "apparent_only"
    told = [Side(said(accounts[n][0]), *_backing(accounts[n])) for n in sorted(parted)]
    return Disagreement(field, kind, claims_of(told), reasons(found, kind), tuple(told))


def made(field: DisagreementField, verdict: Verdict, accounts: Mapping[str, Sequence[Subject]]) -> Disagreement:
    """One row whose sides are known by what they say."""
    told = tuple(Side(said, *_backing(members)) for said, members in accounts.items())
    return Disagreement(field, verdict.kind, claims_of(told), verdict.why, told)


def reasons(found: Iterable[Verdict], kind: DisagreementKind) -> str:
    """The reasons of a row: of a real disagreement those that make it one first."""
    ordered = sorted(found, key=lambda verdict: verdict.kind != kind)
    return "; ".join(dict.fromkeys(verdict.why for verdict in ordered))


def claims_of(told: Iterable[Side]) -> tuple[str, ...]:
    """The claims of all sides, side by side, each once."""
    return tuple(dict.fromkeys(claim for side in told for claim in side.claims))


def _backing(members: Sequence[Subject]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(dict.fromkeys(s.id for s in members)), tuple(sorted({s.root for s in members}))
