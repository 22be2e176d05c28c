"""cli: `trucewatch report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucewatch.cli import options
from trucewatch.cli.console import example
from trucewatch.errors import SettingsError

if TYPE_CHECKING:
    from trucewatch.model import Record


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
@click.option(
    "--differences",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="An earlier report's folder: write what changed since, with the cause, as differences.jsonl and .txt.",
)
@options.unmask
def command(
    *,
    directory: Path,
    out: Path,
    as_of: str | None,
    known_by: str,
    held: int | str | None,
    differences: Path | None,
    unmask: bool,
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
    if differences is not None:
        _since(folder.load(differences), record, out)
    click.echo(summary.text(record, out), err=True)
    click.echo(f"To make it again, whatever comes in later: add --held {entry.n}.", err=True)


def _since(before: Record, now: Record, out: Path) -> None:
    """Write what a record says otherwise than an earlier one, for programs and for people."""
    from trucewatch import hindsight
    from trucewatch.model.codec import dump_lines

    found = hindsight.differences(before, now)
    with (out / "differences.jsonl").open("w", encoding="utf-8", newline="\n") as stream:
        dump_lines(found, stream)
    text = "\n".join(hindsight.lines(found)) + "\n"
    (out / "differences.txt").write_text(text, encoding="utf-8", newline="\n")
    click.echo(
        f"Differences from the earlier report: {len(found)}, in {(out / 'differences.txt').as_posix()}", err=True
    )
