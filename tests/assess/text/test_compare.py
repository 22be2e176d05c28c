"""What one text has that another has not."""

from __future__ import annotations

import re

from tests.assess.worlds import SOUND, load
from trucewatch.assess import compare, load_agreement

TEXT = SOUND.read_text(encoding="utf-8")


def told(old: str, new: str) -> list[str]:
    assert old in TEXT
    return [str(change) for change in compare(load(TEXT), load(TEXT.replace(old, new)))]


def test_a_text_does_not_differ_from_itself() -> None:
    assert compare(load(TEXT), load(TEXT + "\n# a comment\n")) == []


def test_a_date_that_moved_is_told_with_both_values() -> None:
    (first, *_) = told('end_of: "2031-04-10"', 'end_of: "2031-04-12"')
    assert first.startswith("changed anchor done, earliest: 2031-04-10")
    assert "-> 2031-04-12" in first


def test_a_party_that_is_no_longer_bound_is_told() -> None:
    assert "changed term patrols, bearers: NOR, SOU -> NOR" in told(
        "    bearers: [NOR, SOU]\n    act: patrol", "    bearers: [NOR]\n    act: patrol"
    )


def test_a_dropped_term_and_an_added_act_are_told() -> None:
    lines = told("  patrol: {types", "  talks: {types: [dip.talks]}\n  patrol: {types")
    assert lines == ["added   act talks"]
    before, _, after = TEXT.partition("  - id: patrols")
    without = before + "  - id: bands" + after.split("  - id: bands")[1]
    assert str(compare(load(TEXT), load(without))[0]) == "dropped term patrols: A joint patrol"


def test_a_zone_that_grew_is_told_with_area_and_distance() -> None:
    shape = next(line for line in told("distance: 6 km", "distance: 8 km") if "shape" in line)
    before, after, away = map(float, re.findall(r"([\d.]+) k", shape)[:3])
    assert 640 < before < 665
    assert after > before
    assert abs(away - 2) < 0.1


def test_two_texts_of_a_stack_are_held_side_by_side() -> None:
    changes = compare(load_agreement("idlib-2018"), load_agreement("idlib-2020"))
    assert {change.way for change in changes} == {"added", "dropped", "changed"}
