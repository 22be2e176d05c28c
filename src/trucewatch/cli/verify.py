"""cli: `trucewatch verify`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import FAILED, example

RUN = click.Path(exists=True, path_type=Path)


@click.command(
    "verify",
    short_help="Whether findings stand, or a store is whole.",
    epilog=example("trucewatch verify out/"),
)
@click.argument("runs", nargs=-1, type=RUN, metavar="[FINDINGS]...")
@options.profile
@click.option(
    "--coverage", type=options.EXISTING, metavar="FILE", help="What was stated to be seen, where findings rest on it."
)
@click.option(
    "--deep", is_flag=True, help="Also work out all incidents and findings of the store at once, and compare."
)
@options.store
def command(
    *, runs: tuple[Path, ...], profile: Path | None, coverage: Path | None, deep: bool, directory: Path
) -> None:
    """Look whether findings are what the claims and the text give, or whether a store is what it was.

    FINDINGS are folders that run wrote, or the findings.jsonl in them. Every finding is worked out a second time, by
    code that shares nothing with the first, and what differs is refused: "label says supported, the claims give
    possible". A run that had a profile of your own needs the same --profile, and a store's report that rests on stated
    coverage the same --coverage.

    Without FINDINGS the store: originals against their SHA-256, the log against its chain of hashes and against the
    rows that each change brought, every reference and every quotation, and its findings as above. With --deep all
    incidents and findings are also worked out at once, taking nothing over, and compared with what stands.
    """
    if runs:
        _runs(runs, profile, coverage)
    else:
        _store(directory, deep=deep)


def _runs(runs: Sequence[Path], profile: Path | None, coverage: Path | None) -> None:
    from trucewatch import assess, check, folder

    standard = check.Standard.of(assess.load_profile(profile) if profile else assess.load_profile())
    refused = held = 0
    for path in runs:
        record = folder.load(path if path.is_dir() else path.parent)
        seen = assess.load_coverage(coverage, zones=assess.zone_names(record.agreements)) if coverage else ()
        told = check.verify(check.given(record, standard, seen))
        for one in told:
            click.echo(f"{path}: {one.where}: {one.why}.")
        refused, held = refused + len(told), held + len(record.findings)
    if refused:
        click.echo(f"{refused} things do not stand. Make the run again from the reports, and compare.", err=True)
        sys.exit(FAILED)
    click.echo(f"{held} findings stand: each is what its claims and the text give.")


def _store(directory: Path, *, deep: bool) -> None:
    from trucewatch import store

    kept = store.open_store(directory)
    faults = store.verify(kept, thorough=deep)
    for fault in faults:
        click.echo(f"{fault.where}: {fault.what}.")
    if faults:
        click.echo(f"{len(faults)} things are wrong. Restore a backup: trucewatch restore FILE DIR", err=True)
        sys.exit(FAILED)
    last = kept.entries()[-1]
    click.echo(f"Nothing is wrong: {last.n} changes, the last of {last.at}, its hash {last.hash}.")
