"""From which side a claim is told."""

from __future__ import annotations

from typing import get_args

from trucewatch.actors import side_of
from trucewatch.model import Attribution, Claim
from trucewatch.model.claim import SpeakerKind


def test_the_first_who_speaks_decides_and_the_unnamed_speak_for_the_outlet() -> None:
    told = {
        kind: Claim("c", "r", (), "", "kin.attack", attribution=(Attribution("x", kind),))
        for kind in get_args(SpeakerKind)
    }
    assert {kind: side_of(claim) for kind, claim in told.items()} == {
        "party": "party",
        "official": "party",
        "institution": "institution",
        "monitor": "monitor",
        "agency": "agency",
        "outlet": "outlet",
        "witness": "outlet",
        "anonymous": "outlet",
        "narrator": "outlet",
    }
    assert side_of(Claim("c", "r", (), "", "kin.attack")) == "outlet"
