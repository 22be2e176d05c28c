"""Everything that was recognised, whether or not a claim uses it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.extract.reading import a_text, knowledge, told
from trucewatch.extract import mentions
from trucewatch.model import Mention

TEXT = "On Wednesday, Turkey said that two soldiers had been killed near Ariha."


def _found(text: str, language: str | None = "en") -> list[Mention]:
    return mentions(a_text(text, language), knowledge())


def _words(kind: str) -> list[str]:
    return [TEXT[slice(*m.span)] for m in _found(TEXT) if m.mention == kind and m.span]


def test_dates_places_actors_and_figures_are_listed_with_their_words() -> None:
    assert "Wednesday" in _words("time")[0]
    assert "Ariha" in _words("place")
    assert "Turkey" in _words("actor")
    assert _words("figure")[0].startswith("two")


def test_a_time_has_its_interval_and_a_place_its_point() -> None:
    time = next(m for m in _found(TEXT) if m.mention == "time")
    assert (time.start, time.end) == ("2020-03-04", "2020-03-05")
    place = next(m for m in _found(TEXT) if m.mention == "place" and m.name == "Ariha")
    assert place.lat is not None
    assert place.lon is not None
    assert abs(place.lat - 35.8) < 0.1
    assert abs(place.lon - 36.6) < 0.1


def test_an_attribution_says_who_by_which_cue_and_what() -> None:
    (said,) = (m for m in _found(TEXT) if m.mention == "attribution")
    assert said.who == "Turkey"
    assert said.cue is not None
    assert TEXT[slice(*said.cue)] == "said"
    assert said.content is not None
    assert "two soldiers" in TEXT[slice(*said.content)]


def test_a_mention_needs_no_claim() -> None:
    assert [m.mention for m in _found("The weather in Ariha was mild.")] == ["place"]


def test_a_language_without_a_pack_has_none() -> None:
    assert _found(TEXT, "xx") == []
    assert _found(TEXT, None) == []


@given(st.text(max_size=200))
def test_spans_lie_inside_the_text(text: str) -> None:
    for mention in _found(text):
        for span in (mention.span, mention.source, mention.cue, mention.content):
            assert span is None or 0 <= span[0] <= span[1] <= len(text)


def test_a_country_of_more_than_a_thousand_kilometres_has_no_point_where_it_is_mentioned() -> None:
    (place,) = [m for m in _found("Four soldiers were killed in an air strike in Libya.") if m.mention == "place"]
    assert (place.id, place.lat) == ("LY", None)


def test_a_country_has_no_point_in_a_claim_and_one_where_it_is_mentioned() -> None:
    text = "Four soldiers were killed in an air strike in Yemen on Wednesday."
    (claim,) = told(text)
    assert claim.place is not None
    assert (claim.place.id, claim.place.lat, claim.place.lon) == ("YE", None, None)
    assert claim.place.area is not None
    (place,) = [m for m in _found(text) if m.mention == "place"]
    assert (place.lat, place.lon) == claim.place.middle
