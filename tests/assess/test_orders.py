"""Laws of the two orders of the four values, of counts, and of places turned or taken the other way round."""

from __future__ import annotations

import itertools
import math

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assess.test_laws import NOW, PROFILE, held
from tests.assess.worlds import SOUND, Told, load, told, truce, worlds
from tests.factories import a_place
from trucewatch.assess.batch.values import CODE, LETTERS, flipped, joined
from trucewatch.assess.case import Case
from trucewatch.assess.facets.place import in_reach
from trucewatch.assess.labels import FACETS, label
from trucewatch.model import Agreement, Facet, Where

FEW = settings(max_examples=60, deadline=None)
TEXT = SOUND.read_text(encoding="utf-8")
RANK = {"outside": 0, "excepted": 0, "possible": 1, "disputed": 1, "disputed_unproven": 1, "supported": 2}
"""How far a label goes: no violation, one that may be, one that stands."""
HIGHER = {"F": "NBT", "N": "T", "B": "T", "T": ""}
"""The order of truth: false below not known and disputed, both below true."""
KM = 111.2


def test_a_facet_that_rises_in_truth_never_lowers_how_far_the_label_goes() -> None:
    rank = {
        values: RANK[label({name: Facet(one, "said") for name, one in zip(FACETS, values, strict=True)}, proven=True)]  # type: ignore[arg-type]
        for values in itertools.product("FNBT", repeat=len(FACETS))
    }
    for values, low in rank.items():
        for at, value in enumerate(values):
            for higher in HIGHER[value]:
                assert rank[(*values[:at], higher, *values[at + 1 :])] >= low


def test_joining_readings_keeps_order_copies_and_agreement_and_denial_twice_is_none() -> None:
    import numpy as np

    column = np.array([CODE[letter] for letter in LETTERS], np.int8)
    assert list(flipped(flipped(column))) == list(column)
    for one, two in itertools.product(range(4), repeat=2):
        left, right = (np.array([code], np.int8) for code in (one, two))
        both = joined([left, right])
        assert list(both) == list(joined([right, left])) == list(joined([left, right, left]))
        assert both[0] == (one if one == two else CODE["N"])
        # What all readings say is denied by what all readings deny.
        assert list(flipped(both)) == list(joined([flipped(left), flipped(right)]))


@FEW
@given(worlds(), told(number=9))
def test_one_more_act_never_takes_from_what_is_counted(world: list[Told], extra: Told) -> None:
    before, after = (
        {one.id: one.instance.count for one in held(given_, truce()) if one.instance and one.instance.count}
        for given_ in (world, [*world, extra])
    )
    assert set(before) <= set(after)
    for id_, count in before.items():
        for edge in ("low", "high"):
            assert (after[id_][edge] or 0) >= (count[edge] or 0)


def _zones(**rings: list[tuple[float, float]]) -> Agreement:
    """The sample with more zones, given by their corners, and the union of them all."""
    made = []
    for name, ring in rings.items():
        points = ", ".join(f'["{lon:.6f}", "{lat:.6f}"]' for lon, lat in ring)
        about = "status: agreed, tolerance: 500 m, basis: the text"
        made.append(f"  {name}: {{name: Part {name}, {about}, points: [{points}]}}\n")
    if len(rings) > 1:
        union = ", ".join(rings)
        made.append(f"  all: {{name: All, status: agreed, tolerance: 500 m, basis: the text, union: [{union}]}}\n")
    return load(TEXT.replace("  unknown: {name: Strip", "".join(made) + "  unknown: {name: Strip"))


HALVES = _zones(
    west=[(35.9, 34.94), (36.25, 34.94), (36.25, 35.06), (35.9, 35.06)],
    east=[(36.25, 34.94), (36.6, 34.94), (36.6, 35.06), (36.25, 35.06)],
)


@FEW
@given(st.floats(35.8, 36.7), st.floats(34.9, 35.1), st.floats(0.1, 3))
def test_outside_of_two_zones_together_is_outside_of_each(lon: float, lat: float, radius: float) -> None:
    case, place = Case(HALVES, PROFILE, NOW, NOW), a_place("Village", lon=lon, lat=lat, radius_km=radius)

    def value(relation: str, zone: str) -> str:
        return in_reach(place, Where(relation, zone), case).facet.value  # type: ignore[arg-type]

    for zone in ("west", "east", "all"):
        assert value("not_within", zone) == {"T": "F", "F": "T", "N": "N"}[value("within", zone)]
    if value("not_within", "all") == "T":
        assert value("not_within", "west") == value("not_within", "east") == "T"
    if "F" in (value("not_within", "west"), value("not_within", "east")):
        assert value("not_within", "all") == "F"


@FEW
@given(st.floats(-16, 16), st.floats(-12, 12), st.floats(0.2, 3), st.floats(0, 2 * math.pi))
def test_turning_a_zone_and_a_place_together_changes_nothing(x: float, y: float, radius: float, turn: float) -> None:
    box = [(-10.0, -5.0), (10.0, -5.0), (10.0, 5.0), (-10.0, 5.0)]

    def at(east: float, north: float, way: float) -> tuple[float, float]:
        """Degrees of a point so many kilometres from the middle, turned about it."""
        turned = east * math.cos(way) - north * math.sin(way), east * math.sin(way) + north * math.cos(way)
        return 36.25 + turned[0] / KM / math.cos(math.radians(35.0)), 35.0 + turned[1] / KM

    def values(way: float) -> set[str]:
        """The answer for the place, and for one a little smaller and a little larger."""
        case = Case(_zones(box=[at(*corner, way) for corner in box]), PROFILE, NOW, NOW)
        lon, lat = at(x, y, way)
        return {
            in_reach(a_place("V", lon=lon, lat=lat, radius_km=size), Where("within", "box"), case).facet.value
            for size in (radius * 0.98 - 0.1, radius, radius * 1.02 + 0.1)
        }

    straight = values(0.0)
    if len(straight) == 1:  # Degrees are no kilometres: a place at the very edge of its doubt may fall on either side.
        assert straight <= values(turn)
