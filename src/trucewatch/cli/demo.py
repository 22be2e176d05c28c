"""cli: `trucewatch demo`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucewatch.cli.console import Progress, example, leave, warn
from trucewatch.cli.serve import PORT

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
@click.option("--serve/--no-serve", default=None, help="Show the pages after it; so on a terminal, without either.")
def command(*, out: Path, serve: bool | None) -> None:
    """Run the sample that comes with the package: the truce of 5 March 2020 in Idlib.

    Needs no network. On a terminal it goes on to show the sample in the browser, from a store beside the report, until
    Ctrl-C; elsewhere it says how to and ends, so that scripts are not held up.
    """
    from trucewatch import folder
    from trucewatch.cli import summary

    progress = Progress()
    record = sample_record(originals=out / "originals", progress=progress)
    folder.save(record, out)
    progress.clear()
    warn(record.rejected)
    click.echo(summary.text(record, out))
    if serve or (serve is None and sys.stdin.isatty() and sys.stdout.isatty()):
        _show(out / "store")
    else:
        click.echo(f"The pages: trucewatch demo --serve --out {out.as_posix()}   (http://127.0.0.1:{PORT}/)")
    leave(record.rejected)


def _show(home: Path) -> None:
    """The sample's pages, over a store that is made once and then kept with whatever was decided in it."""
    from trucewatch import store
    from trucewatch.cli.serve import free_port, run
    from trucewatch.sample import sample_path
    from trucewatch.store.database import FILE

    if not (home / FILE).exists():
        store.add(store.make_store(home, [AGREEMENT]), [str(sample_path())])
    run(home, "127.0.0.1", free_port(), err=False)


def sample_record(*, originals: Path | None = None, progress: Progress | None = None) -> Record:
    """The record of the sample."""
    from trucewatch import pipeline
    from trucewatch.sample import sample_path

    options = pipeline.Options(agreements=(AGREEMENT,))
    return pipeline.run([str(sample_path())], options, originals=originals, progress=progress)
