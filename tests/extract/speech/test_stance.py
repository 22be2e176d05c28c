"""Who says it: the speaker, the chain, and which words are whose."""

from __future__ import annotations

import pytest

from tests.extract.reading import parsed, parsed_one, told
from trucewatch.model import Claim


def _speakers(claim: Claim) -> list[str]:
    return [link.id or link.who for link in claim.attribution]


def _killed(text: str) -> Claim:
    return next(c for c in told(text) if c.type == "harm.killed")


@pytest.mark.parametrize(
    "text",
    [
        "According to the United Nations, four people died in the camp.",
        "Four people died in the camp, according to the United Nations.",
        "The United Nations said four people died in the camp.",
        "The United Nations said that four people had died in the camp.",
        "Four people died in the camp, the United Nations said.",
        "Four people died in the camp, said the United Nations.",
        '"Four people died in the camp," the United Nations said.',
    ],
)
def test_the_speaker_is_found_wherever_the_cue_stands(text: str) -> None:
    assert _speakers(_killed(text)) == ["UN"]


def test_what_nobody_is_named_for_is_the_narrators() -> None:
    assert _killed("Four people died in the camp.").attribution == ()


def test_the_narrators_own_sentence_is_not_the_speakers() -> None:
    text = "The United Nations said aid had arrived. Four people died in the camp."
    assert _killed(text).attribution == ()


def test_he_goes_back_to_the_person_named_before() -> None:
    claim = _killed("Vladimir Putin met the press on Monday. He said four people had died in the camp.")
    assert _speakers(claim) == ["RUS.putin"]


def test_a_quotation_that_runs_on_keeps_its_speaker() -> None:
    text = '"We heard a loud noise," a doctor told AFP.\n\n"Four people died in the camp."'
    assert [link.who for link in _killed(text).attribution][:1] == ["doctor"]


def test_an_unnamed_speaker_is_kept_in_the_words_used() -> None:
    (link,) = _killed("Four people died in the camp, a Western diplomat said.").attribution
    assert "diplomat" in link.who
    assert link.kind in ("anonymous", "official")


def test_the_kind_of_speaker_is_told_apart() -> None:
    def kind(who: str) -> str:
        return _killed(f"Four people died in the camp, {who} said.").attribution[0].kind

    assert kind("the United Nations") == "institution"
    assert kind("the Syrian Observatory for Human Rights") == "monitor"
    assert kind("Turkey") == "party"
    assert kind("Vladimir Putin") == "official"


def test_the_agency_and_the_outlet_close_the_chain() -> None:
    claim = told("Four people died in the camp, Turkey said.", source="The Daily Post", credit=("AFP",))[0]
    assert [link.kind for link in claim.attribution] == ["party", "agency", "outlet"]
    assert claim.root is not None


def test_the_text_of_a_deal_is_no_person() -> None:
    regions = parsed_one("According to the agreement, the army will leave the town.").regions
    assert [region.speaker.document for region in regions] == [True]


def test_a_region_covers_what_is_said_and_not_the_cue() -> None:
    sentence = parsed_one("Turkey said that four people had died in the camp.")
    (region,) = sentence.regions
    assert sentence.original[slice(*sentence.span(region.start, region.end))].startswith("that four people")
    assert region.speaker.id == "TUR"


def test_there_is_no_region_without_a_cue() -> None:
    assert [s.regions for s in parsed("Four people died in the camp. It was cold.")] == [[], []]


def test_a_house_that_is_told_closes_the_chain_and_is_the_root() -> None:
    claim = _killed("Four people died in the camp, a local doctor told AFP.")
    assert _speakers(claim) == ["local doctor", "AFP"]
    assert claim.root == "AFP"


@pytest.mark.parametrize(
    "text",
    [
        "The health ministry was quoted as saying by SANA that four people had died in the camp.",
        "The health ministry was quoted by SANA as saying four people had died in the camp.",
        "SANA quoted the health ministry as saying that four people had died in the camp.",
        "Four people died in the camp, the health ministry said in a statement carried by SANA.",
        "Four people died in the camp, SANA reported, citing the health ministry.",
    ],
)
def test_who_is_quoted_comes_before_who_quotes(text: str) -> None:
    assert _speakers(_killed(text)) == ["health ministry", "SANA"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Four people died in the camp, according to court documents.", "court documents"),
        ("The lawsuit says that four people died in the camp.", "lawsuit"),
        ("A survey by two universities found that four people had died in the camp.", "survey by two universities"),
        ("Four people died in the camp, an undated leaflet says.", "undated leaflet"),
    ],
)
def test_documents_speak(text: str, who: str) -> None:
    assert _killed(text).attribution[0].who.startswith(who.split(" by ", maxsplit=1)[0])


def test_a_speaker_named_only_behind_a_quotation_has_said_all_of_it() -> None:
    text = '"We heard planes. Four people died in the camp," a shepherd said.'
    assert [link.who for link in _killed(text).attribution] == ["shepherd"]


def test_a_verb_that_says_nothing_by_itself_says_something_beside_a_quotation() -> None:
    assert [r.speaker.who for r in parsed_one('"Four people died," a nurse went on.').regions] == ["nurse"]
    assert parsed_one("The fighting went on.").regions == []


def test_an_insertion_speaks_for_the_whole_sentence() -> None:
    assert _speakers(_killed("Four people, the United Nations said, died in the camp.")) == ["UN"]


def test_what_a_demand_takes_for_granted_is_the_narrators() -> None:
    claims = told("Turkey demanded that the army leave the town where four people died.")
    assert [c.attribution for c in claims if c.type == "harm.killed"] == [()]


def test_the_root_is_the_first_house_that_passes_words_on() -> None:
    assert _killed("Four people died, the Syrian Observatory for Human Rights told AFP.").root == "SOHR"
    assert _killed("Four people died, Reuters reported, citing RIA Novosti.").root == "RIA"
    assert _killed("Four people died, a doctor said.").root is None


def test_it_in_a_quotation_is_not_the_one_who_speaks() -> None:
    expected = [c.type for c in told('"They might sign, but it will be for show," a diplomat said.')]
    assert "dip.commitment" not in expected
    assert "dip.prediction" in expected


def test_he_in_reported_words_may_be_the_one_who_speaks() -> None:
    assert "dip.commitment" in [c.type for c in told("President Erdogan said he would be patient.")]
