"""cli: `trucewatch schema`."""

from __future__ import annotations

import json

import click

from trucewatch import model
from trucewatch.cli.console import example
from trucewatch.hindsight import Difference
from trucewatch.ledger import LedgerRow

THINGS = {
    "report": model.Report,
    "mention": model.Mention,
    "claim": model.Claim,
    "incident": model.Incident,
    "finding": model.Finding,
    "lineage": model.Lineage,
    "ledger": LedgerRow,
    "term": model.ReportedTerm,
    "difference": Difference,
}


@click.command(
    "schema", short_help="Print a JSON Schema.", epilog=example("trucewatch schema claim > claim.schema.json")
)
@click.argument("thing", type=click.Choice([*THINGS, "agreement"]))
def command(thing: str) -> None:
    """Print the JSON Schema of one line of the data between the stages, or of an agreement's file."""
    click.echo(json.dumps(of(thing), ensure_ascii=False, indent=2))


def of(thing: str) -> dict[str, object]:
    """The JSON Schema of a thing by its name."""
    from trucewatch.model.codec import json_schema

    if thing == "agreement":
        from trucewatch import assess

        return assess.agreement_schema()
    return json_schema(THINGS[thing])
