"""Which counts of a clause measure what it says, and whom they count."""

from __future__ import annotations

import pytest

from tests.extract.reading import told
from trucewatch.model import Figure

Short = tuple[str, float | None, float | None]


def _figures(text: str) -> set[Short]:
    return {(f.measure, f.low, f.high) for claim in told(text) for f in claim.figures}


def _figure(text: str) -> Figure:
    (figure,) = {f.span: f for claim in told(text) for f in claim.figures}.values()
    return figure


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Three soldiers were killed.", {("killed", 3, 3)}),
        ("The shelling killed three soldiers.", {("killed", 3, 3)}),
        ("Three soldiers died near Ariha.", {("killed", 3, 3)}),
        ("Shelling killed two women and wounded five men.", {("killed", 2, 2), ("injured", 5, 5)}),
        ("At least 20 people were displaced.", {("displaced", 20, None)}),
        ("Turkey hosts 3.6 million Syrian refugees.", {("refugees", 3_600_000, 3_600_000)}),
        ("The police arrested 15 men.", {("captured", 15, 15)}),
        ("The two sides exchanged 40 prisoners.", {("prisoners", 40, 40)}),
        ("The two presidents held talks for six hours.", {("duration_h", 6, 6)}),
        ("Rebels shot down two helicopters.", {("aircraft", 2, 2)}),
    ],
)
def test_a_number_measures_what_its_clause_says(text: str, figures: set[Short]) -> None:
    assert _figures(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled three villages.",
        "Two generals met the press.",
        "Five years after the war, shelling killed nobody.",
        "The army shelled the town for the third time.",
        "On 5 March the army shelled the town.",
    ],
)
def test_other_numbers_count_no_victims(text: str) -> None:
    assert {f for f in _figures(text) if f[0] in ("killed", "injured") and f[1]} == set()


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("Two Turkish soldiers were killed.", "TUR.army"),
        ("Two civilians were killed.", "civilians"),
        ("Two children were killed.", "children"),
        ("Two rebels were killed in Idlib.", "SYR.opp"),
        ("Two rebels were killed.", "fighters"),
    ],
)
def test_a_figure_says_whom_it_counts(text: str, population: str) -> None:
    assert _figure(text).population == population


def test_the_words_of_a_figure_stand_in_the_text() -> None:
    text = "Nearly 500 civilians were killed."
    figure = _figure(text)
    assert figure.span is not None
    assert text[slice(*figure.span)] == figure.text
    assert "500" in figure.text


def test_two_more_is_never_the_same_as_those_before() -> None:
    assert _figure("Two more soldiers were killed.").more
    assert not _figure("Two soldiers were killed.").more


def test_each_victims_phrase_of_a_list_is_a_figure_of_its_own() -> None:
    assert _figures("Two officers and five soldiers were killed.") == {("killed", 2, 2), ("killed", 5, 5)}
