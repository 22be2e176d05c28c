"""What kind of voice somebody is."""

from __future__ import annotations

import pytest

from tests.extract.reading import parsed_one


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("A resident", "anonymous"),
        ("An eyewitness", "witness"),
        ("A mayor", "official"),
        ("A war monitor", "monitor"),
        ("A news agency", "agency"),
        ("State television", "outlet"),
        ("Turkish media", "outlet"),
        ("A Turkish official", "official"),
        ("A leaflet", "institution"),
        ("The YPG", "party"),
    ],
)
def test_a_noun_tells_what_kind_of_voice_it_is(who: str, kind: str) -> None:
    assert parsed_one(f"{who} said the road was open.").regions[0].speaker.kind == kind
