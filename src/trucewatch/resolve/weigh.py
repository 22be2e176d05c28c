"""resolve: the comparisons weighed together. One table a lane; what they said is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from trucewatch.resolve.compare import (
    Fit,
    actors_fit,
    figures_fit,
    place_fit,
    quiet_fit,
    speaker_fit,
    story_fit,
    time_fit,
    type_fit,
    wording_fit,
)
from trucewatch.resolve.compare.figures import RARE, strongest
from trucewatch.resolve.stories import Stories
from trucewatch.resolve.subject import Lane, Subject

Compare = Callable[[Subject, Subject], Fit]

ACT = {"type": 0.15, "time": 0.25, "place": 0.2, "actors": 0.2, "figures": 0.15, "wording": 0.05}
# Each row sums to 1. Comparisons that veto most often stand first: the rest is then not asked.
WEIGHTS: Mapping[Lane, Mapping[str, float]] = {
    "act": ACT,
    "halt": ACT,
    "talk": ACT,
    "meeting": {"type": 0.2, "time": 0.4, "actors": 0.35, "wording": 0.05},
    "speech": {"type": 0.15, "speaker": 0.3, "time": 0.25, "actors": 0.1, "wording": 0.2},
    "term": {"type": 0.4, "time": 0.1, "place": 0.15, "figures": 0.2, "wording": 0.15},
    "state": {"type": 0.3, "time": 0.05, "actors": 0.25, "place": 0.2, "wording": 0.2},
    "stock": {"type": 0.2, "figures": 0.4, "time": 0.15, "place": 0.15, "actors": 0.1},
}
RARE_NUMBER_WEIGHT = 0.3
"""The weight of figures when both name a number too great to agree by chance."""
STORY_WEIGHT = 0.3
"""The weight of a shared story, or of one passage; where there is none, nothing follows from it."""
QUIET_WEIGHT = 0.2
"""The weight of a day or a village of which one thing is told."""
HAPPENINGS: frozenset[Lane] = frozenset({"act", "halt", "talk", "meeting"})
JOIN: Mapping[Lane, float] = {
    "act": 0.6, "halt": 0.65, "talk": 0.65, "meeting": 0.6, "speech": 0.7, "term": 0.65, "state": 0.65, "stock": 0.6,
}  # fmt: skip
"""The score from which on two claims of a lane may be held to be about one thing."""
COMPARE: Mapping[str, Compare] = {
    "type": type_fit,
    "time": time_fit,
    "place": place_fit,
    "actors": actors_fit,
    "figures": figures_fit,
    "speaker": speaker_fit,
    "wording": wording_fit,
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """The score of a pair and what each comparison said."""

    score: float
    fits: Mapping[str, Fit]

    @property
    def why(self) -> str:
        """The reasons that spoke for it, as one sentence part."""
        return ", ".join(fit.why for fit in self.fits.values() if fit.why)


IMPOSSIBLE = Weighed(0.0, {})


def weigh(left: Subject, right: Subject, told: Stories) -> Weighed:
    """How likely two claims of one lane are about one thing; 0 as soon as one comparison vetoes."""
    fits: dict[str, Fit] = {}
    total = whole = 0.0
    for name, weight in WEIGHTS[left.lane].items():
        fit = COMPARE[name](left, right)
        if fit.score == 0.0:
            return IMPOSSIBLE
        fits[name] = fit
        if name == "figures" and fit.score >= 0.5 and strongest(left, right) >= RARE:
            weight = max(weight, RARE_NUMBER_WEIGHT)  # noqa: PLW2901 - a great number weighs more
        total += weight * fit.score
        whole += weight
    if left.lane in HAPPENINGS:
        for name, weight, fit in (
            ("story", STORY_WEIGHT, story_fit(left, right, told)),
            ("quiet", QUIET_WEIGHT, quiet_fit(left, right, told)),
        ):
            fits[name] = fit
            if fit.why:
                total += weight * fit.score
                whole += weight
    return Weighed(total / whole, fits)
