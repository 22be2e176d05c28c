"""cli: `trucewatch status`."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import example


@click.command("status", short_help="What a store holds.", epilog=example("trucewatch status --store idlib"))
@options.store
@options.held
def command(directory: Path, held: int | str | None) -> None:
    """Say what a store holds, since when, and how each term stands."""
    from trucewatch import store
    from trucewatch.cli import coverage, summary

    kept = store.open_store(directory)
    entry = kept.at(held)
    record = store.record(kept, store.Known(held=entry.n))
    click.echo(f"Store {directory}, change {entry.n} of {entry.at} ({entry.what}); begun {kept.entries()[0].at}.")
    click.echo(f"{summary.standing(record)}\nJudgements {len(store.held(kept, entry.n).judgements())}.")
    for id_, stated in store.watches(store.held(kept, entry.n)):
        click.echo(f"Coverage {coverage.text(id_, stated)}.")
    for other in store.other_versions(kept, entry.n):
        click.echo(other)
