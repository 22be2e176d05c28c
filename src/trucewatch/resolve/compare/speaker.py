"""resolve: are two statements words of the same speaker?"""

from __future__ import annotations

from trucewatch.resolve.compare.fit import NOTHING, Fit
from trucewatch.resolve.subject import Subject


def speaker_fit(left: Subject, right: Subject) -> Fit:
    """How well the speakers agree: a spokesman, a president and a capital speak for one side."""
    if not left.speaker or not right.speaker:
        return NOTHING
    if left.speaker == right.speaker:
        return Fit(1.0, f"both said by {left.speaker}")
    return Fit(0.0, f"said by {left.speaker} and by {right.speaker}")
