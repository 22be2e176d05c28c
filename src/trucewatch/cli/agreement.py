"""cli: `trucewatch agreement check|test|show`."""

from __future__ import annotations

import sys

import click

from trucewatch.cli.console import FAILED, example
from trucewatch.errors import InputError


@click.group("agreement", epilog=example("trucewatch agreement show idlib-2020"))
def command() -> None:
    """Check, test and show agreements.

    NAME is an agreement's folder, or the name of one in the package.
    """


@command.command("check", epilog=example("trucewatch agreement check my-agreement/"))
@click.argument("name")
def check(name: str) -> None:
    """Check an agreement's files: every zone, party, act and anchor that is named must be there."""
    from trucewatch import assess

    try:
        stack = assess.load_stack([name])
    except InputError as error:
        click.echo(str(error), err=True)
        sys.exit(FAILED)
    for agreement in stack:
        click.echo(f"{agreement.id}: {len(agreement.provisions)} provisions, no mistakes found.")


@command.command("test", epilog=example("trucewatch agreement test idlib-2020"))
@click.argument("name")
def test(name: str) -> None:
    """Run the cases beside an agreement: each tells of an incident and the label it must get."""
    from trucewatch import assess

    outcomes = assess.run_cases(name)
    failed = [outcome for outcome in outcomes if not outcome.passed]
    for outcome in failed:
        click.echo(f"failed: {outcome.name}: {outcome.why}")
    click.echo(f"{name}: {len(outcomes) - len(failed)} of {len(outcomes)} cases passed.")
    sys.exit(FAILED if failed else 0)


@command.command("show", epilog=example("trucewatch agreement show idlib-2018"))
@click.argument("name")
def show(name: str) -> None:
    """Show an agreement in plain words: who is bound to what, where, from when, with which exceptions."""
    from trucewatch import assess

    for agreement in assess.load_stack([name]):
        click.echo(assess.show_text(agreement))
