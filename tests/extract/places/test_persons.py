"""Names that stand where a place's might and are somebody's."""

from __future__ import annotations

from tests.extract.reading import a_text, knowledge
from trucewatch.extract.claims import _Reader
from trucewatch.extract.places.spot import Spot


def spots(text: str, language: str) -> dict[str, Spot]:
    """The spots of a text by their words."""
    reader = _Reader(a_text(text, language), knowledge(), knowledge().packs[language])
    return {text[slice(*parsed.span(s.start, s.end))]: s for parsed in reader.parsed() for s in parsed.spots}


def test_a_family_is_no_place() -> None:
    assert spots("The Saraqib family lost a son.", "en")["Saraqib"].agent


def test_who_is_killed_is_no_place_and_what_is_struck_may_be_one() -> None:
    assert spots("استشهاد سرمين وأخيها بانفجار لغم.", "ar")["سرمين"].agent
    assert not spots("قصف سرمين بقذائف الهاون.", "ar")["سرمين"].agent


def test_a_name_before_a_noun_for_an_act_tells_whose_it_was() -> None:
    found = spots("Six were wounded in US strike against fighters in Idlib.", "en")
    assert found["US"].modifies
    assert not found["Idlib"].modifies
