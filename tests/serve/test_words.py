"""Every language of the pages says everything, in every form that its counts need, with the same things filled in."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest
import yaml

FORMS = {
    "en": {"one", "other"},
    "fr": {"one", "other"},
    "tr": {"one", "other"},
    "ru": {"one", "few", "many", "other"},
    "ar": {"zero", "one", "two", "few", "many", "other"},
}
PLURALS = {"zero", "one", "two", "few", "many", "other"}


def table(language: str) -> dict[str, Any]:
    text = resources.files("trucewatch.serve").joinpath("words", f"{language}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return loaded


def leaves(tree: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Each text by its key; forms of one text stay together."""
    if isinstance(tree, dict) and not (tree and tree.keys() <= PLURALS):
        for name, value in tree.items():
            yield from leaves(value, f"{path}.{name}")
    else:
        yield path, tree


def filled(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_there_are_five_languages() -> None:
    found = {
        path.name.removesuffix(".yaml") for path in resources.files("trucewatch.serve").joinpath("words").iterdir()
    }
    assert found == FORMS.keys()


@pytest.mark.parametrize("language", FORMS)
def test_every_text_is_there_and_none_beside(language: str) -> None:
    assert {key for key, _ in leaves(table(language))} == {key for key, _ in leaves(table("en"))}


@pytest.mark.parametrize("language", FORMS)
def test_counted_texts_have_other_and_only_forms_of_the_language(language: str) -> None:
    counted = [(key, text) for key, text in leaves(table(language)) if isinstance(text, dict)]
    assert [
        key for key, forms in counted if "other" not in forms or not forms.keys() <= FORMS[language] | {"zero"}
    ] == []


@pytest.mark.parametrize("language", FORMS)
def test_the_same_things_are_filled_in(language: str) -> None:
    english = dict(leaves(table("en")))
    wrong = []
    for key, text in leaves(table(language)):
        ours, theirs = (one["other"] if isinstance(one, dict) else one for one in (text, english[key]))
        if filled(ours) - {"n"} != filled(theirs) - {"n"}:
            wrong.append(key)
    assert wrong == []


def test_in_arabic_dates_and_addresses_in_our_words_are_isolated() -> None:
    """A run of digits after an Arabic letter turns around its hyphens, slashes and dots."""
    from trucewatch.publish.sentences import load_wording

    told = [*leaves(table("ar")), *load_wording("ar").items()]
    texts = [
        text
        for _, one in told
        for text in (one.values() if isinstance(one, dict) else one if isinstance(one, list) else [one])
    ]
    bare = [re.sub("\u2066[^\u2069]*\u2069", "", text) for text in texts]
    assert [text for text in bare if re.search(r"\d[-/.:]\d|https?:", text)] == []
