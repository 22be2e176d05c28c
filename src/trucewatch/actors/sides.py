"""actors: from which side a claim is told."""

from __future__ import annotations

from trucewatch.model import Claim

SIDES = {
    "party": "party", "official": "party", "institution": "institution",
    "monitor": "monitor", "agency": "agency", "outlet": "outlet",
}  # fmt: skip
"""The side that a claim's first speaker speaks from; witnesses, the unnamed and narrators count as the outlet's."""


def side_of(claim: Claim) -> str:
    """The side that a claim is told from."""
    return SIDES.get(claim.attribution[0].kind, "outlet") if claim.attribution else "outlet"
