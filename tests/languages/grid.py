"""Acts in frames: what a sentence tells as a fact, for the tests of single languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from trucewatch.extract import claims
from trucewatch.extract.cases import is_fact
from trucewatch.extract.knowledge import Knowledge
from trucewatch.extract.meaning.mode import UNREAL
from trucewatch.languages.cases import OPEN, Wanted, load_cases
from trucewatch.languages.load import read_yaml
from trucewatch.model import Claim, Report


def load_grid(name: str) -> dict[str, Any]:
    """The acts and frames of a language's grid, a file beside its test."""
    grid: dict[str, Any] = read_yaml(Path(__file__).with_name(name))
    return grid


def facts(text: str, language: str, knowledge: Knowledge) -> list[Claim]:
    """The claims of a sentence that tell of something that happened."""
    report = Report(id="r", text=text, language=language, published="2023-05-12")
    return [claim for claim in claims(report, knowledge) if is_fact(claim)]


def told(texts: list[str], language: str, knowledge: Knowledge) -> list[str]:
    """Those of some sentences that tell a fact."""
    return [text for text in texts if facts(text, language, knowledge)]


def missed(wanted: dict[str, str], language: str, knowledge: Knowledge) -> list[str]:
    """Those of some sentences (with the type that each tells of) in which it is not found as a fact."""
    return [text for text, kind in wanted.items() if kind not in {c.type for c in facts(text, language, knowledge)}]


def quiet_share(language: str) -> float:
    """The share of a language's cases that want nothing that happened."""
    cases = [*load_cases(language), *load_cases(language, OPEN)]
    return sum(not any(_happens(wanted) for wanted in case.claims) for case in cases) / len(cases)


def _happens(wanted: Wanted) -> bool:
    """Whether a case wants something that happened, not what is said, agreed, feared or denied."""
    talk = all(kind.startswith(("dip.", "term.", "state.", "pol.")) for kind in wanted.types) and wanted.types
    return not talk and wanted.polarity != "-" and not set(wanted.modalities) & UNREAL
