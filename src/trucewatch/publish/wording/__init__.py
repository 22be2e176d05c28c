"""publish: the words of the interface, one YAML file a language, and how a count chooses among them."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from importlib import resources
from typing import Any, Literal

import yaml
from babel import Locale
from babel.plural import PluralRule

from trucewatch.errors import SettingsError

LANGUAGES = ("ar", "en", "fr", "ru", "tr")


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words. `table` is the YAML file: strings, lists and mappings of strings."""

    language: str
    direction: Literal["ltr", "rtl"]
    table: dict[str, Any]
    _found: dict[str, Any] = field(init=False, default_factory=dict, compare=False, repr=False)
    """What stands under dotted keys that were asked for before."""

    def text(self, key: str, count: float | None = None) -> str:
        """The words under a dotted key; with a count, the form for it: words for none where there are some."""
        value = self._found.get(key)
        if value is None:
            value = self._found[key] = functools.reduce(lambda table, part: table[part], key.split("."), self.table)
        if isinstance(value, dict):
            form = "zero" if count == 0 and "zero" in value else plural(self.language, count)
            value = value.get(form, value["other"])
        return str(value)

    def named(self, group: str, code: str) -> str | None:
        """The word for a code of a group (`types`, `modality`), or None when there is none."""
        value = self.table[group].get(code)
        return None if value is None else str(value)

    def measured(self, measure: str, count: float | None) -> str | None:
        """How so many of a measure are told, or None where there are no words for it."""
        return self.text(f"measures.{measure}", count) if measure in self.table["measures"] else None

    def listed(self, key: str) -> list[str]:
        """A list of words, such as the months."""
        return [str(item) for item in self.table[key]]


def plural(language: str, count: float | None) -> str:
    """The plural category of a count: `zero`, `one`, `two`, `few`, `many` or `other` (as Unicode CLDR names them)."""
    if count is None:
        return "other"
    whole = int(count) == count
    return _rule(language)(int(count) if whole else count)


@functools.cache
def _rule(language: str) -> PluralRule:
    return Locale.parse(language).plural_form


@functools.cache
def load_words(language: str) -> Words:
    """Read a language's words; raises SettingsError for a language that has none."""
    if language not in LANGUAGES:
        raise SettingsError(f"The report has no words in {language!r}. Choose one of: {', '.join(LANGUAGES)}.")
    text = resources.files(__name__).joinpath(f"{language}.yaml").read_text(encoding="utf-8")
    # Every scalar stays a string, so that a code such as "no" is never read as false.
    table = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    return Words(language, "rtl" if table["direction"] == "rtl" else "ltr", table)
