"""cli: `trucewatch explain`."""

from __future__ import annotations

import dataclasses
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucewatch.cli import options
from trucewatch.cli.console import example, leave, warn
from trucewatch.errors import SettingsError

if TYPE_CHECKING:
    from trucewatch.explain import ReportTrace
    from trucewatch.extract import Knowledge
    from trucewatch.model import Report

_COLUMNS = 100
"""Width of running text where no terminal says how wide it is."""


@click.command(
    "explain",
    short_help="Show how a report was read, step by step.",
    epilog=example("trucewatch explain reports.jsonl#r_0123456789ab --grep corridor --html explained.html"),
)
@click.argument("source", metavar="REPORT")
@click.option("--report", metavar="ID", help="The report of that id; REPORT#ID does the same.")
@click.option("--claim", metavar="ID", help="Only the sentence that made this claim.")
@click.option("--grep", metavar="WORD", help="Only sentences that hold this word; case and accents do not count.")
@click.option("--language", metavar="CODE", help="Read in this language, whatever the report says.")
@click.option("--published", metavar="DATE", help='The day from which "yesterday" is counted.')
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write a page instead.")
@options.knowledge
def command(
    *,
    source: str,
    report: str | None,
    claim: str | None,
    grep: str | None,
    language: str | None,
    published: str | None,
    html: Path | None,
    gazetteer: tuple[Path, ...],
    actors: tuple[Path, ...],
) -> None:
    """Show how a report was read: its words, phrases and clauses, who says what, the claims made and those refused.

    REPORT is a file that read takes, a folder that run wrote, or - for standard input. Each claim names its rule
    and the file in which that rule is written.
    """
    from trucewatch import extract, pipeline, read

    path, wanted = _parted(source, report)
    reports, rejected = pipeline.parted(read.reports([path], stdin=sys.stdin.buffer))
    warn(rejected)
    chosen = [_told(item, language, published) for item in _chosen(reports, wanted, path)]
    knowledge = extract.load_knowledge(gazetteer, actors)
    _show(list(_traces(chosen, knowledge, claim, grep)), html)
    leave(rejected)


def _parted(source: str, report: str | None) -> tuple[str, str | None]:
    """The path and the id of `reports.jsonl#r_1`; of a folder that run wrote, its reports."""
    path, wanted = source, report
    if source != "-" and not Path(source).exists() and "#" in source:
        path, _, wanted = source.rpartition("#")
        if report is not None and report != wanted:
            raise SettingsError(f"{source} and --report {report} name two reports. Name one.")
    held = Path(path) / "reports.jsonl"
    return (str(held) if path != "-" and held.is_file() else path), wanted


def _chosen(reports: Sequence[Report], wanted: str | None, path: str) -> list[Report]:
    """The reports, or the one that is wanted; raises SettingsError when it is not among them."""
    found = [report for report in reports if wanted in (None, report.id)]
    if found or wanted is None:
        return found
    known = [report.id for report in reports]
    raise SettingsError(f"{path} holds no report {wanted!r}. {_nearest(wanted, known, 'report')}")


def _told(report: Report, language: str | None, published: str | None) -> Report:
    """The report with the language and day that were given on the command line."""
    return dataclasses.replace(report, language=language or report.language, published=published or report.published)


def _nearest(wanted: str, known: Sequence[str], what: str) -> str:
    """What may have been meant, for the end of a message."""
    from rapidfuzz.process import extractOne

    if not known:
        return f"It holds no {what} at all."
    near = extractOne(wanted, known)
    return f"Did you mean {near[0]!r}? It holds {len(known)} in all."


def _traces(
    reports: Sequence[Report], knowledge: Knowledge, claim: str | None, grep: str | None
) -> Iterator[ReportTrace]:
    """The traces asked for; raises SettingsError when a claim or a word is in none of them."""
    from trucewatch import explain, extract

    known: list[str] = []
    shown = 0
    for report in reports:
        if claim is not None:
            known += (ids := [made.id for made in extract.claims(report, knowledge)])
            if claim not in ids:
                continue
        trace = explain.narrow(explain.trace(report, knowledge), claim=claim, grep=grep)
        if trace.sentences or (claim is None and grep is None):
            shown += 1
            yield trace
    if claim is not None and claim not in known:
        near = _nearest(claim, known, "claim")
        raise SettingsError(f"No claim {claim!r} is made here. {near} Ids change with the text and with the rules.")
    if reports and not shown:
        raise SettingsError(f"No sentence holds {grep!r}. Try a part of the word.")


def _show(traces: Sequence[ReportTrace], html: Path | None) -> None:
    from trucewatch import explain

    if html is not None:
        html.write_text(explain.html(traces), encoding="utf-8", newline="\n")
        click.echo(f"wrote {html}", err=True)
        return
    screen = sys.stdout.isatty()
    columns = shutil.get_terminal_size().columns if screen else _COLUMNS
    for number, trace in enumerate(traces):
        if number:
            click.echo()
        for line in explain.lines(trace, color=screen and "NO_COLOR" not in os.environ, columns=columns):
            click.echo(line)
