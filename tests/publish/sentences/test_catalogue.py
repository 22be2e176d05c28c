"""The catalogue of sentences: every language says them all, and every sentence of the code is in it."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import trucewatch
from trucewatch.publish.sentences import load_catalogue, load_wording
from trucewatch.publish.sentences.catalogue import FIELD

LANGUAGES = ("ar", "fr", "ru", "tr")
PACKAGE = Path(trucewatch.__file__).parent
FORMS = {"zero", "one", "two", "few", "many", "other"}
SPOKEN = (
    "assess/facets", "assess/duties", "assess/prohibition.py", "assess/verdict.py", "assess/power.py",
    "assess/findings.py",
    "ledger/across.py",
    "resolve/compare", "resolve/ledger", "resolve/figures.py", "resolve/ladders.py", "resolve/lineage.py",
    "resolve/votes.py", "resolve/voices.py", "resolve/roots.py",
    "read/documents.py", "read/rows.py", "read/sources.py", "read/streamed.py", "read/table.py", "jobs.py",
    "explain/silence.py",
    "extract/times/daytimes.py", "extract/times/value.py", "extract/drafts/bounds.py",
)  # fmt: skip
"""Where the reasons are made that pages show."""


def parts() -> dict[str, set[str]]:
    catalogue = load_catalogue()
    fixed: dict[str, set[str]] = {id_: set() for id_ in catalogue.fixed.values()}
    return fixed | {one.id: {name for name, _ in one.fields} for one in catalogue.templates}


def forms(told: str | dict[str, str]) -> list[str]:
    return list(told.values()) if isinstance(told, dict) else [told]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_every_sentence_and_no_other(language: str) -> None:
    assert set(load_wording(language)) == set(parts())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_part_of_a_sentence_is_lost_or_made_up(language: str) -> None:
    wanted, wrong = parts(), []
    for id_, told in load_wording(language).items():
        for form in forms(told):
            named = {name for _, name, _, _ in string.Formatter().parse(form) if name}
            # A plural form may say its number as a word; everything else stands in every form.
            if not wanted[id_] - {"n"} <= named <= wanted[id_]:
                wrong.append(f"{id_}: {form}")
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_counted_sentences_have_a_form_that_serves_where_another_is_missing(language: str) -> None:
    counted = {id_: set(told) for id_, told in load_wording(language).items() if isinstance(told, dict)}
    assert [id_ for id_, names in counted.items() if "other" not in names or not names <= FORMS] == []
    assert [id_ for id_ in counted if "n" not in parts()[id_]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_left_in_english(language: str) -> None:
    catalogue = load_catalogue()
    english = {id_: text for text, id_ in catalogue.fixed.items()}
    same = [id_ for id_, told in load_wording(language).items() if told == english.get(id_)]
    assert same == []


REFUSED = ("serve", "store/judge.py", "store/database.py", "store/search.py", "store/add.py", "resolve/correct.py")
"""Where it is said why something is not done, which a page tells too."""
TERMINAL = ("workers.py",)
"""What is said before there are pages."""


def refused(path: Path) -> Iterator[str]:
    """The runs of words in the errors that a module raises."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Raise):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                    yield from runs(inner.value)


def runs(text: str) -> list[str]:
    return re.findall(r"[A-Za-z'\"-]+(?:[ ,;:]+[A-Za-z'\"-]+){2,}", text)


def fragments(path: Path) -> Iterator[str]:
    """The runs of words in the strings of a module, its docstrings apart."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield from runs(node.value)


@pytest.mark.parametrize("where", SPOKEN)
def test_every_sentence_that_the_code_makes_is_in_the_catalogue(where: str) -> None:
    found = [(file.name, run) for file in modules(where) for run in fragments(file)]
    assert found
    assert lost(found) == []


@pytest.mark.parametrize("where", REFUSED)
def test_every_refusal_that_a_page_tells_is_in_the_catalogue(where: str) -> None:
    found = [(file.name, run) for file in modules(where) if file.name not in TERMINAL for run in refused(file)]
    assert found
    assert lost(found) == []


def modules(where: str) -> list[Path]:
    path = PACKAGE / where
    return sorted(path.rglob("*.py")) if path.is_dir() else [path]


def lost(found: list[tuple[str, str]]) -> list[str]:
    catalogue = load_catalogue()
    english = " | ".join([*catalogue.fixed, *(FIELD.sub("X", one.english) for one in catalogue.templates)]).lower()
    return [f"{name}: {run}" for name, run in found if run.lower() not in english]
