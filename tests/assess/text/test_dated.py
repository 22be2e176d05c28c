"""Dated versions of lines and zones: read in the order of time, followed by what is built from them, in the hash."""

from __future__ import annotations

import json

import pytest

from tests.assess.dated_truce import NORTH, SOUTH, VERSIONS, dated_text, dated_truce
from tests.assess.worlds import load, truce
from trucewatch.assess import agreement_schema, show_text
from trucewatch.assess.text.compare import compare
from trucewatch.assess.text.words import english
from trucewatch.errors import AgreementError
from trucewatch.model.versions import shown_on


def test_versions_are_read_in_the_order_of_time_each_with_its_basis_and_references() -> None:
    road = dated_truce().lines["road"]
    assert [(one.from_, one.until) for one in road.versions] == [
        (None, "2031-04-05"), ("2031-04-05", "2031-04-10"), ("2031-04-12", None),
    ]  # fmt: skip
    assert [one.basis for one in road.versions] == ["the first map", "the second map", "the third map"]
    assert road.versions[0].references == ("https://example.org/first",)
    assert road.versions[1].rings == (((36.0, 35.3), (36.5, 35.3)),)
    assert road.points == ((36.0, 35.0), (36.5, 35.0))


def test_their_order_in_the_file_does_not_matter_for_what_is_read() -> None:
    late_first = f'versions: [{{from: "2031-04-05", basis: b, {NORTH}}}, {{until: "2031-04-05", basis: a, {SOUTH}}}]'
    assert [one.basis for one in dated_truce(late_first).lines["road"].versions] == ["a", "b"]


@pytest.mark.parametrize("zone", ["corridor", "shared"])
def test_a_zone_built_from_a_line_has_a_version_for_each_of_its_versions_and_none_in_the_gap(zone: str) -> None:
    found = dated_truce().zones[zone].versions
    assert [(one.from_, one.until) for one in found] == [
        (None, "2031-04-05"), ("2031-04-05", "2031-04-10"), ("2031-04-12", None),
    ]  # fmt: skip
    south = [min(lat for ring in one.rings for _, lat in ring) for one in found]
    assert south[0] < 35.0 < 35.2 < south[1]
    assert south[2] == south[0]
    assert dated_truce().zones[zone].polygons == found[2].rings


def test_the_other_distances_of_a_buffer_move_with_it() -> None:
    corridor = dated_truce().zones["corridor"]
    lowest = [min(lat for ring in one.readings["9 km"] for _, lat in ring) for one in corridor.versions]
    assert lowest[0] < 34.95 < 35.2 < lowest[1]
    assert corridor.readings == corridor.versions[2].readings


def test_a_zone_that_stands_on_no_dated_line_has_no_versions() -> None:
    assert dated_truce().zones["box"].versions == dated_truce().zones["unknown"].versions == ()
    assert truce().zones["corridor"].versions == truce().lines["road"].versions == ()


def test_a_zone_may_have_versions_of_its_own() -> None:
    box = '[["36.1", "34.9"], ["36.4", "34.9"], ["36.4", "35.1"]]'
    text = dated_text().replace(
        "undefined: {until: a map is published}", f'versions: [{{from: "2031-04-03", basis: a, points: {box}}}]'
    )
    strip = load(text).zones["unknown"]
    assert [(one.from_, one.until, len(one.rings)) for one in strip.versions] == [("2031-04-03", None, 1)]
    with pytest.raises(AgreementError, match="give exactly one of"):
        load(
            text.replace('versions: [{from: "2031-04-03"', 'undefined: {until: later}, versions: [{from: "2031-04-03"')
        )


@pytest.mark.parametrize(
    ("old", "new"), [('until: "2031-04-10"', 'until: "2031-04-11"'), ("the second map", "a map"), ("35.3", "35.4")]
)
def test_days_bases_and_points_of_versions_are_in_the_hash(old: str, new: str) -> None:
    assert old in VERSIONS
    assert dated_truce(VERSIONS.replace(old, new)).hash != dated_truce().hash


def test_the_schema_has_versions() -> None:
    version = agreement_schema()["$defs"]["Version"]
    assert set(version["properties"]) == {"from", "until", "basis", "references", "points", "file", "feature"}
    assert version["additionalProperties"] is False
    assert "versions" in json.dumps(agreement_schema()["$defs"]["Zone"]["properties"])


def test_the_text_tells_each_version_with_its_days() -> None:
    said = show_text(dated_truce())
    assert "version until 2031-04-05: the first map\n      https://example.org/first" in said
    assert "version from 2031-04-05 until 2031-04-10: the second map" in said
    assert "version from 2031-04-12: the third map" in said


def test_a_comparison_tells_how_versions_differ() -> None:
    later = dated_truce(VERSIONS.replace('until: "2031-04-10"', 'until: "2031-04-11"'))
    told = [str(one) for one in compare(dated_truce(), later) if one.id == "road"]
    assert len(told) == 1
    assert "from 2031-04-05 until 2031-04-10: 45." in told[0]
    assert "from 2031-04-05 until 2031-04-11: 45." in told[0]


@pytest.mark.parametrize(
    ("day", "from_"),
    [
        (None, "2031-04-12"),
        ("2031-04-04", None),
        ("2031-04-05", "2031-04-05"),
        ("2031-04-11", "2031-04-05"),
        ("2031-05-01", "2031-04-12"),
    ],
)
def test_a_map_draws_the_version_of_the_day_or_the_last_begun(day: str | None, from_: str | None) -> None:
    road = shown_on(dated_truce().lines["road"], day)
    assert [one.from_ for one in road.versions] == [from_]
    assert road.points == road.versions[0].rings[0]


def test_the_basis_of_each_version_has_words_in_other_languages() -> None:
    paths = {path: told for path, told in english(dated_truce()) if "versions" in path}
    assert paths["lines", "road", "versions", 1] == "the second map"
    assert len(paths) == 3
