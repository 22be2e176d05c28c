"""The cases of every language: all pass, those that do not are counted, and mistakes in the file are named."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from trucewatch.errors import LanguageError
from trucewatch.extract import load_knowledge
from trucewatch.extract.cases import run_cases
from trucewatch.extract.knowledge import Knowledge
from trucewatch.languages.cases import OPEN, Wanted, WantedFigure, load_cases
from trucewatch.languages.load import available

PINNED: dict[str, int] = json.loads(
    (Path(__file__).parents[2] / "bench" / "quality" / "open_cases.json").read_text(encoding="utf-8")
)
FAMILIES = {"kin", "pos", "wd", "civ", "hum", "mon", "crowd", "dip", "pol", "harm", "state", "term"}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize("code", available())
def test_every_case_passes(code: str, knowledge: Knowledge) -> None:
    assert [str(result) for result in run_cases(load_cases(code), knowledge) if not result.passed] == []


@pytest.mark.parametrize("code", available())
def test_open_cases_do_not_become_more(code: str) -> None:
    assert len(load_cases(code, OPEN)) <= PINNED[code]


@pytest.mark.parametrize("code", available())
def test_open_cases_say_what_kind_of_miss_they_are(code: str) -> None:
    assert [case.where for case in load_cases(code, OPEN) if not case.why] == []


def test_english_covers_every_family_of_the_vocabulary() -> None:
    cases = [*load_cases("en"), *load_cases("en", OPEN)]
    families = Counter(t.partition(".")[0] for case in cases for wanted in case.claims for t in wanted.types)
    assert set(families) >= FAMILIES


def test_a_third_of_the_english_cases_tell_of_nothing_that_happened() -> None:
    cases = [*load_cases("en"), *load_cases("en", OPEN)]
    quiet = [c for c in cases if not c.claims or any(u.type == "event" for u in c.unwanted)]
    assert len(cases) >= 130
    assert len(quiet) >= len(cases) / 3


def _write(tmp_path: Path, text: str) -> Path:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "cases.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_case_is_read_with_all_its_fields(tmp_path: Path) -> None:
    home = _write(
        tmp_path,
        "# a comment\n- text: The army left.\n  published: 2020-03-05\n  events: 1\n  not: [kin.*/happened]\n"
        "  claims: [{type: wd.withdrawal|hum.return, modality: happened, polarity: +, time: {start: 2020-03-04},\n"
        "    figures: [{measure: killed, low: 3, high: open}], actors: [TUR, RUS], joint: 'true'}]\n",
    )
    (case,) = load_cases("en", home=home)
    assert (case.where, case.published, case.events) == ("en/cases.yaml:2", "2020-03-05", 1)
    assert case.claims == (
        Wanted(
            ("wd.withdrawal", "hum.return"), ("happened",), "+", (WantedFigure("killed", 3.0, None),), "2020-03-04",
            actors=("TUR", "RUS"), joint=True,
        ),
    )  # fmt: skip
    assert [(u.type, u.modality) for u in case.unwanted] == [("kin.*", "happened")]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- claims: []", "no text"),
        ("- text: A.\n  claim: []", "unknown fields in the case: claim"),
        ("- text: A.\n  claims: [{typ: kin.shelling}]", "unknown fields in the claim: typ"),
        ("- text: A.\n  claims: [{type: shelling}]", "is no type"),
        ("- text: A.\n  claims: [{modality: sure}]", "no modality 'sure'"),
        ("- text: A.\n  claims: [{polarity: '0'}]", "no polarity"),
        ("- text: A.\n  claims: [{figures: [{measure: dead}]}]", "no measure 'dead'"),
        ("- text: A.\n  claims: [{figures: [{measure: killed, low: many}]}]", "is no number"),
        ("- text: A.\n  not: shelling", "is no type"),
        ("- text: A.\n  claims: [kin.shelling]", "no mapping"),
        ("text: A.", "no list"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_line(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(LanguageError, match=r"cases\.yaml:1: ") as error:
        load_cases("en", home=_write(tmp_path, text))
    assert problem in str(error.value)


def test_a_language_without_cases_has_none(tmp_path: Path) -> None:
    assert load_cases("en", home=tmp_path) == ()


def test_a_time_may_be_open_or_none(tmp_path: Path) -> None:
    text = "- text: A.\n  claims: [{time: none}, {time: {start: open, end: 2020-03-06}}]\n"
    (case,) = load_cases("en", home=_write(tmp_path, text))
    assert [(wanted.untimed, wanted.start) for wanted in case.claims] == [(True, None), (False, "open")]
