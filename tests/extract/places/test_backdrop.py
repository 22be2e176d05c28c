"""Where a report plays."""

from __future__ import annotations

from tests.extract.reading import a_text, english, knowledge
from trucewatch.extract.claims import _Reader
from trucewatch.extract.places.backdrop import Backdrop


def _backdrop(text: str) -> Backdrop:
    reader = _Reader(a_text(text), knowledge(), english())
    return reader.placer(reader.parsed()).backdrop


def test_the_places_named_tell_the_country() -> None:
    assert _backdrop("Shells fell in Homs province. Two men were shot in Aleppo.").countries == ("SY",)


def test_without_places_those_who_act_tell_it() -> None:
    assert _backdrop("Gunmen shot two soldiers of the Syrian army near Vexmoor.").countries == ("SY",)


def test_a_small_town_abroad_speaks_for_no_country() -> None:
    assert _backdrop("Two men were shot in Wrexford.").countries == ()


def test_a_name_shared_by_a_province_and_its_town_speaks_for_their_country() -> None:
    assert [e.id for e in _backdrop("Two men were shot in Idlib.").near] == ["SY-ID"]
