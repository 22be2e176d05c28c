"""resolve: what makes two tellings of an act one act: village and day, both sides, a number, or a story they share."""

from __future__ import annotations

from trucewatch.resolve.compare import Fits
from trucewatch.resolve.compare.figures import strongest
from trucewatch.resolve.one_story import CAMPAIGNS, SAME_DAYS, adds_up, of_one_story, other_people, same_number
from trucewatch.resolve.sides import listed
from trucewatch.resolve.subject import Subject

TOLD = 6
"""Words from which on a shared wording is a story and not a phrase."""
TELLING = 20
"""From here on a number needs nothing but the days to bear it out."""
UNMISTAKABLE = 1000
"""From here on a number that agrees needs nothing to bear it out: there is one exodus of a million."""
SELDOM = frozenset({"mon.patrol", "kin.aircraft_downed", "kin.chemical", "mon.post_established"})
"""Acts of which one side does few: a day and a doer are enough, if nothing parts them."""
FAR_OFF = 0.2
"""The score of figures below which two counts are of two things, however near the rest lies."""


def one_act(left: Subject, right: Subject, fits: Fits) -> bool:
    """Whether two claims share enough to be tellings of one act."""
    time, place, actors = fits["time"].score, fits["place"].score, fits["actors"].score
    story = fits["wording"].score == 1.0 and min(len(left.words), len(right.words)) >= TOLD
    number = same_number(fits)
    great = strongest(left, right) >= (UNMISTAKABLE if time < SAME_DAYS else TELLING)
    if story or (number and (great or _borne_out(time, place, actors))):
        return True
    if fits["figures"].score < FAR_OFF:
        return False
    if place >= 0.8 and time >= SAME_DAYS and not adds_up(left, right, fits):
        return True
    if actors == 1.0 and time > SAME_DAYS:
        return True
    if actors >= 0.75 and time == 1.0 and fits["figures"].score >= 0.6:
        return True
    if left.claim.type == right.claim.type and left.claim.type in SELDOM and _one_of_few(left, right, fits):
        return True
    if fits["quiet"].score > 0.5 and _on_a_quiet_day(left, right, fits):
        return True
    return of_one_story(left, right, fits) or _one_campaign(left, right)


def _on_a_quiet_day(left: Subject, right: Subject, fits: Fits) -> bool:
    """Whether nothing parts two acts of a day, or of a village, of which all that is told is of one thing."""
    time, place = fits["time"].score, fits["place"].score
    if _customary(left) or _customary(right):
        return False
    if min(fits["figures"].score, fits["type"].score) < 0.4 or other_people(left, right) or adds_up(left, right, fits):
        return False
    if place >= 0.8:
        return time >= 0.5
    return time >= SAME_DAYS and min(place, fits["actors"].score) >= 0.5


def _one_of_few(left: Subject, right: Subject, fits: Fits) -> bool:
    """Whether nothing parts two acts of a kind that hardly happens twice a day, and something speaks for one."""
    time, place, actors = fits["time"].score, fits["place"].score, fits["actors"].score
    if time < SAME_DAYS or min(place, actors) < 0.5 or fits["figures"].score < 0.4:
        return False
    if _customary(left) or _customary(right):
        return False
    same_end = left.claim.outcome is not None and left.claim.outcome == right.claim.outcome
    return same_end or max(place, actors) >= 0.6 or fits["story"].score >= 0.7 or time == 1.0


def _customary(subject: Subject) -> bool:
    """Whether an act is told as what is usually done: "units also patrol the M5"; headlines tell all in the present."""
    time = subject.claim.time
    undated = time is None or time.basis == "published"
    return undated and subject.claim.modality == "ongoing" and subject.claim.section != "headline"


def _one_campaign(left: Subject, right: Subject) -> bool:
    """Whether both tell what one side did over weeks, or a policy of one side."""
    if not any(map(listed, left.doers & right.doers)):
        return False
    if left.family == "pol":
        return True
    over_weeks = left.scope == right.scope == "period" or left.claim.type in CAMPAIGNS
    return over_weeks and "single" not in (left.scope, right.scope) and left.claim.type == right.claim.type


def _borne_out(time: float, place: float, actors: float) -> bool:
    """Whether a number that agrees is borne out by victims or doers, by the village, or by days and area together."""
    if actors >= 0.75 or place >= 0.8:
        return True
    return actors >= 0.5 and time >= SAME_DAYS and place >= 0.6
