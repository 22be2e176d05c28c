"""cli: `trucewatch backup`."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import example


@click.command("backup", short_help="A store as one file.", epilog=example("trucewatch backup idlib.zip --store idlib"))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@options.store
def command(file: Path, directory: Path) -> None:
    """Write a whole store into FILE, originals included, while others go on using it."""
    from trucewatch import store

    n = store.backup(store.open_store(directory), file)
    click.echo(f"Wrote {file}, which holds the store as it stood after change {n}.")
