"""cli: `trucewatch extract`."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from trucewatch.cli import options
from trucewatch.cli.console import Progress, example, leave, put_lines, warn

if TYPE_CHECKING:
    from trucewatch.jobs import Written
    from trucewatch.model import Rejected, Report


@click.command(
    "extract",
    short_help="Find what reports claim.",
    epilog=example("trucewatch extract reports.jsonl --mentions mentions.jsonl > claims.jsonl"),
)
@options.sources
@options.text_column
@options.knowledge
@options.jobs
@click.option("--mentions", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write mentions too.")
def command(
    sources: tuple[str, ...],
    text_column: str | None,
    gazetteer: tuple[Path, ...],
    actors: tuple[Path, ...],
    jobs: int,
    mentions: Path | None,
) -> None:
    """Find what reports claim: who says that what happened when, where and to whom.

    Takes the lines that read writes, one after another however many there are, and anything that read takes.
    --mentions writes every date, place, actor and figure recognised, whether or not a claim uses it.
    """
    from trucewatch.jobs import Sources, written

    rejected: list[Rejected] = []
    progress = Progress()
    with _opened(mentions) as stream:
        found = written(
            _reports(sources, text_column, rejected),
            Sources(gazetteer, actors),
            jobs=jobs,
            mentions=stream is not None,
        )
        put_lines(_claims(found, stream, rejected, progress))
    progress.clear()
    warn(rejected)
    leave(rejected)


@contextlib.contextmanager
def _opened(path: Path | None) -> Iterator[IO[str] | None]:
    if path is None:
        yield None
        return
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        yield stream


def _reports(sources: tuple[str, ...], text_column: str | None, rejected: list[Rejected]) -> Iterator[Report]:
    """The usable reports, given on as they are read; what is not goes into `rejected`."""
    from trucewatch import read
    from trucewatch.model import Rejected

    if text_column is None and all(source != "-" and read.written_by_read(source) for source in sources):
        items = read.lines_read(sources)
    else:
        items = read.reports(sources, stdin=sys.stdin.buffer, text_column=text_column)
    for item in items:
        if isinstance(item, Rejected):
            rejected.append(item)
        else:
            yield item


def _claims(
    found: Iterable[Written], stream: IO[str] | None, rejected: list[Rejected], progress: Progress
) -> Iterator[str]:
    """The claims of each report as soon as they are there, its mentions written beside."""
    for done, item in enumerate(found, 1):
        progress("extract", done, None)
        if item.rejected is not None:
            rejected.append(item.rejected)
        if stream is not None:
            stream.write(item.mentions)
        yield item.claims
