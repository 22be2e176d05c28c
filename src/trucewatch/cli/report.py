"""cli: `trucewatch report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucewatch.cli import options
from trucewatch.cli.console import example
from trucewatch.errors import SettingsError

if TYPE_CHECKING:
    from trucewatch.known import KnownBy
    from trucewatch.model import Record
    from trucewatch.publish.period import Plan
    from trucewatch.store import Store


@click.command(
    "report",
    short_help="Write the report on what a store holds.",
    epilog=example("trucewatch report --store idlib --as-of 2020-03-06T12:00Z --out report"),
)
@options.store
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), required=True, metavar="DIR", help="Where results go."
)
@click.option("--period", metavar="DAYS", help="The report of 2020-03-06, 2020-03-06/2020-03-07 or 2020-W10 instead.")
@click.option("--cutoff", default="24:00", show_default=True, metavar="HH:MM", help="Of a period: known when.")
@click.option("--zone", default="UTC", show_default=True, metavar="NAME", help="Of a period: the clock of its days.")
@click.option(
    "--format", "forms", type=click.Choice(["html", "md", "docx"]), multiple=True, help="Of a period; all without it."
)
@options.language
@options.as_of
@options.known_by
@options.held
@click.option(
    "--differences",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="An earlier report's folder: write what changed since, with the cause, as differences.jsonl and .txt.",
)
@options.unmask
def command(
    *,
    directory: Path,
    out: Path,
    period: str | None,
    cutoff: str,
    zone: str,
    forms: tuple[str, ...],
    language: str,
    as_of: str | None,
    known_by: str,
    held: int | str | None,
    differences: Path | None,
    unmask: bool,
) -> None:
    """Write what a store holds as run writes it: the record as lines, and the report, the table and the map's data.

    --as-of asks what had appeared by an instant; --held asks it of the store as it stood then, so that an old report
    comes out byte for byte the same, whatever came in later.

    With --period it is the daily or weekly report instead, of what was known at the cut-off, beside the period before.
    """
    from trucewatch import folder, store
    from trucewatch.cli import summary

    if out.resolve() == directory.resolve():
        raise SettingsError(f"--out {out}: that is the store itself. Name another folder.")
    kept = store.open_store(directory)
    entry = kept.at(held)
    basis: KnownBy = "acquired" if known_by == "acquired" else "published"
    if period is not None:
        asked = _planned(period, cutoff, zone, as_of)
        _write_period(kept, asked, out, forms, basis, entry.n, language=language, unmask=unmask)
        return
    if language != "en" or forms:
        raise SettingsError("--language and --format belong to --period; `trucewatch publish` writes this report anew.")
    known = store.Known(as_of, basis, entry.n)
    record = store.record(kept, known)
    folder.save(record, out, unmask=unmask)
    if differences is not None:
        _since(folder.load(differences), record, out)
    click.echo(summary.text(record, out), err=True)
    click.echo(f"To make it again, whatever comes in later: add --held {entry.n}.", err=True)


def _since(before: Record, now: Record, out: Path) -> None:
    """Write what a record says otherwise than an earlier one, for programs and for people."""
    from trucewatch import hindsight
    from trucewatch.model.codec import dump_lines

    found = hindsight.differences(before, now)
    with (out / "differences.jsonl").open("w", encoding="utf-8", newline="\n") as stream:
        dump_lines(found, stream)
    text = "\n".join(hindsight.lines(found)) + "\n"
    (out / "differences.txt").write_text(text, encoding="utf-8", newline="\n")
    click.echo(
        f"Differences from the earlier report: {len(found)}, in {(out / 'differences.txt').as_posix()}", err=True
    )


def _planned(period: str, cutoff: str, zone: str, as_of: str | None) -> Plan:
    from trucewatch.publish.period import plan

    if as_of is not None:
        raise SettingsError("--as-of and --period: a period says with --cutoff what was known. Leave --as-of out.")
    return plan(period, cutoff, zone)


def _write_period(
    kept: Store, asked: Plan, out: Path, forms: tuple[str, ...], basis: KnownBy, n: int, *, language: str, unmask: bool
) -> None:
    from trucewatch import store
    from trucewatch.publish.period import FORMS, Period, document, write

    now, before = (store.record(kept, store.Known(at, basis, n)) for at in (asked.cutoff, asked.before))
    seen = tuple(one for _, one in store.watches(store.held(kept, n)))
    made = document(Period(asked, now, before, n, seen), language, unmask=unmask)
    name = f"period-{asked.first}" if asked.first == asked.last else f"period-{asked.first}-{asked.last}"
    for path in write(made, out, forms or tuple(FORMS), name):
        click.echo(f"The report: {path}", err=True)
    click.echo(f"To make it again, whatever comes in later: add --held {n}.", err=True)
