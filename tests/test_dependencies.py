"""Every package that is declared is used, every one that is used is declared with its reason, and the lock has all."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
IMPORTED_AS = {"python-docx": "docx", "pyyaml": "yaml"}
NEVER_IMPORTED = {"lxml-html-clean", "python-multipart", "tzdata"}
"""What other packages, or the standard library, find by themselves."""
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9_-]", requirement, maxsplit=1)[0].lower()


def _declared() -> set[str]:
    return {_name(requirement) for requirement in PROJECT["dependencies"]}


def _imported() -> set[str]:
    """First parts of what the package imports from outside the standard library and itself."""
    found = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
            elif isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
    return found - set(sys.stdlib_module_names) - {"trucewatch"}


def test_what_is_declared_is_what_is_imported() -> None:
    assert {IMPORTED_AS.get(name, name) for name in _declared() - NEVER_IMPORTED} == _imported()


def test_every_dependency_has_its_reason_beside_it() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lines = re.findall(r'^  "[a-zA-Z0-9_-]+(?:\[[a-z]+\])?[<>=~][^"]*",.*$', text, re.MULTILINE)
    assert len(lines) == len(PROJECT["dependencies"]) + sum(map(len, PROJECT["optional-dependencies"].values()))
    assert [line for line in lines if "  # " not in line] == []


def test_the_locks_hold_every_dependency() -> None:
    runtime, dev, bench = (
        set(re.findall(r"^([a-z0-9-]+)==", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock", "requirements-bench.lock")
    )
    extras = PROJECT["optional-dependencies"]
    for_work = {_name(one) for name, group in extras.items() if name != "bench" for one in group}
    assert _declared() - runtime == set()
    assert (for_work | runtime) - dev == set()
    assert ({_name(one) for one in extras["bench"]} | runtime) - bench == set()
