"""resolve: what kind of incident a claim makes by itself: happening, quantity, speech act, term, background."""

from __future__ import annotations

import functools

from trucewatch.model import Claim
from trucewatch.model.incident import IncidentKind
from trucewatch.resolve.clock import DAY, hours, width

ACTS = frozenset({"kin", "pos", "wd", "civ", "hum", "mon", "crowd", "pol"})
REAL = frozenset({"happened", "ongoing", "state"})
DISPUTED = frozenset({"accused", "denied"})
"""Said to have happened by an accuser, or said not to have: an event that nobody has reported as a fact."""
ONE_HAPPENING = 8 * DAY
"""Hours within which a happening may lie that is dated only by its week."""
LASTING = frozenset({"duration_h", "days", "width_km", "distance_km", "area_km2"})
"""Measures that describe a thing and do not count anything."""
ON_PEOPLE = ("civ.attack", "civ.killing", "mon.attacked", "crowd.violent")
"""Violence against people, by whatever means."""


def family(type_: str) -> str:
    """The part of a type before the dot."""
    return type_.partition(".")[0]


def kind(claim: Claim) -> IncidentKind:
    """The kind of incident that a claim makes when it stands alone."""
    group = family(claim.type)
    if group == "term" or claim.modality == "term":
        return "term"
    if group == "state":
        return "figure" if counts_something(claim) else "state"
    if group == "harm":
        return "figure" if claim.figures or claim.modality in REAL else "statement"
    if group not in ACTS or claim.modality not in REAL | DISPUTED:
        return "statement"
    if is_one_happening(claim):
        return "event"
    if claim.modality in DISPUTED:
        return "statement"
    return "figure" if counts_something(claim) else "state"


def counts_something(claim: Claim) -> bool:
    """Whether a claim holds a quantity of people, things or acts."""
    return any(figure.measure not in LASTING for figure in claim.figures)


def is_one_happening(claim: Claim) -> bool:
    """Whether an act is one happening: dated within a week, or bound to a site or settlement; never background."""
    if claim.background:
        return False
    span = hours(claim.time)
    if span is not None and width(span) <= ONE_HAPPENING:
        # What goes on for days is a campaign, not one happening.
        return not (claim.modality == "ongoing" and width(span) > 2 * DAY)
    loose = span is None or width(span) == float("inf")
    return loose and claim.place is not None and claim.place.level in ("site", "settlement")


@functools.cache
def block(type_: str) -> str:
    """The group of types within which a claim is compared: types that may be one thing share it."""
    group = family(type_)
    if group == "harm":
        return "displaced" if type_ == "harm.displaced" else "violence"
    if type_ in ("hum.displacement", "civ.forced_displacement", "state.displacement"):
        return "displaced"
    if type_ in ("kin.aircraft_downed", "kin.interception"):
        return "aircraft"
    return "violence" if group == "kin" or type_ in ON_PEOPLE or type_ == "civ.looting_destruction" else group
