"""A word for a bomb that also names a raid from the air."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Israel's bombing of the camp killed four people.", "kin.air_strike"),
        ("The Syrian army's bombing of the town killed four people.", "kin.air_strike"),
        ("A bombing in the town killed four people.", "kin.mine_ied"),
        ("The Islamic State's bombing of the market killed four people.", "kin.mine_ied"),
    ],
)
def test_a_bombing_is_an_air_strike_where_a_state_or_its_forces_did_it(text: str, kind: str) -> None:
    assert {claim.type for claim in told(text)} == {kind}
