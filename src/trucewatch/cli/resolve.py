"""cli: `trucewatch resolve`."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import example, leave, put, warn
from trucewatch.cli.lines import take
from trucewatch.model import Claim, Report


@click.command(
    "resolve",
    short_help="Join claims that are about one thing.",
    epilog=example("trucewatch resolve claims.jsonl --reports reports.jsonl > incidents.jsonl"),
)
@click.argument("claims", type=click.Path(exists=True, dir_okay=False, allow_dash=True), metavar="CLAIMS")
@click.option("--reports", type=options.EXISTING, required=True, metavar="FILE", help="The reports of the claims.")
@click.option("--judgements", type=options.EXISTING, metavar="FILE", help="What people decided: same, or not the same.")
def command(claims: str, reports: Path, judgements: Path | None) -> None:
    """Decide which claims are about one thing, and say why and where they part."""
    from trucewatch import resolve

    decided, unclear = take(resolve.Judgement, str(judgements)) if judgements else ((), ())
    told, bad_claims = take(Claim, claims)
    known, bad_reports = take(Report, str(reports))
    put(resolve.incidents(told, known, decided))
    warn((*unclear, *bad_claims, *bad_reports))
    leave((*unclear, *bad_claims, *bad_reports))
