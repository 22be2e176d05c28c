"""resolve: the ledger: where the accounts of one thing part, and where they only seem to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from trucewatch.model import Disagreement, IncidentFigure
from trucewatch.resolve.clock import DAY, gap, nearest, width
from trucewatch.resolve.compare.place import place_fit
from trucewatch.resolve.compare.time import HOURS, SUPPOSED, time_fit
from trucewatch.resolve.compare.type import FROM_THE_AIR
from trucewatch.resolve.figure_ledger import figure_rows
from trucewatch.resolve.kind import DISPUTED, REAL
from trucewatch.resolve.subject import Subject

ONE_KIND_OF_ANOTHER = (
    frozenset(FROM_THE_AIR),
    frozenset({"kin.ground_offensive", "kin.armed_clash", "kin.raid_infiltration"}),
    frozenset({"kin.aircraft_downed", "kin.interception"}),
    frozenset({"dip.demand", "dip.request", "dip.ultimatum"}),
)
"""Types of which one names the other more closely: an air strike by a drone."""


def ledger(members: Sequence[Subject], figures: Sequence[IncidentFigure]) -> tuple[Disagreement, ...]:
    """All disagreements of an incident, in the order of time, place, actor, figure, type, occurrence, modality."""
    ordered = sorted(members, key=lambda s: s.sort_key)
    reports = {s.id: s.claim.report for s in ordered}
    rows = [*_time(ordered), *_place(ordered), *_actor(ordered), *figure_rows(figures, reports)]
    rows += [*_type(ordered), *_occurrence(ordered), *_modality(ordered)]
    return tuple(rows)


def _time(members: Sequence[Subject]) -> Iterator[Disagreement]:
    """One row for each later claim whose time meets none of the first that it contradicts."""
    dated = [s for s in members if s.claim.time is not None and s.claim.time.basis == "stated" and _has_one_time(s)]
    seen: set[tuple[object, object]] = set()
    for index, one in enumerate(dated):
        for other in dated[index + 1 :]:
            row = _time_row(one, other)
            if row is not None and (one.span, other.span) not in seen and (other.span, one.span) not in seen:
                seen.add((one.span, other.span))
                yield row


def _has_one_time(subject: Subject) -> bool:
    """Whether a claim tells of something at one time: a campaign or a state is seen at many."""
    return subject.lane in ("meeting", "speech", "term") or (
        subject.lane in ("act", "halt") and subject.scope == "single"
    )


def _time_row(one: Subject, other: Subject) -> Disagreement | None:
    if one.span is None or other.span is None:
        return None
    apart = gap(one.span, other.span)
    if apart < 0:
        return _midnight(one, other)
    said = f"{_when(one)} and {_when(other)}"
    read = nearest(one.claim.time, other.claim.time)
    if read is not None and read != (one.span, other.span):
        one, other = replace(one, span=read[0]), replace(other, span=read[1])
        if gap(*read) < 0:
            why = f"{said} meet by another reading of the words"
            return Disagreement("time", "apparent_only", (one.id, other.id), why)
        apart = gap(*read)
    if apart < HOURS and time_fit(one, other).score >= SUPPOSED:
        return Disagreement("time", "apparent_only", (one.id, other.id), f"{said} may be one hour by two clocks")
    if apart <= 1.0 and (_at_midnight(one) or _at_midnight(other)):
        return Disagreement("time", "apparent_only", (one.id, other.id), f"{said} name one midnight from its two sides")
    if one.lane == "term" and apart <= DAY and _later_that_day(one, other):
        why = f"{said}: what begins at midnight holds in the morning"
        return Disagreement("time", "apparent_only", (one.id, other.id), why)
    return Disagreement("time", "disagree", (one.id, other.id), f"{said} do not meet")


def _midnight(one: Subject, other: Subject) -> Disagreement | None:
    """A midnight and the day that it begins are one time told in two ways."""
    exact, day = sorted((one, other), key=lambda s: width(s.span) if s.span else 0.0)
    if not _at_midnight(exact) or day.span is None or not 2 < width(day.span) <= DAY:
        return None
    return Disagreement(
        "time", "apparent_only", (one.id, other.id), f"{_when(exact)} lies in {_when(day)}: one is told more closely"
    )


def _later_that_day(one: Subject, other: Subject) -> bool:
    """Whether the earlier of two times is a midnight and the later lies in the day that it begins."""
    early, late = sorted((one, other), key=lambda s: s.span or (0.0, 0.0))
    return (
        _at_midnight(early)
        and early.span is not None
        and late.span is not None
        and late.span[1] <= early.span[0] + DAY + 1
    )


def _at_midnight(subject: Subject) -> bool:
    span = subject.span
    return span is not None and width(span) <= 1.0 and min(span[0] % DAY, DAY - span[0] % DAY) <= 1.0


def _when(subject: Subject) -> str:
    time = subject.claim.time
    if time is None:
        return "no time"
    words = f'"{time.text}"' if time.text else "its time"
    return f"{words} ({time.start or 'open'} to {time.end or 'open'})"


def _place(members: Sequence[Subject]) -> Iterator[Disagreement]:
    placed = [s for s in members if s.place is not None and s.place.id is not None and s.place.basis == "stated"]
    for one, other in _differing(placed, lambda s: s.place.id if s.place else None):
        score = place_fit(one, other).score
        fine = {"site", "settlement"} >= {p.level for s in (one, other) if (p := s.place)}
        if fine and score < 0.6 and one.place and other.place:
            why = f"{one.place.name or one.place.text} and {other.place.name or other.place.text} are two places"
            yield Disagreement("place", "disagree", (one.id, other.id), why)


def _actor(members: Sequence[Subject]) -> Iterator[Disagreement]:
    told = [s for s in members if s.doers and s.lane in ("act", "halt")]
    for one, other in _differing(told, lambda s: (s.doers, s.claim.modality == "denied")):
        denial = "denied" in (one.claim.modality, other.claim.modality)
        names = f"{_names(one)} and {_names(other)}"
        if denial and one.claim.modality != other.claim.modality and one.doers & other.doers:
            yield Disagreement(
                "actor", "disagree", (one.id, other.id), f"{names}: named by one account, denied by another"
            )
        elif not denial and not one.doers & other.doers:
            yield Disagreement("actor", "disagree", (one.id, other.id), f"{names} are named as the doer")


def _names(subject: Subject) -> str:
    return " with ".join(sorted(subject.doers))


def _type(members: Sequence[Subject]) -> Iterator[Disagreement]:
    for one, other in _differing([s for s in members if s.family != "harm"], lambda s: s.claim.type):
        pair = {one.claim.type, other.claim.type}
        vague = any(type_ == "civ.attack" or "undetermined" in type_ for type_ in pair)
        closer = vague or any(pair <= group for group in ONE_KIND_OF_ANOTHER)
        why = f"{one.claim.type} and {other.claim.type}"
        if closer:
            yield Disagreement("type", "apparent_only", (one.id, other.id), f"{why}: one names the other more closely")
        else:
            yield Disagreement("type", "disagree", (one.id, other.id), f"{why} are different acts")


def _occurrence(members: Sequence[Subject]) -> Iterator[Disagreement]:
    yes = [s for s in members if s.claim.modality not in DISPUTED]
    no = [s for s in members if s.claim.modality == "denied"]
    if yes and no:
        yield Disagreement("occurrence", "disagree", (yes[0].id, no[0].id), "told as having happened, and denied")
    ended = [s for s in yes if s.claim.outcome is not None and s.claim.modality in REAL]
    for one, other in _differing(ended, lambda s: s.claim.outcome):
        ends = {one.claim.outcome, other.claim.outcome}
        why = f"told as {_end(one)} and as {_end(other)}"
        kind: Literal["disagree", "apparent_only"] = "disagree" if "completed" in ends else "apparent_only"
        yield Disagreement("occurrence", kind, (one.id, other.id), why)


def _end(subject: Subject) -> str:
    return (subject.claim.outcome or "").replace("_", " ")


def _modality(members: Sequence[Subject]) -> Iterator[Disagreement]:
    """Foretold and done: a difference of vantage, unless one report says both of one term."""
    done = [s for s in members if s.claim.modality in REAL and s.lane in ("meeting", "term")]
    ahead = [s for s in members if s.claim.modality not in REAL and s.lane in ("meeting", "term")]
    if not done or not ahead:
        return
    one, other = ahead[0], done[0]
    inside = [(a, d) for a in ahead for d in done if a.claim.report == d.claim.report and _standing(a)]
    if inside:
        pair = (inside[0][0].id, inside[0][1].id)
        yield Disagreement("modality", "disagree", pair, "one report tells it as intended and as done")
        return
    why = f"told as {one.claim.modality} and as {other.claim.modality}: before and after, or as text and as practice"
    yield Disagreement("modality", "apparent_only", (one.id, other.id), why)


def _standing(subject: Subject) -> bool:
    """Whether a term is there or not: what begins at a time is first foretold and then told as begun."""
    return subject.lane == "term" and subject.claim.type != "term.entry_into_force"


def _differing(members: Sequence[Subject], value: Callable[[Subject], object]) -> Iterator[tuple[Subject, Subject]]:
    """The first claim of every value, in pairs."""
    first: dict[object, Subject] = {}
    for subject in members:
        first.setdefault(value(subject), subject)
    ones = list(first.values())
    for index, one in enumerate(ones):
        for other in ones[index + 1 :]:
            yield one, other
