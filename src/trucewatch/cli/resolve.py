"""cli: `trucewatch resolve`."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import example, leave, put, warn
from trucewatch.cli.lines import take
from trucewatch.model import Claim, Report
from trucewatch.model.codec import dump_lines

WRITTEN = click.Path(dir_okay=False, writable=True, path_type=Path)


@click.command(
    "resolve",
    short_help="Join claims that are about one thing.",
    epilog=example("trucewatch resolve claims.jsonl --reports reports.jsonl > incidents.jsonl"),
)
@click.argument("claims", type=click.Path(exists=True, dir_okay=False, allow_dash=True), metavar="CLAIMS")
@click.option("--reports", type=options.EXISTING, required=True, metavar="FILE", help="The reports of the claims.")
@click.option("--judgements", type=options.EXISTING, metavar="FILE", help="What people decided: same, or not the same.")
@click.option("--lineage", type=WRITTEN, metavar="FILE", help="Write there who took it from whom.")
def command(claims: str, reports: Path, judgements: Path | None, lineage: Path | None) -> None:
    """Decide which claims are about one thing, and say why and where they part."""
    from trucewatch import resolve

    decided, unclear = take(resolve.Judgement, str(judgements)) if judgements else ((), ())
    told, bad_claims = take(Claim, claims)
    known, bad_reports = take(Report, str(reports))
    links = resolve.lineage(told, known)
    put(resolve.incidents(told, known, decided, links))
    if lineage is not None:
        with lineage.open("w", encoding="utf-8", newline="\n") as stream:
            dump_lines(links, stream)
    warn((*unclear, *bad_claims, *bad_reports))
    leave((*unclear, *bad_claims, *bad_reports))
