"""resolve: when one passage, or two reports of one story, tell of one act, and when a count is a sum of many."""

from __future__ import annotations

import math

from trucewatch.resolve.compare import Fits
from trucewatch.resolve.population import comparable
from trucewatch.resolve.sides import listed
from trucewatch.resolve.subject import Count, Subject

SAME_DAYS = 0.7
"""The score of time from which on two claims are of the same days."""
PHRASE = 3
"""Words below which a shared wording may be anybody's: "the shooting"."""
MANY = 10
"""From here on a count of the dead without a day may be a sum."""
CAMPAIGNS = frozenset({"kin.ground_offensive"})
"""Acts that go on for weeks: told by one story of both sides, they are told apart by who leads them."""
PEOPLE = frozenset({"killed", "injured", "missing", "captured", "neutralised"})
"""Measures of what befell people in one act."""


def of_one_story(left: Subject, right: Subject, fits: Fits) -> bool:
    """Whether two claims stand in one passage or one story, and nothing that they say speaks against one act."""
    if fits["story"].score < 0.7 or fits["type"].score < 0.6 or other_people(left, right):
        return False
    if min(fits["time"].score, fits["figures"].score) < 0.4 or min(fits["actors"].score, fits["place"].score) < 0.5:
        return False
    if left.claim.type in CAMPAIGNS and fits["actors"].score < 0.75:
        return False
    if adds_up(left, right, fits):
        return False
    if left.claim.report == right.claim.report:
        return fits["story"].score >= 0.85 and _of_one_act(left, right, fits)
    if _of_known_sides(left) or _of_known_sides(right):
        return _again(fits) and (fits["story"].score == 1.0 or _supported(left, right, fits))
    return fits["story"].score == 1.0 or _supported(left, right, fits)


def _of_known_sides(subject: Subject) -> bool:
    return any(map(listed, subject.doers | subject.done_to))


def _again(fits: Fits) -> bool:
    """Whether days and victims agree too: armies meet every day, and their reports name the same people."""
    if same_number(fits):
        return True
    alike = fits["actors"].score >= 0.75 or fits["place"].score >= 0.8 or fits["type"].score == 1.0
    return alike and fits["time"].score >= SAME_DAYS


def adds_up(left: Subject, right: Subject, fits: Fits) -> bool:
    """Whether one may be a sum of many losses: a count of no act and no day that the other does not bear out."""
    if same_number(fits) or (fits["figures"].score >= 0.6 and fits["actors"].score >= 0.75):
        return False
    for loss in (left, right):
        undated = loss.claim.time is None or loss.claim.time.basis == "published"
        if loss.family == "harm" and undated and _of_a_side(loss):
            return True
    return False


def _of_a_side(loss: Subject) -> bool:
    return any(map(listed, loss.done_to)) or any(_told(count) >= MANY for count in loss.counts)


def _told(count: Count) -> float:
    """The most that a count's words tell: "others were hurt" is open above, and no word of tens."""
    low, high = count.allows
    return low if math.isinf(high) else high


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
    return time >= 0.75 or same_words or same_number(fits) or fits["place"].score >= 0.75


def other_people(left: Subject, right: Subject) -> bool:
    """Whether both count people, and not one count is of people whom the other counts."""
    ones, others = ([c.figure for c in s.counts if c.figure.measure in PEOPLE] for s in (left, right))
    return bool(ones and others) and not any(comparable(one, other) for one in ones for other in others)


def same_number(fits: Fits) -> bool:
    """Whether a great number agrees; numbers that are only near each other need days that agree too."""
    figures = fits["figures"].score
    return figures >= 0.95 or (figures >= 0.85 and fits["time"].score >= 0.75)
