"""The words of the report in every language."""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from trucewatch.model import claim, finding, incident
from trucewatch.publish.wording import LANGUAGES, load_words, plural

FORMS = {"zero", "one", "two", "few", "many", "other"}
REFERENCE = load_words("en")


def leaves(table: dict[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict) and not set(value) <= FORMS:
            yield from leaves(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def fields(value: Any) -> set[str]:
    texts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language: str) -> None:
    assert {key for key, _ in leaves(load_words(language).table)} == {key for key, _ in leaves(REFERENCE.table)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_ask_for_no_value_that_the_english_does_not(language: str) -> None:
    wanted = {key: fields(value) for key, value in leaves(REFERENCE.table)}
    extra = {key: fields(value) - wanted[key] for key, value in leaves(load_words(language).table)}
    assert {key: names for key, names in extra.items() if names} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_model_has_a_word(language: str) -> None:
    words = load_words(language)
    groups = {
        "labels": finding.FindingLabel,
        "kinds": finding.ProvisionKind,
        "modality": claim.Modality,
        "section": claim.Section,
        "levels": claim.PlaceLevel,
        "relations": claim.PlaceRelation,
        "roles": claim.Role,
        "measures": claim.Measure,
        "measure_names": claim.Measure,
        "approximators": claim.Approximator,
        "speakers": claim.SpeakerKind,
        "observed": claim.Observed,
        "occurrence": incident.Occurrence,
        "responsibility": incident.Responsibility,
    }
    missing = [
        f"{group}.{code}"
        for group, codes in groups.items()
        for code in get_args(codes)
        if words.named(group, code) is None
    ]
    assert missing == []
    assert set(words.table["ledger"]["field"]) == set(get_args(incident.DisagreementField))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_type_never_says_that_something_was_a_violation(language: str) -> None:
    types = load_words(language).table["types"].values()
    for stem in (
        "violat",
        "breach",
        "infraction",
        "انتهاك",
        "خرق",
        "regime",
        "terror",
        "إرهاب",
        "наруш",
        "режим",
        "террор",
        "ihlal",
        "rejim",
        "terör",
    ):
        assert [word for word in types if stem in word.casefold()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_twelve_months_and_two_quotation_marks(language: str) -> None:
    words = load_words(language)
    keys = ("months", "months_alone", "months_short", "quotes")
    assert [len(words.listed(key)) for key in keys] == [12, 12, 12, 2]


@pytest.mark.parametrize(
    ("language", "count", "form"),
    [
        ("en", 1, "one"), ("en", 0, "other"), ("en", 1.5, "other"), ("fr", 0, "one"), ("fr", 2, "other"),
        ("ar", 0, "zero"), ("ar", 1, "one"), ("ar", 2, "two"), ("ar", 3, "few"), ("ar", 11, "many"),
        ("ar", 100, "other"),
        ("ar", 103, "few"), ("en", None, "other"), ("ru", 1, "one"), ("ru", 21, "one"), ("ru", 3, "few"),
        ("ru", 11, "many"), ("ru", 13, "many"), ("ru", 0, "many"), ("ru", 2.0, "few"), ("ru", 1.5, "other"),
        ("tr", 1, "one"), ("tr", 5, "other"),
    ],
)  # fmt: skip
def test_counts_take_the_form_of_their_language(language: str, count: float | None, form: str) -> None:
    assert plural(language, count) == form


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_counted_word_has_the_form_that_serves_where_another_is_missing(language: str) -> None:
    counted = {key: set(value) for key, value in leaves(load_words(language).table) if isinstance(value, dict)}
    assert [key for key, forms in counted.items() if "other" not in forms] == []


def test_russian_words_have_every_form_that_russian_counts_by() -> None:
    counted = {key: set(value) for key, value in leaves(load_words("ru").table) if isinstance(value, dict)}
    assert [key for key, forms in counted.items() if not {"one", "few", "many", "other"} <= forms] == []
    assert len(counted) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_english_says_of_none_every_language_says(language: str) -> None:
    for key, value in leaves(REFERENCE.table):
        if isinstance(value, dict) and "zero" in value:
            none = load_words(language).text(key, 0)
            assert "{n}" not in none, key
            assert none != load_words(language).text(key, 5), key


def test_a_count_picks_the_words_of_its_form() -> None:
    said = [load_words("ru").text("incident.reports", count) for count in (1, 2, 5, 21)]
    assert said == ["{n} сообщение", "{n} сообщения", "{n} сообщений", "{n} сообщение"]
    assert load_words("tr").text("incident.reports", 5) == "{n} haber"
