"""The checker stands alone: it shares no code with what it checks."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "src" / "trucewatch" / "check"
MAY = {"check", "model", "actors", "languages"}
"""Itself, the data between the stages, who is who, and how names are written."""


def imported() -> set[str]:
    """Every package of ours that a file of the checker imports, also inside of functions."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            found |= {name.split(".")[1] for name in names if name.startswith("trucewatch.")}
    return found


def test_it_imports_nothing_of_the_stages_and_no_geometry() -> None:
    assert imported() <= MAY
    text = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    assert [name for name in ("shapely", "numpy", "trucewatch.assess", "trucewatch.resolve") if name in text] == []
