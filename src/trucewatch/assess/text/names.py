"""assess: names that a file uses but does not declare, with a guess at what was meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from trucewatch.assess.text.strictyaml import Document
from trucewatch.errors import AgreementError

NEAR = 65
"""Least likeness (0 to 100) of a name that is offered as what was meant."""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`Did you mean "x"?`, or the list of what there is when nothing is near."""
    names = sorted(known)
    best = process.extractOne(name, names, scorer=fuzz.ratio, score_cutoff=NEAR)
    if best is not None:
        return f'Did you mean "{best[0]}"?'
    return f"There are: {', '.join(names)}." if names else "None is declared."


def unknown(
    document: Document, where: tuple[str | int, ...], what: str, name: str, known: Iterable[str]
) -> AgreementError:
    """The error for a name that is not declared."""
    return document.fail(where, f'there is no {what} "{name}".', did_you_mean(name, known))
