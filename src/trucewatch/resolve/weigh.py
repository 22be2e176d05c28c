"""resolve: the comparisons weighed together by the table of weights; what they said is kept."""

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
from trucewatch.resolve.weights import load_weights

Compare = Callable[[Subject, Subject], Fit]

_TABLE = load_weights()
WEIGHTS = _TABLE.compare
JOIN = _TABLE.join
"""The score from which on two claims of a lane may be held to be about one thing."""
RARE_NUMBER_WEIGHT = _TABLE.extra["rare_number"]
STORY_WEIGHT = _TABLE.extra["story"]
QUIET_WEIGHT = _TABLE.extra["quiet"]
HAPPENINGS: frozenset[Lane] = frozenset({"act", "halt", "talk", "meeting"})
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


def weigh(left: Subject, right: Subject, told: Stories, compare: Mapping[str, Compare] = COMPARE) -> Weighed:
    """How likely two claims of one lane are about one thing; 0 as soon as one comparison vetoes.

    `compare` may remember what it found before.
    """
    fits: dict[str, Fit] = {}
    total = whole = 0.0
    for name, weight in WEIGHTS[left.lane].items():
        fit = compare[name](left, right)
        if fit.score == 0.0:
            return IMPOSSIBLE
        fits[name] = fit
        if name == "figures" and fit.score >= 0.5 and fit.why and strongest(left, right) >= RARE:
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


def spoken_for(left: Subject, right: Subject, told: Stories) -> bool:
    """Whether a story or the surroundings say anything of two claims."""
    return bool(story_fit(left, right, told).why or quiet_fit(left, right, told).why)
