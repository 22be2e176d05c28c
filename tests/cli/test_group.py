"""The list of commands and what happens to errors."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

from trucewatch import __version__
from trucewatch.cli import main
from trucewatch.cli.group import COMMANDS


def test_the_version_is_printed() -> None:
    assert CliRunner().invoke(main, ["--version"]).output == f"trucewatch, version {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_its_help(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert "Example:" in result.output.splitlines()[-2]


def test_an_unknown_command_is_a_usage_error() -> None:
    result = CliRunner().invoke(main, ["reed"])
    assert result.exit_code == 2
    assert "No such command" in result.stderr


def test_the_command_line_starts_without_loading_the_stages() -> None:
    code = "import sys, trucewatch.cli; print([m for m in sys.modules if m in ('numpy', 'shapely', 'pydantic')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "trucewatch", "--version"], capture_output=True, text=True, check=True)
    assert __version__ in done.stdout
