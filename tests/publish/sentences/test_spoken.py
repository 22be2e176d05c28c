"""Sentences of ours in the words of a page."""

from __future__ import annotations

import re
from importlib import resources

import pytest
import yaml

from tests.publish.sample_record import record
from trucewatch.publish.page import Page, page


def said(language: str, text: str) -> str:
    """The words of a sentence on a page, without its tags."""
    return re.sub(r"<[^>]+>", "", str(tools(language).ours(text))).replace("\u00a0", " ")


def tools(language: str) -> Page:
    return page(record(), language, unmask=False)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("fr", "who did it is not told", "l’auteur n’est pas précisé"),
        ("ru", "5 independent roots", "5 независимых первоисточников"),
        ("ru", "3 independent roots", "3 независимых первоисточника"),
        ("ar", "2 independent roots", "أصلان مستقلان"),
        ("ar", "11 independent roots", "11 أصلًا مستقلًا"),
        ("tr", "told 4 days apart", "4 gün arayla anlatılmış"),
        ("fr", "both kin.shelling, same day, told in one report",
         "tous deux « Tirs d’artillerie ou de mortier », même jour, dits dans un même article"),
        ("fr", "no version of Ligne is in force from 2031-04-10 until 2031-04-12",
         "aucune version de « Ligne » n’est en vigueur du 10 avril 2031 jusqu’avant le 12 avril 2031"),
        ("ru", "the place told is M4 (version until 2031-04-05) itself",
         "названное место и есть сама зона: M4 (редакция: до 5 апреля 2031)"),
        ("fr", "killed 1,200 and about 900", "Tués : 1\u202f200 et environ 900"),
    ],
)  # fmt: skip
def test_a_sentence_is_said_in_the_language_of_the_page(language: str, text: str, told: str) -> None:
    assert said(language, text) == told


def test_instants_are_dates_of_the_page_and_isolated_where_it_runs_to_the_left() -> None:
    arabic = str(tools("ar").ours("It applies from 2031-03-06 00:01 (UTC+03:00) on."))
    assert '<bdi dir="ltr" class="v">2031</bdi>' in arabic
    assert "UTC" not in arabic
    assert said("fr", "It applies from 2031-03-06 00:01 (UTC+03:00) on.") == (
        "Elle s’applique à partir du 6 mars 2031, 00:01 +03:00."
    )


def test_what_the_catalogue_does_not_know_is_shown_in_english_and_marked_so() -> None:
    assert tools("ru").ours("The moon is made of cheese.") == (
        '<bdi lang="en" dir="ltr">The moon is made of cheese.</bdi>'
    )
    half = str(tools("ru").ours("the readings differ (the moon is made of cheese)"))
    assert half == 'толкования расходятся (<bdi lang="en" dir="ltr">the moon is made of cheese</bdi>)'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("told by A and B; nobody denies it", "told by A and B; nobody denies it"),
        ("kin.shelling is among the acts of flood_gates", "Shelling: among the acts called flood gates"),
        (
            "2031-03-01 00:00 (UTC+03:00) to 2031-03-02 00:00 (UTC+03:00), outside of the time from "
            "2031-03-06 00:01 (UTC+03:00)",
            "1 March 2031 +03:00, outside of the time from 6 March 2031, 00:01 +03:00",
        ),
        (
            "standard of proof: 1 independent root(s) of the 2 asked for, and nothing seen; not counted, as the "
            "profile grades them: nobody",
            "standard of proof: one independent root of the 2 asked for, and nothing seen",
        ),
        ("Mill: time T (2031-03-15 00:00 (UTC+02:00) to 2031-03-16 00:00 (UTC+02:00), within the time from "
         "2031-03-15 00:00 (UTC+02:00)), place N (no account tells where).",
         "Mill: in time: yes (15 March 2031 +02:00, within the time from 15 March 2031, 00:00 +02:00); "
         "at the place: not known (no account tells where)."),
    ],
)  # fmt: skip
def test_an_english_page_has_no_codes_and_no_times_of_machines(text: str, told: str) -> None:
    assert said("en", text) == told


def test_what_an_english_page_says_otherwise_are_sentences_of_the_catalogue_with_their_parts() -> None:
    from trucewatch.publish.sentences.catalogue import load_catalogue, load_wording

    fields = {one.id: {name for name, _ in one.fields} for one in load_catalogue().templates}
    said_otherwise = resources.files("trucewatch.publish.sentences").joinpath("page.yaml").read_text(encoding="utf-8")
    own = yaml.safe_load(said_otherwise)
    assert own.keys() <= fields.keys()
    for id_, told in own.items():
        for form in told.values() if isinstance(told, dict) else [told]:
            assert set(re.findall(r"{(\w+)}", form)) | {"n"} >= fields[id_], id_
    assert load_wording("en")["judged.same"] == "same"


def test_hostile_words_within_a_sentence_stay_words() -> None:
    shown = str(tools("fr").ours("told by <script>alert(1)</script>; nobody denies it"))
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


@pytest.mark.parametrize("text", ["a: " * 3000, "the readings differ (" * 900, "." * 5000, "a and " * 4000])
def test_a_text_nested_as_none_of_ours_is_stands_in_english(text: str) -> None:
    assert 'lang="en"' in str(tools("fr").ours(text))


def test_names_that_are_withheld_are_withheld_within_sentences_too() -> None:
    hiding = page(record(), "fr", unmask=False)
    name = next(iter(hiding.mask.names), None)
    assert name is not None
    assert name not in str(hiding.ours(f"told by {name}; nobody denies it"))
