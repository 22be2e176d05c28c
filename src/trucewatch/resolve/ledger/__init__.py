"""resolve: the ledger: where the accounts of one thing part, and where they only seem to. One row a point."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.model import Disagreement, IncidentFigure
from trucewatch.resolve.ledger.actors import actor_rows
from trucewatch.resolve.ledger.figures import figure_rows
from trucewatch.resolve.ledger.places import place_rows
from trucewatch.resolve.ledger.times import time_rows
from trucewatch.resolve.ledger.told import modality_rows, occurrence_rows
from trucewatch.resolve.ledger.types import type_rows
from trucewatch.resolve.subject import Subject

__all__ = ["ledger"]


def ledger(members: Sequence[Subject], figures: Sequence[IncidentFigure]) -> tuple[Disagreement, ...]:
    """All disagreements of an incident, in the order of time, place, actor, figure, type, occurrence, modality."""
    if len(members) < 2:
        return ()
    ordered = sorted(members, key=lambda s: s.sort_key)
    rows = [*time_rows(ordered), *place_rows(ordered), *actor_rows(ordered), *figure_rows(ordered, figures)]
    rows += [*type_rows(ordered), *occurrence_rows(ordered), *modality_rows(ordered)]
    return tuple(rows)
