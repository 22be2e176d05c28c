"""cli: `trucewatch read`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import Progress, example, leave, put, warn


@click.command(
    "read",
    short_help="Turn files, folders or standard input into reports.",
    epilog=example("trucewatch read articles/ > reports.jsonl"),
)
@options.sources
@options.text_column
@click.option("--originals", type=click.Path(path_type=Path), metavar="DIR", help="Keep the bytes as received there.")
def command(sources: tuple[str, ...], text_column: str | None, originals: Path | None) -> None:
    """Turn files, folders or standard input (-) into reports.

    Takes .txt, .md, .html, .jsonl of reports and .csv of texts or of observations. Finds title, source, date and
    language where the report tells them, says how, and marks what tells nothing of the story.
    """
    from trucewatch import pipeline, read

    progress = Progress()
    received = read.reports(sources, originals=originals, stdin=sys.stdin.buffer, text_column=text_column)
    reports, rejected = pipeline.parted(pipeline.counted("read", received, None, progress))
    progress.clear()
    put(reports)
    warn(rejected)
    leave(rejected)
