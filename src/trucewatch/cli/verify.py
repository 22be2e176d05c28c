"""cli: `trucewatch verify`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import FAILED, example


@click.command("verify", short_help="Whether a store is whole.", epilog=example("trucewatch verify --store idlib"))
@options.store
def command(directory: Path) -> None:
    """Look whether a store is what it was, and name what is wrong.

    Originals against their SHA-256, the log against its chain of hashes and against the rows that each change brought,
    every reference and every quotation.
    """
    from trucewatch import store

    kept = store.open_store(directory)
    faults = store.verify(kept)
    for fault in faults:
        click.echo(f"{fault.where}: {fault.what}.")
    if faults:
        click.echo(f"{len(faults)} things are wrong. Restore a backup: trucewatch restore FILE DIR", err=True)
        sys.exit(FAILED)
    last = kept.entries()[-1]
    click.echo(f"Nothing is wrong: {last.n} changes, the last of {last.at}, its hash {last.hash}.")
