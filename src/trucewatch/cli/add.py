"""cli: `trucewatch add`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucewatch.cli import options
from trucewatch.cli.console import Progress, example, leave, warn

if TYPE_CHECKING:
    from trucewatch.store import Added


@click.command(
    "add", short_help="Let new reports join a store.", epilog=example("trucewatch add today/ --store idlib --by Leyla")
)
@click.argument("sources", nargs=-1, metavar="SOURCES...")
@options.store
@click.option("--by", "who", metavar="WHO", help="Who adds them, for the log.")
@options.text_column
@options.jobs
@click.option("--again", is_flag=True, help="Read all that is held anew, with the words that there are now.")
def command(
    *,
    sources: tuple[str, ...],
    directory: Path,
    who: str | None,
    text_column: str | None,
    jobs: int,
    again: bool,
) -> None:
    """Let new reports join a store: files, folders or standard input (-), as read takes them.

    All of them are recorded, or, where something ends the command, none. A report that was read before is said and not
    read again. What cannot be used is recorded with its reason.
    """
    from trucewatch import store

    if not sources and not again:
        raise click.UsageError("Name files or folders to add, or give --again.")
    progress = Progress()
    kept = store.open_store(directory)
    adding = store.Adding(text_column=text_column, jobs=jobs, who=who, again=again)
    try:
        added = store.add(kept, sources, adding, stdin=sys.stdin.buffer, progress=progress)
    finally:
        progress.clear()
    for origin, report in added.read_before:
        click.echo(f"{origin}: read before, as {report}.", err=True)
    warn(added.rejected)
    click.echo(text(added))
    leave(added.rejected)


def text(added: Added) -> str:
    """What one `add` did, in a few lines."""
    stood = added.stood
    lines = [
        f"Change {added.n}: reports {len(added.reports)} new, {len(added.read_before)} read before, "
        f"{len(added.rejected)} rejected; claims {added.claims}.",
        f"Incidents {stood.incidents}, of these {stood.incidents_changed} new or changed; "
        f"findings {stood.findings}, {stood.findings_changed} new or changed.",
    ]
    if added.dated_anew:
        lines.append(
            f"The new reports made the day of {len(added.dated_anew)} held before clearer; they were read anew."
        )
    return "\n".join(lines)
