"""How big things may grow."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILE_MAX = 400
FILE_AIM = 200
FILES_WITHIN_AIM = 0.8
FUNCTION_MAX = 60
FUNCTION_P90 = 25


def _files(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def _lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def _functions() -> dict[str, int]:
    """Every function of the package with the lines it takes, signature and docstring included."""
    sizes = {}
    for path in _files("src"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                where = f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
                sizes[where] = (node.end_lineno or node.lineno) - node.lineno + 1
    return sizes


def test_no_file_is_longer_than_it_may_be() -> None:
    assert {
        str(p.relative_to(ROOT)): _lines(p) for p in _files("src", "tests", "bench", "docs") if _lines(p) > FILE_MAX
    } == {}


def test_most_files_are_short() -> None:
    files = _files("src")
    assert sum(_lines(path) <= FILE_AIM for path in files) >= FILES_WITHIN_AIM * len(files)


def test_no_function_is_longer_than_it_may_be() -> None:
    assert {name: lines for name, lines in _functions().items() if lines > FUNCTION_MAX} == {}


def test_nine_functions_in_ten_are_short() -> None:
    sizes = sorted(_functions().values())
    assert sizes[int(0.9 * len(sizes))] <= FUNCTION_P90
