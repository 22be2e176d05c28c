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
TELLING = 20
"""From here on a number needs nothing but the days to bear it out."""
OF_ITSELF = frozenset({
    "dip.right_reserved", "dip.operation_declared", "dip.condolence", "dip.ultimatum", "dip.suspension_withdrawal",
    "dip.rejection", "dip.notification",
})  # fmt: skip
"""Speech acts of which one side makes one a day: speaker and day are enough."""
SELDOM = frozenset({"mon.patrol", "kin.aircraft_downed", "kin.chemical", "mon.post_established"})
"""Acts of which one side does few: a day and a doer are enough, if nothing parts them."""
FAR_OFF = 0.2
"""The score of figures below which two counts are of two things, however near the rest lies."""
MANY = 10
"""From here on a count of the dead without a day may be a sum."""
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
    number = _same_number(fits)
    great = strongest(left, right) >= (UNMISTAKABLE if time < SAME_DAYS else TELLING)
    if story or (number and (great or _borne_out(time, place, actors))):
        return True
    if fits["figures"].score < FAR_OFF:
        return False
    if place >= 0.8 and time >= SAME_DAYS and not _adds_up(left, right, fits):
        return True
    if actors == 1.0 and time > SAME_DAYS:
        return True
    if actors >= 0.75 and time == 1.0 and fits["figures"].score >= 0.6:
        return True
    if left.claim.type == right.claim.type and left.claim.type in SELDOM and _one_of_few(left, right, fits):
        return True
    return _one_story(left, right, fits) or _one_campaign(left, right)


def _same_number(fits: Fits) -> bool:
    """Whether a great number agrees; numbers that are only near each other need days that agree too."""
    figures = fits["figures"].score
    return figures >= 0.95 or (figures >= 0.85 and fits["time"].score >= 0.75)


def _one_of_few(left: Subject, right: Subject, fits: Fits) -> bool:
    """Whether nothing parts two acts of a kind that hardly happens twice a day, and something speaks for one."""
    time, place, actors = fits["time"].score, fits["place"].score, fits["actors"].score
    if time < SAME_DAYS or min(place, actors) < 0.5 or fits["figures"].score < 0.4:
        return False
    ends = {s.claim.outcome for s in (left, right)}
    return (
        max(place, actors) >= 0.6 or fits["story"].score >= 0.7 or time == 1.0 or (len(ends) == 1 and None not in ends)
    )


def _one_campaign(left: Subject, right: Subject) -> bool:
    """Whether both tell what one side did over weeks, or a policy of one side."""
    if not any(map(listed, left.doers & right.doers)):
        return False
    if left.family == "pol":
        return True
    over_weeks = left.scope == right.scope == "period" or left.claim.type in CAMPAIGNS
    return over_weeks and "single" not in (left.scope, right.scope) and left.claim.type == right.claim.type


def _one_story(left: Subject, right: Subject, fits: Fits) -> bool:
    """Whether two claims stand in one passage or one story, and nothing that they say speaks against one act."""
    if fits["story"].score < 0.7 or fits["type"].score < 0.6 or _other_people(left, right):
        return False
    if min(fits["time"].score, fits["figures"].score) < 0.4 or min(fits["actors"].score, fits["place"].score) < 0.5:
        return False
    if left.claim.type in CAMPAIGNS and fits["actors"].score < 0.75:
        return False
    if _adds_up(left, right, fits):
        return False
    if left.claim.report == right.claim.report:
        return fits["story"].score >= 0.85 and _of_one_act(left, right, fits)
    return fits["story"].score == 1.0 or _supported(left, right, fits)


def _adds_up(left: Subject, right: Subject, fits: Fits) -> bool:
    """Whether one may be a sum of many losses: a count of no act and no day that the other does not bear out."""
    if _same_number(fits) or (fits["figures"].score >= 0.6 and fits["actors"].score >= 0.75):
        return False
    for loss in (left, right):
        undated = loss.claim.time is None or loss.claim.time.basis == "published"
        if loss.family == "harm" and undated and _of_a_side(loss):
            return True
    return False


def _of_a_side(loss: Subject) -> bool:
    return any(map(listed, loss.done_to)) or any(max(count.allows) >= MANY for count in loss.counts)


def _of_one_act(left: Subject, right: Subject, fits: Fits) -> bool:
    """Whether two claims of one passage share something, or one of them only names the act once more."""
    if not left.counts and not any(map(listed, left.doers | left.done_to)):
        return True
    if not right.counts and not any(map(listed, right.doers | right.done_to)):
        return True
    same_victims = any(map(listed, left.done_to & right.done_to))
    if same_victims or fits["figures"].score >= 0.6:
        return True
    return left.claim.type == right.claim.type and (fits["time"].score >= 0.75 or fits["actors"].score >= 0.75)


def _supported(left: Subject, right: Subject, fits: Fits) -> bool:
    """Whether anything beside a story that is only probably one speaks for one act."""
    time = fits["time"].score
    if time < 0.5:
        return False
    same_words = fits["wording"].score >= 0.75 and min(len(left.words), len(right.words)) >= PHRASE
    return time >= 0.75 or same_words or _same_number(fits) or fits["place"].score >= 0.75


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
