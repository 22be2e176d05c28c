"""The public face: what the package and its stages promise, sorted and documented."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path

import pytest

import trucewatch

ROOT = Path(__file__).parents[1]
STAGES = ["read", "extract", "resolve", "assess", "publish"]
FACES = ["actors", "cli", "gazetteer", "model", *STAGES]


@pytest.mark.parametrize("name", ["trucewatch", *(f"trucewatch.{face}" for face in FACES)])
def test_a_public_face_is_sorted_and_all_there(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__all__, f"{name} promises nothing"
    assert list(module.__all__) == sorted(set(module.__all__), key=_isort_key)
    assert [promised for promised in module.__all__ if not hasattr(module, promised)] == []


def _isort_key(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, each by the alphabet: the order that ruff's RUF022 keeps."""
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return kind, name


@pytest.mark.parametrize("name", FACES)
def test_every_promised_function_and_class_says_what_it_is(name: str) -> None:
    module = importlib.import_module(f"trucewatch.{name}")
    things = {promised: getattr(module, promised) for promised in module.__all__}
    silent = [
        promised
        for promised, thing in things.items()
        if (inspect.isfunction(thing) or inspect.isclass(thing)) and not (thing.__doc__ or "").strip()
    ]
    assert silent == []


def test_the_version_is_the_one_of_the_project_file() -> None:
    stated = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert stated
    assert trucewatch.__version__ == stated.group(1)
    assert f"## [{trucewatch.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"version: {trucewatch.__version__}" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
