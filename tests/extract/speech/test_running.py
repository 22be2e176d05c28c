"""Who speaks where a quotation runs on."""

from __future__ import annotations

from tests.extract.reading import parsed


def _running(text: str) -> list[str | None]:
    return [sentence.running.who if sentence.running else None for sentence in parsed(text)]


def test_a_quotation_cued_at_its_end_has_one_speaker() -> None:
    assert _running('"The camp is empty. The road is open," a shepherd said.')[0] == "shepherd"


def test_a_quotation_set_apart_has_the_speaker_of_its_twin() -> None:
    text = (
        '"We want to keep this road open for everybody in the valley"\n\n'
        "The road was closed on Monday for three days, and nobody could say who had closed it or why.\n\n"
        '"We wish to keep this road open for everybody in the valley," Maren Holtby said.'
    )
    assert _running(text)[0] == "Maren Holtby"


def test_a_quotation_like_no_other_has_no_speaker() -> None:
    text = '"The camp is empty and nobody knows where they all went"\n\nThe road is open, Maren Holtby said.'
    assert _running(text)[0] is None
