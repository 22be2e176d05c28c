"""The ledger of disagreements."""

from __future__ import annotations

import dataclasses
from typing import Any

from tests.publish.sample_record import record
from trucewatch.model import Record, Side
from trucewatch.publish.page import page, striptags
from trucewatch.publish.views.ledger import Row, ledger, rows


def shown(held: Record | None = None) -> list[Row]:
    return rows(page(held or record(), "en", unmask=False))


def test_both_values_stand_with_their_roots_and_quotations() -> None:
    row = shown()[0]
    assert ["34" in str(row.sides[0].said), "33" in str(row.sides[1].said)] == [True, True]
    roots = [[str(who) for voice in side.voices for who, role in voice.lineage if role == "root"] for side in row.sides]
    assert roots == [["<bdi>NPA</bdi>"], ["<bdi>Agence du Port</bdi>"]]
    assert "<mark>33</mark>" in row.sides[1].quotes[0].html
    assert row.sides[1].quotes[0].language == "fr"
    assert "no best value" in str(row.kept)


def test_real_disagreements_come_before_apparent_ones() -> None:
    icons = [row.chip.icon for row in shown()]
    assert icons == sorted(icons, key=lambda icon: icon != "i-disagree")
    assert icons[-1] == "i-apparent"


def with_sides(*sides: Side, **fields: Any) -> Row:
    """The first row of the sample's record with other sides."""
    held = record()
    first = held.incidents[0]
    point = dataclasses.replace(first.disagreements[0], sides=sides)
    copy = dataclasses.replace(held.claims[0], id="c_copy", report="r_four", **fields)
    incident = dataclasses.replace(first, claims=(*first.claims, "c_copy"), disagreements=(point,))
    return shown(dataclasses.replace(held, claims=(*held.claims, copy), incidents=(incident, *held.incidents[1:])))[0]


def test_two_outlets_that_copy_one_root_are_one_voice() -> None:
    row = with_sides(Side("34", ("c_strike_en", "c_copy"), ("NPA",)), Side("33", ("c_strike_fr",)))
    assert [len(side.voices) for side in row.sides] == [1, 1]
    assert row.sides[0].voices[0].note == "one root, counted once"


def test_reports_without_a_root_never_share_a_voice() -> None:
    row = with_sides(Side("34", ("c_strike_en", "c_copy")), Side("33", ("c_strike_fr",)), root=None)
    assert len(row.sides[0].voices) == 2


def test_an_earlier_count_is_marked_as_left_behind() -> None:
    row = with_sides(Side("34", ("c_strike_en",)), Side("33", ("c_strike_fr",), superseded=True))
    assert [side.gone for side in row.sides] == [False, True]


def test_the_counts_are_those_of_the_rows() -> None:
    held = ledger(page(record(), "en", unmask=False))
    assert (len(held.real), len(held.apparent)) == (2, 1)
    assert striptags(held.said) == "Accounts part on 2 points; on 1 more they only seem to."


def test_a_denial_stands_beside_what_it_denies() -> None:
    row = next(row for row in shown() if row.what == "Whether it took place")
    assert [str(side.said) for side in row.sides] == ["told as having happened", "said not to have happened: denied"]


def test_a_figure_that_differs_is_listed_once() -> None:
    assert sum("illed" in str(row.what) for row in shown()) == 1


def test_a_value_whose_claim_names_no_root_says_so() -> None:
    held = record()
    bare = tuple(dataclasses.replace(c, root=None) if c.id == "c_strike_fr" else c for c in held.claims)
    sides = shown(dataclasses.replace(held, claims=bare))[0].sides
    assert [(name, role) for name, role in sides[1].voices[0].lineage if role] == [("root not stated", "none")]


def test_reasons_that_are_known_are_told_in_the_language_of_the_report() -> None:
    held = record()
    first = held.incidents[0]
    why = "what the words allow does not meet. NPA counted on: 29, then 34"
    point = dataclasses.replace(first.disagreements[0], why=why)
    changed = dataclasses.replace(held, incidents=(dataclasses.replace(first, disagreements=(point,)),))
    row = rows(page(changed, "fr", unmask=False))[0]
    assert str(row.why).startswith("ce que les mots permettent ne se rejoint pas. ")
    assert "NPA a continué de compter" in striptags(row.why)
