"""resolve: do two claims stand in one story, or in one passage of a report?"""

from __future__ import annotations

from trucewatch.resolve.compare.fit import NOTHING, Fit
from trucewatch.resolve.stories import Stories
from trucewatch.resolve.subject import Subject

PASSAGE = 300
"""Characters between two claims of one report up to which they stand in one passage."""
STRONG, FAIR, WEAK = 0.25, 0.17, 0.1
"""Kinship of two reports from which on they surely, probably or perhaps tell one story."""


def story_fit(left: Subject, right: Subject, told: Stories) -> Fit:
    """How well the surroundings of two claims agree; silent where they are only of one subject."""
    if left.claim.report == right.claim.report:
        return _one_report(left, right)
    kinship = told.kinship(left.claim.report, right.claim.report)
    if kinship >= STRONG:
        return Fit(1.0, "reports of one story")
    if kinship >= FAIR:
        return Fit(0.85, "reports of what is probably one story")
    return Fit(0.7, "reports of what is perhaps one story") if kinship >= WEAK else NOTHING


def _one_report(left: Subject, right: Subject) -> Fit:
    if not left.claim.spans or not right.claim.spans:
        return NOTHING
    one, other = sorted((left.claim.spans[0], right.claim.spans[0]))
    if other[0] - one[1] <= PASSAGE:
        return Fit(0.85, "told in one passage")
    return Fit(0.7, "told in one report")
