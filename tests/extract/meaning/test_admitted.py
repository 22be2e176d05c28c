"""Acts of which their own doer tells."""

from __future__ import annotations

import pytest

from tests.extract.reading import told
from trucewatch.extract.cases import is_fact
from trucewatch.model import Claim


def _facts(text: str) -> list[Claim]:
    return [claim for claim in told(text) if is_fact(claim)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The brigade admitted shelling the depot.", "kin.shelling"),
        ("The brigade acknowledged having shelled the depot.", "kin.shelling"),
        ("The brigade claimed responsibility for shelling the depot.", "kin.shelling"),
        ("The brigade claimed responsibility for the drone strike on the depot.", "kin.drone_strike"),
        ("The brigade took responsibility for a drone strike on the depot.", "kin.drone_strike"),
        ("The drone strike on the depot was claimed by the brigade.", "kin.drone_strike"),
    ],
)
def test_who_admits_an_act_did_it_and_says_so(text: str, kind: str) -> None:
    (claim,) = _facts(text)
    assert claim.type == kind
    assert [(a.text, a.basis) for a in claim.actors if a.role == "perpetrator"] == [("brigade", "stated")]
    assert claim.attribution[0].who == "brigade"


@pytest.mark.parametrize(
    "text",
    [
        "No group claimed responsibility for the drone strike on the depot.",
        "The brigade has not claimed responsibility for the drone strike.",
        "The brigade may claim responsibility for the drone strike.",
    ],
)
def test_nobody_did_what_nobody_admits(text: str) -> None:
    assert not any(a.role == "perpetrator" for claim in told(text) for a in claim.actors)
    assert not any(claim.polarity == "-" for claim in told(text))
