"""resolve: what people decided about claims. The latest word on a pair, a claim or a field of a claim counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Verdict = Literal["same", "not_same", "unsure", "accept", "reject", "correct"]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision. `same`, `not_same`, `unsure` are about every pair of `claims`; `accept`, `reject` about each claim.

    `correct` lays `values` over each claim: what a field such as `place.name` should be; the claim itself stays.
    `when` is an ISO 8601 instant; judgements with none come first.
    """

    verdict: Verdict
    claims: tuple[str, ...]
    who: str
    when: str | None = None
    why: str = ""
    values: dict[str, object] = field(default_factory=dict)
    id: str | None = None
    """By which it can be undone, where a store keeps it."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The standing decisions: pairs held to be the same or not, claims accepted or rejected, each with its reason."""

    same: dict[Pair, str]
    not_same: dict[Pair, str]
    accepted: dict[str, str]
    rejected: dict[str, str]


def decided(judgements: Iterable[Judgement]) -> Decided:
    """What stands after all judgements, in the order of `when`, then as given."""
    pairs: dict[Pair, tuple[Verdict, str]] = {}
    single: dict[str, tuple[Verdict, str]] = {}
    for judgement in sorted(judgements, key=lambda j: j.when or ""):
        if judgement.verdict == "correct":
            continue
        said = _sentence(judgement)
        if judgement.verdict in ("accept", "reject"):
            single.update(dict.fromkeys(judgement.claims, (judgement.verdict, said)))
            continue
        for pair in _pairs(judgement.claims):
            pairs[pair] = (judgement.verdict, said)
    return Decided(
        same={pair: said for pair, (verdict, said) in pairs.items() if verdict == "same"},
        not_same={pair: said for pair, (verdict, said) in pairs.items() if verdict == "not_same"},
        accepted={claim: said for claim, (verdict, said) in single.items() if verdict == "accept"},
        rejected={claim: said for claim, (verdict, said) in single.items() if verdict == "reject"},
    )


def _pairs(claims: tuple[str, ...]) -> list[Pair]:
    ids = sorted(set(claims))
    return [(a, b) for i, a in enumerate(ids) for b in ids[i + 1 :]]


def _sentence(judgement: Judgement) -> str:
    word = judgement.verdict.replace("_", " ")
    when = f" on {judgement.when}" if judgement.when else ""
    return f"{judgement.who} judged {word}{when}" + (f": {judgement.why}" if judgement.why else "")


def contradictions(judgements: Iterable[Judgement]) -> list[str]:
    """A sentence for each pair that is held apart and, by way of other pairs, held to be the same."""
    people = decided(judgements)
    home: dict[str, str] = {}
    for one, other in people.same:
        home[_home(home, one)] = _home(home, other)
    return [
        f"{one} and {other} are held apart ({said}) and are the same as what is held to be the same"
        f" ({'; '.join(sorted({why for pair, why in people.same.items() if {one, other} & set(pair)}))})."
        for (one, other), said in sorted(people.not_same.items())
        if _home(home, one) == _home(home, other)
    ]


def _home(home: dict[str, str], claim: str) -> str:
    while claim in home and home[claim] != claim:
        claim = home[claim]
    return claim
