"""cli: arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from trucewatch.errors import SettingsError
from trucewatch.known import instant

Command = TypeVar("Command", bound=Callable[..., Any])
EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)


def _time(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Refuse what is not a time before any work is done."""
    try:
        if value is not None:
            instant(value)
    except SettingsError as error:
        raise click.BadParameter(str(error)) from error
    return value


def sources(command: Command) -> Command:
    """SOURCES: files, folders or `-`."""
    return click.argument("sources", nargs=-1, required=True, metavar="SOURCES...")(command)


def text_column(command: Command) -> Command:
    """--text-column, for tables of texts."""
    return click.option("--text-column", metavar="NAME", help="The column of a CSV that holds the texts.")(command)


def knowledge(command: Command) -> Command:
    """--gazetteer and --actors: what the user knows beyond the package."""
    command = click.option(
        "--actors", multiple=True, type=EXISTING, metavar="FILE", help="A list of actors beyond the package's own."
    )(command)
    return click.option(
        "--gazetteer", multiple=True, type=EXISTING, metavar="FILE", help="Places beyond the package's own."
    )(command)


def agreements(*, required: bool) -> Callable[[Command], Command]:
    """--agreement NAME, which may repeat."""
    return click.option(
        "--agreement",
        "agreements",
        multiple=True,
        required=required,
        metavar="NAME",
        help="An agreement's folder, or the name of one in the package. May be repeated.",
    )


def jobs(command: Command) -> Command:
    """--jobs N."""
    return click.option(
        "--jobs",
        type=click.IntRange(1, 256),
        default=1,
        show_default=True,
        metavar="N",
        help="Processes that share the extraction; what comes out is the same.",
    )(command)


def as_of(command: Command) -> Command:
    """--as-of K."""
    return click.option(
        "--as-of", callback=_time, metavar="TIME", help="Only what was known by then, such as 2020-03-06T12:00Z."
    )(command)


def known_by(command: Command) -> Command:
    """--known-by."""
    return click.option(
        "--known-by",
        type=click.Choice(["published", "acquired"]),
        default="published",
        show_default=True,
        help="Whether --as-of asks when a report appeared or when it was retrieved.",
    )(command)


def language(command: Command) -> Command:
    """--language."""
    choice = click.Choice(("en", "fr", "ar", "ru", "tr"))
    return click.option("--language", type=choice, default="en", show_default=True, help="Of the report's own words.")(
        command
    )


def unmask(command: Command) -> Command:
    """--unmask."""
    return click.option("--unmask", is_flag=True, help="Show private persons' names in the documents.")(command)


def profile(command: Command) -> Command:
    """--profile FILE."""
    return click.option(
        "--profile", type=EXISTING, metavar="FILE", help="A standard of proof of your own, instead of the package's."
    )(command)


def store(command: Command) -> Command:
    """--store DIR."""
    return click.option(
        "--store",
        "directory",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(),
        metavar="DIR",
        help="The store's folder; the current one without it.",
    )(command)


def held(command: Command) -> Command:
    """--held WHEN."""
    return click.option(
        "--held",
        callback=_change,
        metavar="WHEN",
        help="As the store stood then: a number of `trucewatch log`, or a time.",
    )(command)


def _change(ctx: click.Context, param: click.Parameter, value: str | None) -> int | str | None:
    """A number of the log, or a time."""
    return int(value) if value is not None and value.isdigit() and len(value) != 4 else _time(ctx, param, value)
