"""cli: `trucewatch init`."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import example


@click.command("init", short_help="Make a store.", epilog=example("trucewatch init idlib --agreement idlib-2020"))
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@options.agreements(required=True)
@options.knowledge
@options.profile
def command(
    *,
    directory: Path,
    agreements: tuple[str, ...],
    gazetteer: tuple[Path, ...],
    actors: tuple[Path, ...],
    profile: Path | None,
) -> None:
    """Make a store in DIR that keeps what is known about a truce, day after day.

    The agreements, with the texts they stand on, and the lists given are copied into it, so that it can be moved and
    old reports can be made again.
    """
    from trucewatch import store

    made = store.make_store(directory, agreements, given=store.Given(gazetteer, actors, profile))
    click.echo(f"Made a store in {made.directory}. Add reports: trucewatch add SOURCES... --store {made.directory}")
