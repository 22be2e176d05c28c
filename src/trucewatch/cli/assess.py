"""cli: `trucewatch assess`."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import example, leave, put, warn
from trucewatch.cli.lines import take
from trucewatch.model import Claim, Incident, Report


@click.command(
    "assess",
    epilog=example(
        "trucewatch assess incidents.jsonl --claims claims.jsonl --reports reports.jsonl --agreement idlib-2020"
    ),
)
@click.argument("incidents", type=click.Path(exists=True, dir_okay=False, allow_dash=True), metavar="INCIDENTS")
@click.option("--claims", type=options.EXISTING, required=True, metavar="FILE", help="The claims of the incidents.")
@click.option("--reports", type=options.EXISTING, required=True, metavar="FILE", help="The reports of the claims.")
@options.agreements(required=True)
@options.as_of
@options.profile
def command(
    *,
    incidents: str,
    claims: Path,
    reports: Path,
    agreements: tuple[str, ...],
    as_of: str | None,
    profile: Path | None,
) -> None:
    """Hold incidents against the terms of an agreement.

    A finding says at most "potential violation", with its reasons and what would change it.
    """
    from trucewatch import assess, resolve

    held, bad_incidents = take(Incident, incidents)
    told, bad_claims = take(Claim, str(claims))
    known, bad_reports = take(Report, str(reports))
    standard = assess.load_profile(profile) if profile else None
    stack = assess.load_stack(agreements)
    links = resolve.lineage(told, known)
    put(assess.findings(held, told, known, stack, valid=as_of, known=as_of, profile=standard, links=links))
    warn((*bad_incidents, *bad_claims, *bad_reports))
    leave((*bad_incidents, *bad_claims, *bad_reports))
