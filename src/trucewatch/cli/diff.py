"""cli: `trucewatch diff`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucewatch.cli.console import example, put
from trucewatch.errors import SettingsError
from trucewatch.known import KnownBy, instant

if TYPE_CHECKING:
    from trucewatch.model import Record

RUN = click.Path(exists=True, file_okay=False, path_type=Path)
KNOWN_BY = click.Choice(["published", "acquired"])


@click.command(
    "diff",
    short_help="What changed between two instants, and why.",
    epilog=example("trucewatch diff --store idlib --as-of 2020-03-06T12:00Z 2020-03-20"),
)
@click.argument("runs", nargs=-1, type=RUN, metavar="[OLD NEW]")
@click.option("--store", "directory", type=RUN, metavar="DIR", help="A store, asked at two instants.")
@click.option("--as-of", "as_of", nargs=2, metavar="OLD NEW", help="Only what was known by then; `now` for all.")
@click.option(
    "--known-by",
    "known_by",
    nargs=2,
    type=KNOWN_BY,
    metavar="OLD NEW",
    help="published or acquired, for each of the two.",
)
@click.option(
    "--held", nargs=2, metavar="OLD NEW", help="As the store stood after these changes of its log; `now` for the last."
)
@click.option("--format", "form", type=click.Choice(("text", "jsonl")), default="text", show_default=True)
def command(
    *,
    runs: tuple[Path, ...],
    directory: Path | None,
    as_of: tuple[str, str] | None,
    known_by: tuple[str, str] | None,
    held: tuple[str, str] | None,
    form: str,
) -> None:
    """Lay two records of one truce side by side: each finding, figure and disagreement that changed, with its cause.

    OLD and NEW are folders that run or report wrote. With --store they are made from it: what was known at one instant
    and at another. A cause is a report that came in, a correction, a judgement, a changed text or profile, or the
    passage of time.
    """
    from trucewatch import folder, hindsight

    if directory is not None and not runs:
        old, new = (_asked(directory, which, as_of, known_by, held) for which in (0, 1))
    elif len(runs) == 2 and directory is None:
        old, new = (folder.load(path) for path in runs)
    else:
        raise SettingsError("diff: name two folders that run wrote, or a store with --store and --as-of or --held.")
    found = hindsight.differences(old, new)
    if form == "jsonl":
        put(found)
    else:
        click.echo("\n".join(hindsight.lines(found)))


def _asked(
    directory: Path,
    which: int,
    as_of: tuple[str, str] | None,
    known_by: tuple[str, str] | None,
    held: tuple[str, str] | None,
) -> Record:
    """What a store knew at one of the two."""
    from trucewatch import store

    if as_of is None and held is None:
        raise SettingsError("diff: say which two are meant: --as-of OLD NEW, --held OLD NEW, or both.")
    when = None if as_of is None or as_of[which] == "now" else as_of[which]
    if when is not None:
        instant(when)
    change = None if held is None or held[which] == "now" else held[which]
    after = int(change) if change is not None and change.isdigit() and len(change) != 4 else change
    by: KnownBy = "acquired" if known_by is not None and known_by[which] == "acquired" else "published"
    return store.record(store.open_store(directory), store.Known(when, by, after))
