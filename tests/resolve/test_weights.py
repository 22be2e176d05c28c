"""resolve: the table of weights is data, complete, reasoned, and refused where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.errors import WeightsError
from trucewatch.languages.load import read_yaml
from trucewatch.resolve.weigh import COMPARE
from trucewatch.resolve.weights import COMPARISONS, LANES, TABLE, load_weights


def test_every_lane_is_weighed_and_sums_to_one() -> None:
    table = load_weights()
    assert set(table.compare) == set(table.join) == LANES
    assert {lane: round(sum(row.values()), 9) for lane, row in table.compare.items()} == dict.fromkeys(LANES, 1.0)


def test_every_comparison_that_the_table_may_name_is_built() -> None:
    assert set(COMPARE) == COMPARISONS


def test_every_row_says_why_in_a_sentence() -> None:
    rows = [row for part in read_yaml(TABLE).values() for row in part]
    assert [row for row in rows if len(row["reason"].split()) < 4 or not row["reason"].endswith(".")] == []


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("weight: 0.25", "weight: 0.26", "sum to 1.01"),
        ("compare: time", "compare: mood", "mood"),
        ("lanes: [meeting]", "lanes: [party]", "party"),
        ("weight: 0.25", "weight: much", "much"),
        ("name: quiet", "name: loud", "loud"),
        ("- {lanes: [stock], score: 0.6,", "- {lanes: [stock], at: 0.6,", "other keys"),
        ('reason: "A day or a village of which one thing is told."', 'reason: " "', "no reason"),
    ],
)
def test_a_wrong_table_is_refused_by_what_is_wrong(tmp_path: Path, old: str, new: str, named: str) -> None:
    text = TABLE.read_text(encoding="utf-8")
    assert old in text
    wrong = tmp_path / "weights.yaml"
    wrong.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(WeightsError, match=named):
        load_weights(wrong)
