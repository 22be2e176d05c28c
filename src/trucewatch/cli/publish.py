"""cli: `trucewatch publish`."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import example

FORMATS = ("html", "csv", "ledger", "geojson")


@click.command(
    "publish",
    short_help="Write a run's documents anew.",
    epilog=example("trucewatch publish out --format html --format geojson"),
)
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    default=FORMATS,
    show_default=True,
    help="Repeatable.",
)
@options.language
@options.unmask
def command(directory: Path, formats: tuple[str, ...], *, language: str, unmask: bool) -> None:
    """Write the documents of a run anew: the report, the table and the map's data.

    DIR is a folder that run --out wrote; the documents are written into it.
    """
    from trucewatch import folder, publish

    publish.write(folder.load(directory), directory, formats, language=language, unmask=unmask)
