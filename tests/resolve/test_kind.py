"""resolve: what a claim makes by itself."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories import IDLIB, a_claim, a_figure, a_time
from trucewatch.resolve.kind import kind

OPEN = a_time(None, "2020-03-06", "open")


@pytest.mark.parametrize(
    ("expected", "type_", "fields"),
    [
        ("event", "kin.air_strike", {}),
        ("event", "kin.air_strike", {"time": a_time("2020-02-24", "2020-03-02", "week")}),
        ("event", "kin.air_strike", {"time": None}),
        ("event", "kin.air_strike", {"modality": "denied"}),
        ("event", "kin.air_strike", {"polarity": "-"}),
        ("event", "mon.patrol", {}),
        ("statement", "mon.patrol", {"modality": "planned"}),
        ("statement", "kin.shelling", {"modality": "threatened"}),
        ("statement", "kin.shelling", {"modality": "accused", "time": OPEN, "place": IDLIB}),
        ("state", "kin.air_strike", {"time": None, "place": IDLIB}),
        ("state", "kin.air_strike", {"background": True}),
        ("state", "kin.ground_offensive", {"time": OPEN, "modality": "ongoing", "place": IDLIB}),
        ("figure", "kin.air_strike", {"background": True, "figures": [a_figure(200, "strikes")]}),
        ("figure", "harm.killed", {"figures": [a_figure(2)]}),
        ("figure", "state.refugee_stock", {"modality": "state", "figures": [a_figure(3.6e6, "refugees")]}),
        ("state", "state.duration", {"modality": "state", "figures": [a_figure(9, "days")]}),
        ("state", "state.alliance", {"modality": "state"}),
        ("statement", "dip.talks", {}),
        ("term", "term.zone", {"modality": "planned"}),
    ],
)
def test_a_claim_has_the_kind_of_what_it_tells(expected: str, type_: str, fields: dict[str, Any]) -> None:
    assert kind(a_claim(type=type_, **fields)) == expected
