"""resolve: comparisons, one question each; a score of 0 vetoes."""

from trucewatch.resolve.compare.actors import actors_fit
from trucewatch.resolve.compare.figures import figures_fit
from trucewatch.resolve.compare.fit import NOTHING, Fit, Fits
from trucewatch.resolve.compare.place import place_fit
from trucewatch.resolve.compare.quiet import quiet_fit
from trucewatch.resolve.compare.speaker import speaker_fit
from trucewatch.resolve.compare.story import story_fit
from trucewatch.resolve.compare.time import time_fit
from trucewatch.resolve.compare.type import type_fit
from trucewatch.resolve.compare.wording import wording_fit

__all__ = [
    "NOTHING",
    "Fit",
    "Fits",
    "actors_fit",
    "figures_fit",
    "place_fit",
    "quiet_fit",
    "speaker_fit",
    "story_fit",
    "time_fit",
    "type_fit",
    "wording_fit",
]
