"""resolve: what two claims must share before any score may join them. A day and a type alone are no reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trucewatch.resolve.compare import Fits
from trucewatch.resolve.compare.time import AS_NEWS
from trucewatch.resolve.kind import REAL
from trucewatch.resolve.one_act import one_act
from trucewatch.resolve.one_story import SAME_DAYS
from trucewatch.resolve.sides import listed
from trucewatch.resolve.subject import Lane, Subject

OF_ITSELF = frozenset({
    "dip.right_reserved", "dip.operation_declared", "dip.condolence", "dip.ultimatum", "dip.suspension_withdrawal",
    "dip.rejection", "dip.notification",
})  # fmt: skip
"""Speech acts of which one side makes one a day: speaker and day are enough."""
ADDRESSED = frozenset({"dip.demand", "dip.request", "dip.threat", "dip.offer"})
"""Speech acts that are told apart by whom they are addressed to."""

STORY = 0.7
"""The score of stories from which on who names fewer participants may tell of the same meeting as news of it."""


def anchored(left: Subject, right: Subject, fits: Fits) -> bool:
    """Whether two claims share enough that is particular to one thing."""
    return ANCHORS[left.lane](left, right, fits)


def _halt(left: Subject, right: Subject, fits: Fits) -> bool:
    return fits["time"].score >= SAME_DAYS and (fits["actors"].score >= 0.75 or fits["place"].score >= 0.8)


def _meeting(left: Subject, right: Subject, fits: Fits) -> bool:
    who, time = fits["actors"].score, fits["time"].score
    one_story = who == 1.0 or fits["story"].score >= STORY
    if who >= 0.75 and time >= (AS_NEWS if one_story else SAME_DAYS):
        return True
    if left.claim.report != right.claim.report or time < 0.5:
        return False
    return any(_of_whom_is_open(subject) for subject in (left, right))


def _of_whom_is_open(subject: Subject) -> bool:
    """Whether talks are told of without two participants: then they are the talks that the report is about."""
    spoken = subject.claim.modality in REAL | {"planned"}
    return spoken and len(set(filter(listed, subject.doers | subject.done_to))) < 2


def _speech(left: Subject, right: Subject, fits: Fits) -> bool:
    same_words = fits["wording"].score
    if left.claim.report == right.claim.report:
        return same_words == 1.0
    if not left.speaker or left.speaker != right.speaker or fits["time"].score < SAME_DAYS:
        return False
    if same_words >= 0.75 or left.claim.type in OF_ITSELF:
        return True
    about = left.claim.about is not None and left.claim.about == right.claim.about
    return about or (left.claim.type in ADDRESSED and bool(left.done_to & right.done_to))


def _term(left: Subject, right: Subject, fits: Fits) -> bool:
    place, figures, same_words = fits["place"].score, fits["figures"].score, fits["wording"].score
    if same_words >= 0.75 or figures >= 0.85:
        return True
    if left.claim.type == "term.absent":
        return False
    if left.claim.report == right.claim.report:
        return place >= 0.6 and bool(left.counts and right.counts)
    times = (left.claim.time, right.claim.time)
    dated = all(time is not None and time.basis == "stated" for time in times) and fits["time"].score >= 0.65
    return place >= 0.6 or dated


def _state(left: Subject, right: Subject, fits: Fits) -> bool:
    if fits["wording"].score >= 0.75:
        return True
    if left.doers or right.doers or left.done_to or right.done_to:
        return fits["actors"].score >= 0.75
    return fits["place"].score >= 0.6


def _stock(left: Subject, right: Subject, fits: Fits) -> bool:
    return fits["figures"].score > 0.5


ANCHORS: Mapping[Lane, Callable[[Subject, Subject, Fits], bool]] = {
    "act": one_act,
    "halt": _halt,
    "talk": one_act,
    "meeting": _meeting,
    "speech": _speech,
    "term": _term,
    "state": _state,
    "stock": _stock,
}
