"""The ledger of disagreements."""

from __future__ import annotations

import dataclasses

from tests.publish.sample_record import record
from trucewatch.model import FigureValue, Record
from trucewatch.publish.page import page
from trucewatch.publish.views.ledger import Row, rows


def shown(held: Record | None = None) -> list[Row]:
    return rows(page(held or record(), "en", unmask=False))


def test_both_values_stand_with_their_roots_and_quotations() -> None:
    row = shown()[0]
    assert ["34" in str(row.sides[0].said), "33" in str(row.sides[1].said)] == [True, True]
    roots = [[str(who) for who, role in side.lineage if role == "root"] for side in row.sides]
    assert roots == [["<bdi>NPA</bdi>"], ["<bdi>Agence du Port</bdi>"]]
    assert "<mark>33</mark>" in row.sides[1].quotes[0].html
    assert row.sides[1].quotes[0].language == "fr"
    assert "no best value" in str(row.kept)


def test_real_disagreements_come_before_apparent_ones() -> None:
    icons = [row.chip.icon for row in shown()]
    assert icons == sorted(icons, key=lambda icon: icon != "i-disagree")
    assert icons[-1] == "i-apparent"


def test_two_outlets_that_copy_one_root_are_one_side() -> None:
    held = record()
    first = held.incidents[0]
    copy = dataclasses.replace(held.claims[0], id="c_copy", report="r_four")
    values = (*first.figures[0].values, FigureValue("c_copy", 34, 34, "NPA"))
    figure = dataclasses.replace(first.figures[0], values=values)
    incident = dataclasses.replace(first, claims=(*first.claims, "c_copy"), figures=(figure,))
    changed = dataclasses.replace(held, claims=(*held.claims, copy), incidents=(incident, *held.incidents[1:]))
    row = shown(changed)[0]
    assert len(row.sides) == 2
    assert "rest on one root and count once" in str(row.sides[0].reports)


def test_values_without_a_root_never_share_a_side() -> None:
    held = record()
    first = held.incidents[0]
    values = tuple(dataclasses.replace(v, low=34, high=34, root=None) for v in first.figures[0].values)
    incident = dataclasses.replace(first, figures=(dataclasses.replace(first.figures[0], values=values),))
    row = shown(dataclasses.replace(held, incidents=(incident,)))[0]
    assert len(row.sides) == 2


def test_a_denial_stands_beside_what_it_denies() -> None:
    row = next(row for row in shown() if row.what == "Whether it took place")
    assert [str(side.said) for side in row.sides] == ["told as having happened", "said not to have happened: denied"]


def test_a_figure_that_differs_is_listed_once() -> None:
    assert sum("illed" in str(row.what) for row in shown()) == 1


def test_a_figure_over_which_several_pairs_part_has_one_row_with_every_reason() -> None:
    held = record()
    first = held.incidents[0]
    pair = first.disagreements[0]
    more = dataclasses.replace(pair, kind="apparent_only", why="the words leave room for both")
    incident = dataclasses.replace(first, disagreements=(more, pair))
    found = shown(dataclasses.replace(held, incidents=(incident,)))
    assert len(found) == 1
    assert found[0].chip.icon == "i-disagree"
    assert str(found[0].why) == "the words leave room for both; 33 and 34 do not meet"


def test_a_value_whose_claim_names_no_root_says_so() -> None:
    held = record()
    bare = tuple(dataclasses.replace(c, root=None) if c.id == "c_strike_fr" else c for c in held.claims)
    sides = shown(dataclasses.replace(held, claims=bare))[0].sides
    assert "root not stated" in str(sides[1].reports)
    assert "1 root" not in str(sides[1].reports)
