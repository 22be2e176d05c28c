"""resolve: are two claims said in the same words?"""

from __future__ import annotations

from trucewatch.resolve.compare.fit import NOTHING, Fit
from trucewatch.resolve.subject import Subject


def wording_fit(left: Subject, right: Subject) -> Fit:
    """How many words are shared. Few shared words say nothing: the other may be in another language."""
    one, other = left.words, right.words
    shared = len(one & other)
    if not shared:
        return NOTHING
    share = shared / (len(one) + len(other) - shared)
    if share >= 0.6:
        return Fit(1.0, "nearly the same words")
    if share >= 0.25:
        return Fit(0.75, "many shared words")
    return NOTHING
