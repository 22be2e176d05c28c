"""cli: `trucewatch demo`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucewatch.cli.console import Progress, example, leave, warn

if TYPE_CHECKING:
    from trucewatch.model import Record

AGREEMENT = "idlib-2020"


@click.command(
    "demo", short_help="Run the sample that comes with the package.", epilog=example("trucewatch demo --out demo")
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("trucewatch-demo"),
    show_default=True,
    metavar="DIR",
    help="Where results go.",
)
def command(out: Path) -> None:
    """Run the sample that comes with the package: the truce of 5 March 2020 in Idlib.

    Needs no network.
    """
    from trucewatch import folder
    from trucewatch.cli import summary

    progress = Progress()
    record = sample_record(originals=out / "originals", progress=progress)
    folder.save(record, out)
    progress.clear()
    warn(record.rejected)
    click.echo(summary.text(record, out))
    leave(record.rejected)


def sample_record(*, originals: Path | None = None, progress: Progress | None = None) -> Record:
    """The record of the sample."""
    from trucewatch import pipeline
    from trucewatch.sample import sample_path

    options = pipeline.Options(agreements=(AGREEMENT,))
    return pipeline.run([str(sample_path())], options, originals=originals, progress=progress)
