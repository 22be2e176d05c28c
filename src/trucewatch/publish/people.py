"""publish: people whom no list knows, by the kind of people that the word of a report says they are."""

from __future__ import annotations

import functools
from importlib import resources

import yaml


def kind_of(text: str) -> str | None:
    """The kind of people that a word of a report names; None for what says more, or something else."""
    return _kinds().get(" ".join(text.split()).casefold())


@functools.cache
def _kinds() -> dict[str, str]:
    text = resources.files("trucewatch.publish").joinpath("people.yaml").read_text(encoding="utf-8")
    table: dict[str, list[str]] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - all scalars stay strings
    return {word.casefold(): kind for kind, words in table.items() for word in words}


def is_name(text: str) -> bool:
    """Whether words look like a name, which no language puts in quotation marks: each with a capital, or short."""
    words = [word for word in text.split() if word[:1].isalpha()]
    return bool(words) and all(word[0].isupper() for word in words if len(word) > 3 or len(words) == 1)
