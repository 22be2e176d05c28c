"""cli: `trucewatch report`."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import example
from trucewatch.errors import SettingsError


@click.command(
    "report",
    short_help="Write the report on what a store holds.",
    epilog=example("trucewatch report --store idlib --as-of 2020-03-06T12:00Z --out report"),
)
@options.store
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), required=True, metavar="DIR", help="Where results go."
)
@options.as_of
@options.known_by
@options.held
@options.unmask
def command(
    *, directory: Path, out: Path, as_of: str | None, known_by: str, held: int | str | None, unmask: bool
) -> None:
    """Write what a store holds as run writes it: the record as lines, and the report, the table and the map's data.

    --as-of asks what had appeared by an instant; --held asks it of the store as it stood then, so that an old report
    comes out byte for byte the same, whatever came in later.
    """
    from trucewatch import folder, store
    from trucewatch.cli import summary

    if out.resolve() == directory.resolve():
        raise SettingsError(f"--out {out}: that is the store itself. Name another folder.")
    kept = store.open_store(directory)
    entry = kept.at(held)
    known = store.Known(as_of, "acquired" if known_by == "acquired" else "published", entry.n)
    record = store.record(kept, known)
    folder.save(record, out, unmask=unmask)
    click.echo(summary.text(record, out), err=True)
    click.echo(f"To make it again, whatever comes in later: add --held {entry.n}.", err=True)
