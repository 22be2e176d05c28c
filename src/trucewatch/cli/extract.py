"""cli: `trucewatch extract`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import Progress, example, leave, put, warn


@click.command(
    "extract",
    short_help="Find what reports claim.",
    epilog=example("trucewatch extract reports.jsonl --mentions mentions.jsonl > claims.jsonl"),
)
@options.sources
@options.text_column
@options.knowledge
@click.option("--mentions", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write mentions too.")
def command(
    sources: tuple[str, ...],
    text_column: str | None,
    gazetteer: tuple[Path, ...],
    actors: tuple[Path, ...],
    mentions: Path | None,
) -> None:
    """Find what reports claim: who says that what happened when, where and to whom.

    Takes the lines that read writes, and anything that read takes. --mentions writes every date, place, actor and
    figure recognised, whether or not a claim uses it.
    """
    from trucewatch import extract, pipeline, read
    from trucewatch.model.codec import dump_lines

    knowledge = extract.load_knowledge(gazetteer, actors)
    progress = Progress()
    received = read.reports(sources, stdin=sys.stdin.buffer, text_column=text_column)
    reports, unread = pipeline.parted(received)
    claims, failed = pipeline.claims_of(pipeline.counted("extract", reports, len(reports), progress), knowledge)
    progress.clear()
    put(claims)
    if mentions is not None:
        broken = {item.source for item in failed}
        with mentions.open("w", encoding="utf-8", newline="\n") as stream:
            for report in reports:
                if report.id not in broken:
                    dump_lines(extract.mentions(report, knowledge), stream)
    warn((*unread, *failed))
    leave((*unread, *failed))
