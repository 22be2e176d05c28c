"""Who says it where no verb says so."""

from __future__ import annotations

import pytest

from tests.extract.reading import parsed, parsed_one, told


def _said(text: str) -> list[tuple[str, str]]:
    sentence = parsed_one(text)
    return [
        (region.speaker.id or region.speaker.who, sentence.original[slice(*sentence.span(region.start, region.end))])
        for region in sentence.regions
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ankara's claim that the road is open was doubted.", "TUR"),
        ("The claim by Ankara that the road is open was doubted.", "TUR"),
        ("The claim of residents that the road is open was doubted.", "residents"),
    ],
)
def test_a_noun_of_speech_has_its_speaker(text: str, said: str) -> None:
    assert _said(text)[0][0] == said
    assert _said(text)[0][1].startswith("that the road is open")


def test_a_noun_of_speech_without_a_speaker_or_without_content_says_nothing() -> None:
    assert _said("The claim that the road is open was doubted.") == []
    assert _said("Ankara's claim was doubted.") == []


def test_a_name_before_a_colon_speaks() -> None:
    assert _said("SOHR: Twelve people died in the camp.") == [("SOHR", "Twelve people died in the camp.")]


def test_a_monitor_behind_a_colon_speaks() -> None:
    assert _said("Twelve people die in the camp: monitor") == [("monitor", "Twelve people die in the camp")]


def test_a_list_behind_a_colon_is_no_speech() -> None:
    assert _said("Three things are missing: water, bread and salt.") == []


def test_a_transcript_names_its_speakers_in_capitals() -> None:
    assert _said("KELLER: Twelve people died in the camp.")[0][0] == "KELLER"


def test_a_cited_source_says_what_its_citer_reports() -> None:
    sentence = parsed("Twelve people died in the camp, Reuters reported, citing two officials.")[0]
    spans = {(region.start, region.end) for region in sentence.regions}
    assert len(sentence.regions) == 2
    assert len(spans) == 1


def test_a_town_before_a_colon_says_where_and_not_who() -> None:
    assert _said("Saraqib: three people killed by shelling.") == []


def test_a_region_before_a_colon_says_where_and_does_not_speak() -> None:
    claims = told("Donetsk region: the mission recorded 34 explosions.", published="2021-06-14")
    assert not any(link.id == "DPR" for claim in claims for link in claim.attribution)
