"""Who may import whom: imports point downwards, stages meet in the model alone, and nothing goes in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src" / "trucewatch"

# Low to high. A package imports only from lines above its own; packages on one line never import each other.
LAYERS = [
    {"errors", "sample", "cache", "undisturbed"},
    {"model"},
    {"languages"},
    {"actors"},
    {"gazetteer"},
    {"ledger"},
    {"read", "extract", "resolve", "assess", "check", "publish"},
    {"texts"},
    {"known", "coverage", "folder", "hindsight", "provenance", "explain", "jobs"},
    {"pipeline"},
    {"store"},
    {"serve"},
    {"cli"},
    {"__main__"},
]
# The steps of extraction, low to high; what they all stand on (`sentence`, `segment`, `knowledge`) lies beside them.
STEPS = ["words", "times", "phrases", "clauses", "speech", "places", "days", "meaning", "drafts"]
LEVEL = {name: height for height, names in enumerate(LAYERS) for name in names}


def _sources() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py"]


def _module(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path, *, top_only: bool = False) -> Iterator[str]:
    """Full names of the modules, or names in them, that a file imports; with `top_only` those loaded at once."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body if top_only else ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name


def _unit(name: str) -> str | None:
    parts = name.split(".")
    if parts[0] != "trucewatch" or len(parts) < 2 or parts[1] == "__version__":
        return None
    return parts[1]


def test_imports_point_downwards() -> None:
    wrong = []
    for path in _sources():
        here = _unit(_module(path))
        for name in _imports(path):
            there = _unit(name)
            if here and there and there != here and LEVEL[there] >= LEVEL[here]:
                wrong.append(f"{path.relative_to(PACKAGE)} imports {name}")
    assert wrong == []


def test_the_steps_of_extraction_import_downwards() -> None:
    wrong = []
    for path in _sources():
        here = _module(path).split(".")[2:-1]
        for name in _imports(path):
            there = name.split(".")[1:3]
            if here and here[0] in STEPS and there[:1] == ["extract"] and there[1:] and there[1] in STEPS:
                wrong += [f"{_module(path)} imports {name}"] if STEPS.index(there[1]) > STEPS.index(here[0]) else []
    assert wrong == []


def test_every_package_has_a_layer() -> None:
    units = {unit for path in _sources() if (unit := _unit(_module(path)))}
    assert units <= LEVEL.keys()


def test_no_module_imports_itself_by_way_of_others() -> None:
    modules = {_module(path): path for path in _sources()}
    graph = {}
    for module, path in modules.items():
        wanted = set()
        for name in _imports(path, top_only=True):
            target = name if name in modules else name.rpartition(".")[0]
            if target in modules and target != module:
                wanted.add(target)
        graph[module] = wanted
    assert list(TopologicalSorter(graph).static_order())


def test_every_module_opens_with_the_line_that_places_it() -> None:
    missing = [
        str(path.relative_to(PACKAGE))
        for path in _sources()
        if not (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").strip()
    ]
    assert missing == []


def test_broad_excepts_stand_at_the_worker_boundary_alone() -> None:
    broad = []
    for path in _sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler) and _is_broad(node.type):
                broad.append(path.relative_to(PACKAGE).as_posix())
    assert broad in ([], ["jobs.py"])


def _is_broad(caught: ast.expr | None) -> bool:
    names = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(name is None or ast.unparse(name) in {"Exception", "BaseException"} for name in names)
