"""The documentation: complete, up to date, and without links that lead nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.generate import commands, pages, shown_help
from trucewatch import assess
from trucewatch.cli import main

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PROSE = [path for path in PAGES if "reference" not in path.parts]
LANGUAGES = sorted(path.parent.name for path in (ROOT / "src/trucewatch/languages").glob("*/language.yaml"))


def _prose() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in PROSE)


def test_generated_pages_are_up_to_date() -> None:
    stale = [name for name, text in pages().items() if (ROOT / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run `make docs`"


def test_every_command_is_explained_and_ends_with_an_example() -> None:
    reference = (ROOT / "docs/reference/cli.md").read_text(encoding="utf-8")
    for name, command in commands(main, "trucewatch").items():
        assert f"## {name}\n" in reference
        assert re.search(r"Example:\n +trucewatch [^\n]+\Z", shown_help(name, command)), name


@pytest.mark.parametrize("name", assess.available())
def test_every_agreement_is_named_in_the_documentation(name: str) -> None:
    assert f"`{name}`" in _prose()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_is_named_in_the_documentation(code: str) -> None:
    assert f"`{code}`" in _prose()


def test_every_make_command_in_the_documentation_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^    |^)make ([a-z]+)", _prose(), re.MULTILINE))
    assert named <= targets
    assert {"demo", "test"} <= named


def test_every_trucewatch_command_in_the_documentation_exists() -> None:
    known = {name.split()[1] for name in commands(main, "trucewatch")}
    assert set(re.findall(r"(?:`|^    |^)trucewatch ([a-z]+)", _prose(), re.MULTILINE)) <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    relative = [link.partition("#")[0] for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in relative if link and not (page.parent / link).exists()] == []


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs/decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    numbered = sorted(folder.glob("[0-9]*.md"))
    assert [int(path.name[:4]) for path in numbered] == list(range(1, len(numbered) + 1))
    assert [path.name for path in numbered if f"({path.name})" not in listed] == []
