"""The one place where a claim is put together: chain, root, confidence."""

from __future__ import annotations

from tests.extract.reading import told

SENTENCE = "The army shelled the town."


def test_the_features_stand_in_the_reasons() -> None:
    (claim,) = told("The army reportedly shelled Ariha on Wednesday.")
    assert {"feature hedged", "feature stated_time", "feature stated_place"} <= set(claim.why)


def test_the_root_is_the_agency_where_one_is_credited() -> None:
    credited = told(SENTENCE, source="The Daily Post", credit=("AFP",))[0]
    own = told(SENTENCE, source="The Daily Post")[0]
    assert credited.root == "AFP"
    assert own.root in ("The Daily Post", None)


def test_copies_by_two_outlets_share_their_root() -> None:
    roots = {told(SENTENCE, source=outlet, credit=("REUTERS",))[0].root for outlet in ("One", "Two")}
    assert roots == {"REUTERS"}
