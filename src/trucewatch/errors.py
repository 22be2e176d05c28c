"""Everything we raise on purpose.

TrucewatchError
├── InputError          a file we were given cannot be used; carries path, line, problem and remedy
│   ├── AgreementError
│   ├── LanguageError
│   ├── GazetteerError
│   ├── WeightsError
│   └── SourceError
├── StoreError          a store cannot be used: missing, locked, full, damaged, or of another version
└── SettingsError       an option or setting is missing or makes no sense
"""

from __future__ import annotations


class TrucewatchError(Exception):
    """Base of every error this package raises on purpose."""


class SettingsError(TrucewatchError):
    """An option or setting is missing or makes no sense."""


class StoreError(TrucewatchError):
    """A store cannot be used, or refuses what it was asked. The message says where, what, and what to do."""

    def __init__(self, path: str, problem: str, remedy: str) -> None:
        super().__init__(f"{path}: {problem} {remedy}".rstrip())
        self.path, self.problem, self.remedy = path, problem, remedy


class InputError(TrucewatchError):
    """A file we were given cannot be used. The message says where, what, and what to do."""

    def __init__(self, path: str, line: int | None, problem: str, remedy: str) -> None:
        where = path if line is None else f"{path}:{line}"
        super().__init__(f"{where}: {problem} {remedy}".rstrip())
        self.path, self.line, self.problem, self.remedy = path, line, problem, remedy


class AgreementError(InputError):
    """An agreement file cannot be used."""


class LanguageError(InputError):
    """A language pack cannot be used."""


class GazetteerError(InputError):
    """A gazetteer file cannot be used."""


class WeightsError(InputError):
    """The table of weights cannot be used."""


class SourceError(InputError):
    """A source of reports cannot be read."""
