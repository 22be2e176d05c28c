"""cli: `trucewatch ledger`."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucewatch.cli import options
from trucewatch.cli.console import example, put
from trucewatch.errors import SettingsError
from trucewatch.known import instant

if TYPE_CHECKING:
    from trucewatch.ledger import LedgerRow

FIELDS = ("time", "place", "actor", "figure", "type", "occurrence", "modality")
FORMS = ("text", "jsonl", "csv")
KINDS = {"real": "disagree", "apparent": "apparent_only"}


def _period(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, str] | None:
    """Two times with a stroke between them."""
    if value is None:
        return None
    first, stroke, last = value.partition("/")
    try:
        if not stroke or instant(first) >= instant(last):
            raise click.BadParameter("write the first time and the time after the last: 2020-03-06/2020-03-08")
    except SettingsError as error:
        raise click.BadParameter(str(error)) from error
    return first, last


@click.command(
    "ledger",
    short_help="Where accounts part, and where they only seem to.",
    epilog=example("trucewatch ledger out --field figure --field time --kind real --party Turkey"),
)
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@click.option("--field", "fields", multiple=True, type=click.Choice(FIELDS), help="What they part over. Repeatable.")
@click.option("--kind", type=click.Choice(tuple(KINDS)), help="Real or only apparent; without it both.")
@click.option("--term", "terms", multiple=True, metavar="TERM", help="Incidents held against a term: art1. Repeatable.")
@click.option("--place", "places", multiple=True, metavar="PLACE", help="A place, or an area around it. Repeatable.")
@click.option("--party", "parties", multiple=True, metavar="PARTY", help="An actor by name or id. Repeatable.")
@click.option("--period", callback=_period, metavar="FIRST/LAST", help="When it is said to have happened.")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True, help="What is written.")
@options.unmask
def command(
    *,
    directory: Path,
    fields: tuple[str, ...],
    kind: str | None,
    terms: tuple[str, ...],
    places: tuple[str, ...],
    parties: tuple[str, ...],
    period: tuple[str, str] | None,
    form: str,
    unmask: bool,
) -> None:
    """List the points on which accounts of one thing part, with the words of every side.

    DIR is a folder that run --out wrote. The counts are those of its report. In jsonl the words stand as they are
    in the reports; text and csv hide private persons' names unless --unmask is given.
    """
    from trucewatch import folder, publish
    from trucewatch.ledger import Query, ask, rows

    record = folder.load(directory)
    query = Query(fields, KINDS.get(kind or ""), terms, places, parties, period)  # type: ignore[arg-type]
    found = ask(rows(record), query)
    if form == "jsonl":
        put(found)
    elif form == "csv":
        click.echo(publish.ledger_csv(record, found, unmask=unmask).encode("utf-8"), nl=False)
    else:
        click.echo("\n".join(_lines(found, publish.mask(record, unmask=unmask).plain)))


def _lines(found: Iterable[LedgerRow], hide: Callable[[str], str]) -> Iterator[str]:
    """Each row as a few lines, and the counts at the end."""
    from trucewatch.explain.visible import isolated

    shown = list(found)
    width = min(shutil.get_terminal_size((100, 24)).columns, 110)
    for row in shown:
        over = " ".join(filter(None, (row.field, row.measure, row.population)))
        word = "accounts part" if row.kind == "disagree" else "only seems to part"
        where = ", ".join(filter(None, (row.type, hide(row.place or ""), (row.start or row.end or "")[:16])))
        yield f"{over}: {word} ({where}; {row.incident})"
        for side in row.sides:
            roots = ", ".join(side.roots) or "root not stated"
            said = isolated(hide(side.said), "auto")
            yield f"  {said}{' (superseded)' if side.superseded else ''}: {isolated(roots, 'auto')}"
            for quotation in side.quotations[:2]:
                words = " ".join(hide(quotation.quote).split())
                # Each line is an isolate of its own, so that figures and brackets keep their side in either direction.
                yield from (f"    {isolated(line, 'auto')}" for line in textwrap.wrap(f'"{words}"', width - 4))
        yield from textwrap.wrap(hide(row.why), width, initial_indent="  why: ", subsequent_indent="       ")
        yield ""
    real = sum(row.kind == "disagree" for row in shown)
    yield f"Accounts part on {real} {'point' if real == 1 else 'points'} and only seem to on {len(shown) - real}."
