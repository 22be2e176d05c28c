"""Fits what each feature of a claim is worth, on our own cases alone, and writes `confidence.yaml`.

The rule: a claim counts as right where a case asks for it, and as wrong where the case asks for another on its
words, or for no happening at all. Claims that no case speaks of are left out. Weights are those of a logistic
regression with a ridge of one (each feature is worth nothing until cases say otherwise), found by Newton's method.
Features that our cases cannot judge are set by hand in `SET`, with the reason.

The sentences are those of `cases.jsonl`, most of them labelled before anybody looked at what the program makes of
them, and the packs' open cases. A pack's `cases.yaml` is left out: its cases pass by construction and would say that
all is right.

Rules are mended by the labelled sentences too, and what is mended says that all is right: a fit made after that put
twice as many claims at 0.9 and more, and of those at 0.8 to 0.9 fewer were right on the labelled sets (80 against
87 %). Fit after new sentences have been labelled and before rules are mended by them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.quality.cases import is_right, load, touching
from trucewatch import extract
from trucewatch.extract.cases import differs, is_fact, report_of
from trucewatch.languages.cases import OPEN, Case, load_cases
from trucewatch.languages.load import available
from trucewatch.model import Claim

PAGE = Path(__file__).parents[2] / "src" / "trucewatch" / "extract" / "drafts" / "confidence.yaml"
SET = {"translated": -0.5, "headline": -0.5, "hedged": -0.5, "long_sentence": -0.3}
"""Too seldom in our cases to be fitted: translations err more, headlines claim more, hedged words are less sure,
and in long sentences subjects and days go to the wrong verb."""
RIDGE, ROUNDS = 1.0, 50
Judged = tuple[frozenset[str], bool]


def judged() -> Iterator[Judged]:
    """The features of each claim that a case of ours judges, and whether it is right."""
    knowledge = extract.load_knowledge()
    for labelled in load():
        found = extract.claims(labelled.report, knowledge)
        for claim in found:
            wants = [want for want in labelled.expect if claim in touching(labelled.report, want, found)]
            if wants:
                yield _features(claim), any(is_right(want, claim) for want in wants)
            elif not labelled.expect and is_fact(claim):
                yield _features(claim), False
    for code in available():
        for case in load_cases(code, OPEN):
            for claim in extract.claims(report_of(case), knowledge):
                right = _verdict(case, claim)
                if right is not None:
                    yield _features(claim), right


def _verdict(case: Case, claim: Claim) -> bool | None:
    if any(not differs(wanted, claim) for wanted in case.claims):
        return True
    # In a case that is known to come out wrong, a happening that nobody asked for is what is wrong with it.
    return False if is_fact(claim) and (not case.claims or case.why) else None


def _features(claim: Claim) -> frozenset[str]:
    return frozenset(why.removeprefix("feature ") for why in claim.why if why.startswith("feature "))


def fit(rows: list[Judged]) -> dict[str, float]:
    """The weight of each feature and of the base, in log odds."""
    names = sorted({name for features, _ in rows for name in features} - set(SET))
    table = np.array([[1.0, *(float(name in features) for name in names)] for features, _ in rows])
    right = np.array([float(ok) for _, ok in rows])
    fixed = np.array([sum(SET[name] for name in features if name in SET) for features, _ in rows])
    ridge = RIDGE * np.eye(len(names) + 1)
    ridge[0, 0] = 1e-6
    weight = np.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        share = 1.0 / (1.0 + np.exp(-(table @ weight + fixed)))
        slope = table.T @ (right - share) - ridge @ weight
        curve = (table * (share * (1.0 - share))[:, None]).T @ table + ridge
        weight = weight + np.linalg.solve(curve, slope)
    return {"base": float(weight[0]), **dict(zip(names, map(float, weight[1:]), strict=True)), **SET}


def main() -> None:
    """Write the weights."""
    rows = list(judged())
    weights = fit(rows)
    right = sum(ok for _, ok in rows)
    head = (
        "# What each feature of a claim is worth, in log odds. Made by `python -m bench.quality.fit` from our own\n"
        "# cases;"
        f" its rule stands there. Fitted on {len(rows)} claims, {right} of them right.\n"
    )
    PAGE.write_text(head + "".join(f"{name}: {value:.2f}\n" for name, value in weights.items()), encoding="utf-8")


if __name__ == "__main__":
    main()
