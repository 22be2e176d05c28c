"""resolve: what is never about one thing, whatever the score. Each rule answers with its reason, or with ''."""

from __future__ import annotations

from collections.abc import Callable

from trucewatch.resolve.clock import width
from trucewatch.resolve.intervals import exact, wide
from trucewatch.resolve.kind import ONE_HAPPENING
from trucewatch.resolve.population import comparable
from trucewatch.resolve.subject import Subject

MOODS = {
    "planned": "intended", "promised": "intended", "threatened": "threatened", "hoped": "wished", "demanded": "wished",
    "predicted": "foreseen", "possible": "foreseen", "opined": "opined",
}  # fmt: skip
TENS = 10
"""From here on a vague number may be a sum; "others were hurt" is told of one act as well as of many."""
TOTALS_DIFFER = 2.5
"""One period this many times as long as another holds another total."""


def apart(left: Subject, right: Subject) -> str:
    """Why two claims cannot be about one thing; '' when nothing forbids it."""
    if left.lane != right.lane:
        return f"{left.lane} is not {right.lane}"
    counted = bool(left.counts or right.counts)
    for rule in ASKED[counted, left.claim.report == right.claim.report]:
        reason = rule(left, right)
        if reason:
            return reason
    return ""


def _mood(left: Subject, right: Subject) -> str:
    if left.lane != "talk":
        return ""
    one, other = MOODS.get(left.claim.modality, ""), MOODS.get(right.claim.modality, "")
    return "" if one == other else f"{one} is not {other}"


def _happening_and_total(left: Subject, right: Subject) -> str:
    if left.lane not in ("act", "halt"):
        return ""
    if {left.scope, right.scope} == {"single", "period"}:
        return "a total or campaign over a period is not one happening"
    if left.scope == right.scope == "period" and left.counts and right.counts and _long(left, right) >= TOTALS_DIFFER:
        return "totals over periods of different length"
    return ""


def _long(left: Subject, right: Subject) -> float:
    if left.span is None or right.span is None:
        return 1.0
    widths = sorted((width(left.span), width(right.span)))
    if widths[0] == float("inf"):
        return 1.0
    return widths[1] / max(widths[0], 1.0) if widths[1] < float("inf") else 1.0


def _more(left: Subject, right: Subject) -> str:
    for one in left.counts:
        for other in right.counts:
            if one.figure.more != other.figure.more and one.figure.measure == other.figure.measure:
                return '"more" counts what came after the other figure'
    return ""


def _two_places(left: Subject, right: Subject) -> str:
    one, other = left.place, right.place
    if one is None or other is None:
        return ""
    if one.id is None or other.id is None or one.id == other.id or one.id in other.within or other.id in one.within:
        return ""
    fine = one.level in ("site", "settlement") and other.level in ("site", "settlement")
    level = one.level == other.level in ("district", "province") and one.basis == other.basis == "stated"
    return "one report names them as two places" if fine or level else ""


def _two_figures(left: Subject, right: Subject) -> str:
    """One speaker in one report who gives two exact numbers speaks of two things."""
    if left.lane != "act":
        return ""
    if left.claim.attribution[:1] != right.claim.attribution[:1]:
        return ""
    for one in left.counts:
        for other in right.counts:
            same = one.figure.measure == other.figure.measure and comparable(one.figure, other.figure)
            whole = one.figure.part_of is None and other.figure.part_of is None
            if same and whole and exact(one.figure) and exact(other.figure) and one.allows != other.allows:
                return "one report gives two numbers"
    return ""


def _answer(left: Subject, right: Subject) -> str:
    """What is told as an answer to an act is not that act, though it follows in the same breath."""
    if left.lane != "act" or "harm" in (left.family, right.family):
        return ""
    answers = [bool(subject.claim.response_to) for subject in (left, right)]
    if answers[0] != answers[1] and not left.doers & right.doers:
        return "an answer is not what it answers"
    return ""


_TALLIED = frozenset({"violations", "explosions"})
"""Measures of bulletins."""


def _counters(left: Subject, right: Subject) -> str:
    """Bulletins of violations: each counter has its own, and each day's is another."""
    for one in left.counts:
        for other in right.counts:
            if one.figure.measure != other.figure.measure or one.figure.measure not in _TALLIED:
                continue
            if one.figure.counted_by and other.figure.counted_by and one.figure.counted_by != other.figure.counted_by:
                return "counted by another"
            if exact(one.figure) and exact(other.figure) and one.allows != other.allows:
                return "two bulletins"
    return ""


def _vague_total(left: Subject, right: Subject) -> str:
    """ "Dozens" of no date sums up; a counted loss of one day does not."""
    for loose, single in ((left, right), (right, left)):
        if loose.scope == "undated" and single.scope == "single" and loose.lane == "act":
            vague = any(
                count.figure.approximator == "vague" and wide(count.allows) and count.allows[0] >= TENS
                for count in loose.counts
            )
            if vague and single.span is not None and width(single.span) <= ONE_HAPPENING:
                return "a vague total without a date is not one happening"
    return ""


Rules = tuple[Callable[[Subject, Subject], str], ...]
RULES: Rules = (_mood, _happening_and_total)
IN_ONE_REPORT: Rules = (_two_places, _two_figures, _answer)
OF_COUNTS: Rules = (_more, _counters, _vague_total)
ASKED = {
    (counted, one_report): RULES + OF_COUNTS * counted + IN_ONE_REPORT * one_report
    for counted in (False, True)
    for one_report in (False, True)
}
"""The rules for two claims by whether one of them counts something, and whether both are of one report."""
