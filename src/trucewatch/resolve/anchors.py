"""resolve: what two claims must share before any score may join them. A day and a type alone are no reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trucewatch.resolve.compare.figures import strongest
from trucewatch.resolve.compare.fit import Fit
from trucewatch.resolve.population import comparable
from trucewatch.resolve.sides import listed
from trucewatch.resolve.subject import Lane, Subject

Fits = Mapping[str, Fit]

SAME_DAYS = 0.7
"""The score of time from which on two claims are of the same days."""
PHRASE = 3
"""Words below which a shared wording may be anybody's: "the shooting"."""
TOLD = 6
"""Words from which on a shared wording is a story and not a phrase."""
UNMISTAKABLE = 1000
"""From here on a number that agrees needs nothing to bear it out: there is one exodus of a million."""
OF_ITSELF = frozenset({
    "dip.right_reserved", "dip.operation_declared", "dip.condolence", "dip.ultimatum", "dip.suspension_withdrawal",
    "dip.rejection", "dip.notification",
})  # fmt: skip
"""Speech acts of which one side makes one a day: speaker and day are enough."""
CAMPAIGNS = frozenset({"kin.ground_offensive"})
"""Acts that go on for weeks: told by one story of both sides, they are told apart by who leads them."""
PEOPLE = frozenset({"killed", "injured", "missing", "captured", "neutralised"})
"""Measures of what befell people in one act."""
ADDRESSED = frozenset({"dip.demand", "dip.request", "dip.threat", "dip.offer"})
"""Speech acts that are told apart by whom they are addressed to."""


def anchored(left: Subject, right: Subject, fits: Fits) -> bool:
    """Whether two claims share enough that is particular to one thing."""
    return ANCHORS[left.lane](left, right, fits)


def _act(left: Subject, right: Subject, fits: Fits) -> bool:
    time, place, actors = fits["time"].score, fits["place"].score, fits["actors"].score
    story = fits["wording"].score == 1.0 and min(len(left.words), len(right.words)) >= TOLD
    number = fits["figures"].score >= 0.85
    if story or (number and (_borne_out(time, place, actors) or strongest(left, right) >= UNMISTAKABLE)):
        return True
    if place >= 0.8 and time >= SAME_DAYS:
        return True
    if actors == 1.0 and time > SAME_DAYS:
        return True
    if actors >= 0.75 and time == 1.0 and fits["figures"].score >= 0.6:
        return True
    if _one_story(left, right, fits):
        return True
    same_doer = any(map(listed, left.doers & right.doers))
    lasting = "single" not in (left.scope, right.scope) and left.claim.type == right.claim.type
    return same_doer and (lasting or left.family == "pol")


def _one_story(left: Subject, right: Subject, fits: Fits) -> bool:
    """Whether two claims stand in one passage or one story, and nothing that they say speaks against one act."""
    told = fits["story"].score
    if told < 0.7 or fits["type"].score < 0.6 or _other_people(left, right):
        return False
    if min(fits["time"].score, fits["figures"].score) < 0.4 or min(fits["actors"].score, fits["place"].score) < 0.5:
        return False
    if left.claim.type in CAMPAIGNS and fits["actors"].score < 0.75:
        return False
    return told == 1.0 or left.claim.report == right.claim.report or _supported(left, right, fits)


def _supported(left: Subject, right: Subject, fits: Fits) -> bool:
    """Whether anything beside a story that is only probably one speaks for one act."""
    time = fits["time"].score
    if time < 0.5:
        return False
    same_words = fits["wording"].score >= 0.75 and min(len(left.words), len(right.words)) >= PHRASE
    return (
        time >= 0.75
        or same_words
        or fits["figures"].score >= 0.85
        or max(fits["place"].score, fits["actors"].score) >= 0.75
    )


def _other_people(left: Subject, right: Subject) -> bool:
    """Whether both count people, and not one count is of people whom the other counts."""
    ones, others = ([c.figure for c in s.counts if c.figure.measure in PEOPLE] for s in (left, right))
    return bool(ones and others) and not any(comparable(one, other) for one in ones for other in others)


def _borne_out(time: float, place: float, actors: float) -> bool:
    """Whether a number that agrees is borne out by victims or doers, by the village, or by days and area together."""
    if actors >= 0.75 or place >= 0.8:
        return True
    return actors >= 0.5 and time >= SAME_DAYS and place >= 0.6


def _halt(left: Subject, right: Subject, fits: Fits) -> bool:
    return fits["time"].score >= SAME_DAYS and (fits["actors"].score >= 0.75 or fits["place"].score >= 0.8)


def _meeting(left: Subject, right: Subject, fits: Fits) -> bool:
    return fits["actors"].score >= 0.75 and fits["time"].score >= SAME_DAYS


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
    "act": _act,
    "halt": _halt,
    "talk": _act,
    "meeting": _meeting,
    "speech": _speech,
    "term": _term,
    "state": _state,
    "stock": _stock,
}
