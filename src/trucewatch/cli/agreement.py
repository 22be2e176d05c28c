"""cli: `trucewatch agreement check|test|show|diff|new|adopt`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import FAILED, example
from trucewatch.errors import InputError


@click.group("agreement", epilog=example("trucewatch agreement show idlib-2020"))
def command() -> None:
    """Check, test, show, compare and begin agreements, and take them into a store.

    NAME is an agreement's folder, or the name of one in the package.
    """


@command.command("check", epilog=example("trucewatch agreement check my-agreement/"))
@click.argument("name")
def check(name: str) -> None:
    """Check an agreement's files: every zone, party, act and anchor that is named must be there.

    For each file of its words in another language, it says what that lacks.
    """
    from trucewatch import assess

    try:
        stack = assess.load_stack([name])
    except InputError as error:
        click.echo(str(error), err=True)
        sys.exit(FAILED)
    for agreement in stack:
        click.echo(f"{agreement.id}: {len(agreement.provisions)} provisions, no mistakes found.")
        for language in sorted(agreement.words):
            lacking = assess.lacking_words(agreement, language)
            click.echo(f"  words.{language}.yaml: {_lacks(lacking) if lacking else 'complete.'}")


def _lacks(paths: list[str]) -> str:
    """What a file of words lacks, the first of many by name."""
    shown = ", ".join(paths[:8])
    return f"lacks {len(paths)}: {shown}{', …' if len(paths) > 8 else '.'}"


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


@command.command("show", epilog=example("trucewatch agreement show idlib-2018 --html idlib.html"))
@click.argument("name")
@click.option("--html", "target", type=click.Path(dir_okay=False, path_type=Path), help="Write a page with a map here.")
@options.language
def show(name: str, target: Path | None, language: str) -> None:
    """Show an agreement in plain words: who is bound to what, where, from when, with which exceptions."""
    from trucewatch import __version__, assess, publish

    stack = assess.load_stack([name])
    if target is None:
        for agreement in stack:
            click.echo(assess.show_text(agreement))
        return
    target.write_text(publish.agreement_html(stack, __version__, language=language), encoding="utf-8")
    click.echo(f"wrote {target}")


@command.command("diff", epilog=example("trucewatch agreement diff idlib-2018 idlib-2020"))
@click.argument("before")
@click.argument("after")
def diff(before: str, after: str) -> None:
    """Tell what one text or version has that another has not: terms, parties, dates, numbers, zones.

    BEFORE and AFTER are folders or names. The status is 1 where they differ.
    """
    from trucewatch import assess

    changes = assess.compare(assess.load_agreement(before), assess.load_agreement(after))
    for change in changes:
        click.echo(str(change))
    click.echo(f"{len(changes)} difference(s).")
    sys.exit(FAILED if changes else 0)


@command.command("new", epilog=example("trucewatch agreement new my-truce --kind prohibition --kind quota"))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--kind", "kinds", multiple=True, help="A kind of term to put in; repeatable. All by default.")
def new(folder: Path, kinds: tuple[str, ...]) -> None:
    """Begin an agreement in FOLDER: a commented file in which each TODO is to be filled, then `check` accepts it."""
    from trucewatch import assess

    for path in assess.begin(folder, kinds):
        click.echo(f"wrote {path}")


@command.command(
    "adopt",
    epilog=example('trucewatch agreement adopt my-agreement/ --store idlib --by Leyla --why "annex signed on 6 March"'),
)
@click.argument("name")
@options.store
@click.option("--by", "who", required=True, metavar="WHO", help="Who decides.")
@click.option("--why", required=True, metavar="TEXT", help="The reason.")
def adopt(name: str, directory: Path, who: str, why: str) -> None:
    """Take a changed text, or one more agreement, into a store.

    Findings are worked out anew under it; what was said before keeps the text it was said under, and comes out again
    byte for byte with --held. Texts that it stands on are taken in where the store holds none of them.
    """
    from trucewatch import store

    done = store.adopt(store.open_store(directory), name, store.Word(who, why))
    how = "another text of it was held" if done.replaced else "new in this store"
    under = f"; with it {', '.join(done.supports)}" if done.supports else ""
    click.echo(f"Change {done.n}: adopted {done.agreement} ({how}){under}.")
    click.echo(f"Findings {done.stood.findings}, of these {done.stood.findings_changed} new or changed.")
