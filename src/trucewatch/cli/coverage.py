"""cli: `trucewatch coverage …`: who could see what, where and when."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from trucewatch.cli import options
from trucewatch.cli.console import example

if TYPE_CHECKING:
    from trucewatch.model import Coverage
    from trucewatch.store import Watched

Command = TypeVar("Command", bound=Callable[..., Any])


@click.group("coverage", epilog=example('trucewatch coverage add seen.yaml --store idlib --by Leyla --why "mandate"'))
def command() -> None:
    """State who would have seen, and told of, every act of some kinds, in a zone, over a time.

    Without such a statement no silence of the reports is taken for proof.
    """


def _decides(given: Command) -> Command:
    given = options.store(given)
    given = click.option("--why", required=True, metavar="TEXT", help="The reason.")(given)
    return click.option("--by", "who", required=True, metavar="WHO", help="Who decides.")(given)


@command.command(
    "add", epilog=example('trucewatch coverage add seen.yaml --store idlib --by Leyla --why "their weekly report"')
)
@click.argument("file", type=options.EXISTING)
@_decides
def add(file: Path, who: str, why: str, directory: Path) -> None:
    """Take in what FILE states: a list `coverage` of who, types, from, to, and, where it is so, zone and source."""
    from trucewatch import store

    _told(store.watch(store.open_store(directory), file, store.Word(who, why)), "stated")


@command.command("undo", epilog=example("trucewatch coverage undo v_3.1 --store idlib --by Leyla --why TEXT"))
@click.argument("statement")
@_decides
def undo(statement: str, who: str, why: str, directory: Path) -> None:
    """Take a statement back; findings are worked out without it."""
    from trucewatch import store

    _told(store.unwatch(store.open_store(directory), statement, store.Word(who, why)), "undone")


@command.command("list", epilog=example("trucewatch coverage list --store idlib"))
@options.store
@options.held
def listed(directory: Path, held: int | str | None) -> None:
    """List the statements that stand."""
    from trucewatch import store

    for id_, stated in store.watches(store.held(store.open_store(directory), held)):
        click.echo(text(id_, stated))


def text(id_: str, stated: Coverage) -> str:
    """A statement as one line."""
    where = f" in {stated.zone}" if stated.zone else ""
    source = f" ({stated.source})" if stated.source else ""
    return f"{id_}: {stated.who} sees {', '.join(stated.types)}{where}, {stated.from_} to {stated.to}{source}"


def _told(done: Watched, what: str) -> None:
    click.echo(f"Change {done.n}: {what} {', '.join(done.ids)}.")
    click.echo(f"Findings {done.stood.findings}, of these {done.stood.findings_changed} new or changed.")
