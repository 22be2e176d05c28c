"""resolve: is a day, or a village, quiet but for the one thing that two claims may tell of?"""

from __future__ import annotations

from trucewatch.resolve.compare.fit import NOTHING, Fit
from trucewatch.resolve.stories import Stories
from trucewatch.resolve.subject import Subject

FAINT, SLIGHT = 0.02, 0.04
"""Kinship of two reports below which a quiet day, or a quiet village, tells nothing of them."""
SUPPORTS = 0.85


def quiet_fit(left: Subject, right: Subject, told: Stories) -> Fit:
    """Whether all that is told of a day is of one village, or all that is told of a village of a few days."""
    if left.claim.report == right.claim.report:
        return NOTHING
    if told.weekly.share_a_day(left, right):
        return Fit(SUPPORTS, "of one day by what others tell of this village")
    pair = left.claim.report, right.claim.report
    if told.quiet.share_a_day(left, right) and (told.names.mute(*pair) or told.kinship(*pair) >= FAINT):
        return Fit(SUPPORTS, "on a day of which one village is told")
    if told.quiet.share_a_village(left, right) and told.kinship(*pair) >= SLIGHT:
        return Fit(SUPPORTS, "of a village that is told of for these days alone")
    return NOTHING
