"""cli: the list of commands, each loaded only when it is called, and what happens to errors."""

from __future__ import annotations

import importlib
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

import click

from trucewatch import __version__
from trucewatch.cli.console import USAGE, example
from trucewatch.errors import TrucewatchError

COMMANDS = {
    "read": "trucewatch.cli.read",
    "extract": "trucewatch.cli.extract",
    "resolve": "trucewatch.cli.resolve",
    "assess": "trucewatch.cli.assess",
    "publish": "trucewatch.cli.publish",
    "run": "trucewatch.cli.run",
    "ledger": "trucewatch.cli.ledger",
    "init": "trucewatch.cli.init",
    "add": "trucewatch.cli.add",
    "status": "trucewatch.cli.status",
    "report": "trucewatch.cli.report",
    "serve": "trucewatch.cli.serve",
    "diff": "trucewatch.cli.diff",
    "search": "trucewatch.cli.search",
    "judge": "trucewatch.cli.judge",
    "coverage": "trucewatch.cli.coverage",
    "log": "trucewatch.cli.log",
    "verify": "trucewatch.cli.verify",
    "backup": "trucewatch.cli.backup",
    "restore": "trucewatch.cli.restore",
    "agreement": "trucewatch.cli.agreement",
    "language": "trucewatch.cli.language",
    "demo": "trucewatch.cli.demo",
    "explain": "trucewatch.cli.explain",
    "schema": "trucewatch.cli.schema",
}
"""To add a command: write a file with a `command` in it, add a line here, and run `make docs`."""


class Commands(click.Group):
    """Loads a command when it is asked for, and turns our errors into one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the stages."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error of ours, or of the disk, ends it with a message and not with a trace."""
        try:
            return super().invoke(ctx)
        except TrucewatchError as error:
            click.echo(f"trucewatch: {error}", err=True)
        except BrokenPipeError:
            raise
        except OSError as error:
            click.echo(f"trucewatch: {error.filename or ''}: {error.strerror or error}.", err=True)
        sys.exit(USAGE)


def _version(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
    """Tell the version, and whether the extraction is compiled."""
    if asked:
        beside = Path(__file__).parents[1] / "extract"
        compiled = any((beside / f"claims{suffix}").is_file() for suffix in EXTENSION_SUFFIXES)
        click.echo(f"trucewatch, version {__version__}" + (", its extraction compiled" if compiled else ""))
        ctx.exit()


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog=example("trucewatch run reports/ --agreement idlib-2020 --out out"),
)
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Show the version and exit."
)
def main() -> None:
    """Read what is said about a truce, and hold it against the terms of the agreement.

    The stages read, extract, resolve, assess and publish each turn one kind of lines into the next; run does all five.
    init makes a store, in which add, status, report and the others keep what is known day after day.
    """
