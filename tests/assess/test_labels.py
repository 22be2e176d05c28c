"""From seven facets to a label: the first rule that fits."""

from __future__ import annotations

import itertools

import pytest

from trucewatch.assess.labels import FACETS, decisive, label
from trucewatch.model import Facet
from trucewatch.model.finding import POTENTIAL


def facets(**values: str) -> dict[str, Facet]:
    """All true but those named."""
    return {name: Facet(values.get(name, "T"), "said") for name in FACETS}  # type: ignore[arg-type]


def values(**given: str) -> dict[str, str]:
    """The values of seven facets, those not given true."""
    return {name: facet.value for name, facet in facets(**given).items()}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "supported"),
        ({"not_excepted": "F"}, "excepted"),
        ({"not_excepted": "F", "place": "N"}, "outside"),
        ({"time": "F"}, "outside"),
        ({"time": "F", "occurrence": "B"}, "outside"),
        ({"occurrence": "B"}, "disputed"),
        ({"occurrence": "B", "place": "N"}, "disputed_unproven"),
        ({"place": "N"}, "possible"),
    ],
)
def test_the_first_rule_that_fits_gives_the_label(values: dict[str, str], expected: str) -> None:
    assert label(facets(**values), proven=True) == expected


def test_below_the_standard_of_proof_it_is_alleged() -> None:
    assert label(facets(), proven=False) == "alleged"


def test_nothing_is_said_of_a_term_without_lines() -> None:
    assert label(facets(place="N"), proven=True, evaluable=False) == "not_evaluable"


def test_a_disputed_facet_beside_an_unknown_one_is_never_no_violation() -> None:
    for first, second in itertools.permutations(FACETS, 2):
        assert label(facets(**{first: "B", second: "N"}), proven=False) in POTENTIAL


def test_outside_needs_a_facet_that_is_false_by_itself() -> None:
    for values in itertools.product("TNB", repeat=3):
        told = dict(zip(("occurrence", "place", "bearer"), values, strict=True))
        assert label(facets(**told), proven=True) not in ("outside", "excepted")


def test_the_false_facets_decide_and_where_none_is_those_that_are_open() -> None:
    assert decisive(values(time="F", place="N")) == ("time",)
    assert decisive(values(occurrence="B", place="N")) == ("occurrence", "place")
    assert decisive(values()) == ()
