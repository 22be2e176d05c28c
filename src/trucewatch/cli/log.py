"""cli: `trucewatch log`."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import example, put


@click.command("log", short_help="What was done to a store.", epilog=example("trucewatch log --store idlib"))
@options.store
@click.option("--jsonl", is_flag=True, help="As lines, with versions and hashes.")
def command(directory: Path, *, jsonl: bool) -> None:
    """List every change of a store: its number, when it was, what it was, and who made it.

    The numbers are what --held takes.
    """
    from trucewatch import store

    entries = store.open_store(directory).entries()
    if jsonl:
        put(entries)
        return
    for entry in entries:
        told = {k: v for k, v in entry.details.items() if isinstance(v, (int, str)) and v not in (0, False, "")}
        said = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in told.items())
        click.echo("  ".join(filter(None, (f"{entry.n:>4}", entry.at, entry.what.replace("_", " "), entry.who, said))))
