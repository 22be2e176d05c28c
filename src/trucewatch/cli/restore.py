"""cli: `trucewatch restore`."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import example


@click.command("restore", short_help="A store from a backup.", epilog=example("trucewatch restore idlib.zip idlib"))
@click.argument("file", type=options.EXISTING, metavar="FILE")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
def command(file: Path, directory: Path) -> None:
    """Make a store in DIR of what backup wrote into FILE. A store that is there is never written over."""
    from trucewatch import store

    restored = store.restore(file, directory)
    last = restored.entries()[-1]
    click.echo(
        f"Restored {directory} as it stood after change {last.n} of {last.at}. `trucewatch verify` looks at it all."
    )
