"""Blasts that are accidents tell of harm and of no act."""

from __future__ import annotations

from tests.extract.reading import parsed_one, told
from trucewatch.extract.drafts.accident import tells_of_accident


def _types(text: str) -> list[str]:
    return [c.type for c in told(text)]


def test_a_blast_beside_what_bursts_by_itself_is_an_accident() -> None:
    assert tells_of_accident(parsed_one("An explosion at a fireworks factory killed six men."))
    assert not tells_of_accident(parsed_one("An explosion at a checkpoint killed six men."))
    assert not tells_of_accident(parsed_one("The fireworks factory employs six men."))


def test_whom_an_accident_killed_is_told_as_harm_alone() -> None:
    (claim,) = told("An explosion at a fireworks factory killed six men.")
    assert claim.type == "harm.killed"
    assert [f.low for f in claim.figures if f.measure == "killed"] == [6]


def test_what_a_report_called_an_accident_stays_one_in_its_next_sentences() -> None:
    assert _types("A blast rocked a chemical plant on Monday. The explosion shattered windows.") == []


def test_a_report_of_shelling_keeps_its_blasts() -> None:
    text = "Rebels shelled the gas station on Monday. An explosion rocked the town."
    assert {"kin.shelling", "kin.explosion_undetermined"} <= set(_types(text))
