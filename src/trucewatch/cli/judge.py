"""cli: `trucewatch judge …`: what people decide about claims and incidents."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from trucewatch.cli import options
from trucewatch.cli.console import example, put
from trucewatch.errors import SettingsError

if TYPE_CHECKING:
    from trucewatch.store import Judged

Command = TypeVar("Command", bound=Callable[..., Any])


@click.group("judge", epilog=example('trucewatch judge same c_1 c_2 --by Leyla --why "one strike, told twice"'))
def command() -> None:
    """Decide about claims and incidents. What is decided is appended, followed from then on, and can be undone.

    Claims themselves never change; a correction is laid over them and shown beside what was read.
    """


def _decides(given: Command) -> Command:
    """--by, --why and --store, which every decision takes."""
    given = options.store(given)
    given = click.option("--why", required=True, metavar="TEXT", help="The reason.")(given)
    return click.option("--by", "who", required=True, metavar="WHO", help="Who decides.")(given)


def _verdict(name: str, verdict: str, about: str, claims: str) -> None:
    @command.command(name, help=about, epilog=example(f"trucewatch judge {name} {claims} --by Leyla --why TEXT"))
    @click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
    @_decides
    def decide(claims: tuple[str, ...], who: str, why: str, directory: Path) -> None:
        from trucewatch import store

        kept = store.open_store(directory)
        _told(store.judge(kept, verdict, claims, store.Word(who, why)))  # type: ignore[arg-type]


_verdict("same", "same", "Hold claims to be about the same thing.", "c_1 c_2")
_verdict("not-same", "not_same", "Hold claims to be about different things, each pair of them.", "c_1 c_2")
_verdict("unsure", "unsure", "Say that you looked and are not sure; it goes into the queue.", "c_1 c_2")
_verdict("accept", "accept", "Hold what claims say to have happened.", "c_1")
_verdict("reject", "reject", "Leave claims out of every incident: they are wrong, or wrongly read.", "c_1")


@command.command("correct", epilog=example("trucewatch judge correct c_1 --set figures.0.high=4 --by Leyla --why TEXT"))
@click.argument("claim")
@click.option(
    "--set",
    "values",
    multiple=True,
    required=True,
    metavar="FIELD=VALUE",
    help="A field of the claim, such as type, place.name or figures.0.low. VALUE is JSON or plain words; null unsets.",
)
@_decides
def correct(claim: str, values: tuple[str, ...], who: str, why: str, directory: Path) -> None:
    """Lay other values over a claim. The claim that was read stays, and is shown beside them."""
    from trucewatch import store

    given = dict(_pair(one) for one in values)
    _told(store.correct(store.open_store(directory), claim, given, store.Word(who, why)))


@command.command("merge", epilog=example("trucewatch judge merge i_1 i_2 --by Leyla --why TEXT"))
@click.argument("incidents", nargs=-1, required=True, metavar="INCIDENT...")
@_decides
def merge(incidents: tuple[str, ...], who: str, why: str, directory: Path) -> None:
    """Hold incidents to be one, with all their claims."""
    from trucewatch import store

    _told(store.merge(store.open_store(directory), incidents, store.Word(who, why)))


@command.command("split", epilog=example("trucewatch judge split i_1 c_3 c_4 --by Leyla --why TEXT"))
@click.argument("incident")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@_decides
def split(incident: str, claims: tuple[str, ...], who: str, why: str, directory: Path) -> None:
    """Take claims out of an incident: they are about one thing, which is not what the others are about."""
    from trucewatch import store

    _told(store.split(store.open_store(directory), incident, claims, store.Word(who, why)))


@command.command("undo", epilog=example("trucewatch judge undo j_12 --by Leyla --why TEXT"))
@click.argument("judgement")
@_decides
def undo(judgement: str, who: str, why: str, directory: Path) -> None:
    """Take a judgement back. It stays in the list, marked as undone."""
    from trucewatch import store

    _told(store.undo(store.open_store(directory), judgement, store.Word(who, why)))


@command.command("list", epilog=example("trucewatch judge list --store idlib"))
@options.store
@options.held
@click.option("--jsonl", is_flag=True, help="Those that stand, as lines that run --judgements takes.")
def listed(directory: Path, held: int | str | None, *, jsonl: bool) -> None:
    """List what was decided, by whom, when and why, and what was undone."""
    from trucewatch import store

    kept = store.held(store.open_store(directory), held)
    if jsonl:
        put(kept.judgements())
        return
    for act in store.acts(kept):
        about = ", ".join(dict.fromkeys(claim for one in act.judgements for claim in one.claims))
        values = ", ".join(
            f"{k}={json.dumps(v, ensure_ascii=False)}" for one in act.judgements for k, v in one.values.items()
        )
        undone = f" [undone by j_{act.undone}]" if act.undone else ""
        what = " ".join(filter(None, (act.what.replace("_", " "), about, values)))
        click.echo(f"{act.id}  {act.when}  {act.who}: {what}: {act.why}{undone}")


@command.command("queue", epilog=example("trucewatch judge queue --store idlib --most 20"))
@options.store
@click.option("--most", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="Of each kind.")
def queued(directory: Path, most: int) -> None:
    """List what waits for a person: potential violations, and joins that nobody is sure of."""
    from trucewatch import store

    waiting = store.queue(store.held(store.open_store(directory)))
    click.echo(f"Potential violations that nobody has looked at: {len(waiting.violations)}")
    for one in waiting.violations[:most]:
        terms = ", ".join(f"{f.agreement} {f.provision} {f.label.replace('_', ' ')}" for f in one.findings)
        click.echo(f"  {one.incident}  {terms}")
        for claim in one.claims:
            click.echo(f"    {claim.id}  {_short(claim.quote)}")
    click.echo(f"Left unsure: {len(waiting.unsure)}")
    for judged in waiting.unsure[:most]:
        click.echo(f"  {', '.join(judged.claims)}  {judged.who}, {judged.when}: {judged.why}")
    click.echo(f"Joins that were close: {len(waiting.doubts)}")
    for doubt in waiting.doubts[:most]:
        click.echo(f"  {' '.join(doubt.pair)}  {'joined' if doubt.joined else 'apart'}: {_short(doubt.why)}")


def _pair(given: str) -> tuple[str, object]:
    """`place.name=Saraqib` as a field and a value: JSON where it is, else the words themselves."""
    name, sign, value = given.partition("=")
    if not sign or not name:
        raise SettingsError(f'"{given}" is no correction. Write it as FIELD=VALUE, such as place.name=Saraqib.')
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def _told(judged: Judged) -> None:
    stood = judged.stood
    click.echo(
        f"{judged.act}: incidents {stood.incidents}, of these {stood.incidents_changed} new or changed; "
        f"findings changed {stood.findings_changed}. To take it back: trucewatch judge undo {judged.act}"
    )


def _short(text: str) -> str:
    """One line of a report's words, kept apart where it runs from right to left."""
    from trucewatch.explain.visible import isolated

    words = " ".join(text.split())
    return isolated(words if len(words) <= 110 else words[:109] + "…", "auto")
