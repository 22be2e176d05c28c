"""cli: `trucewatch language check|test`."""

from __future__ import annotations

import sys

import click

from trucewatch.cli.console import FAILED, example
from trucewatch.errors import InputError


@click.group("language", epilog=example("trucewatch language test en"))
def command() -> None:
    """Check and test language packs.

    CODE is the ISO 639-1 code of a pack, such as en or fr.
    """


@command.command("check", epilog=example("trucewatch language check en"))
@click.argument("code")
def check(code: str) -> None:
    """Check a pack's files: it loads, every field is known, no phrase is empty, every class in a frame has words."""
    from trucewatch.languages import load
    from trucewatch.languages.check import check_pack

    try:
        pack = load.load_pack(code)
        faults = check_pack(pack, load.HOME / code)
    except InputError as error:
        click.echo(str(error), err=True)
        sys.exit(FAILED)
    for fault in faults:
        click.echo(f"{'' if fault.grave else 'note: '}{code}/{fault}")
    grave = sum(fault.grave for fault in faults)
    click.echo(f"{code}: {len(pack.phrases)} phrases, {len(pack.frames)} frames, {grave or 'no'} mistakes found.")
    sys.exit(FAILED if grave else 0)


@command.command("test", epilog=example("trucewatch language test en"))
@click.argument("code")
@click.option("--open", "show_open", is_flag=True, help="Also say how each open case misses.")
def test(code: str, show_open: bool) -> None:
    """Run the cases beside a pack: each is a sentence with the claims it must give, or must not.

    Cases in open_cases.yaml are counted and do not fail: they say what the program is known to get wrong.
    """
    from trucewatch import extract
    from trucewatch.extract.cases import run_cases
    from trucewatch.languages.cases import OPEN, load_cases

    knowledge = extract.load_knowledge(languages=[code])
    results = run_cases(load_cases(code), knowledge)
    still_open = run_cases(load_cases(code, OPEN), knowledge)
    failed = [result for result in results if not result.passed]
    for result in failed:
        click.echo(f"failed: {result}")
    for result in still_open:
        if result.passed:
            click.echo(f"comes right now, move it to cases.yaml: {result.case.where}: {result.case.text}")
        elif show_open:
            click.echo(f"open: {result}\n  why: {result.case.why}")
    click.echo(f"{code}: {len(results) - len(failed)} of {len(results)} cases passed, {len(still_open)} open.")
    sys.exit(FAILED if failed else 0)
