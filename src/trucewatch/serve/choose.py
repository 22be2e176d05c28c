"""serve: the choices of a filter, each with its words and how many incidents it has."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.publish.page import Page
from trucewatch.publish.place_names import place_name
from trucewatch.serve.desk import Desk
from trucewatch.serve.filter import Filter
from trucewatch.store.choices import Counted
from trucewatch.store.held import Held


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a condition; `text` is plain, since lists of choices hold no markup."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Chooser:
    """One condition with its values."""

    name: str
    options: tuple[Option, ...]


def choosers(tools: Page, desk: Desk, kept: Held, asked: Filter) -> list[Chooser]:
    """The conditions that are chosen from a list."""
    told = desk.once(("choosers", tools.words.language), kept, lambda: _told(tools, desk, kept))
    return [_chooser(name, rows, getattr(asked, name)) for name, rows in told]


def _told(tools: Page, desk: Desk, kept: Held) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """Each condition with its values, their words and how many incidents have them."""
    there = desk.choices(kept)
    families: dict[str, int] = {}
    for code, n in there.types:
        families[code.partition(".")[0]] = families.get(code.partition(".")[0], 0) + n
    types = [(code, tools.words.named("families", code) or code, n) for code, n in families.items()]
    types += [(code, f"– {tools.plain_type(code)}", n) for code, n in there.types]
    types.sort(key=lambda row: (row[0].partition(".")[0], "." in row[0], row[1]))
    language = tools.words.language
    places = [(id_, name, n) for id_, n in there.places if (name := place_name(id_, language)) is not None]
    parties = [(id_, tools.plain_actor(id_, id_), n) for id_, n in there.parties]
    return [
        ("type", types),
        ("place", places),
        ("party", parties),
        ("kind", _worded(tools, "web.kinds", there.kinds)),
        ("label", _worded(tools, "labels", there.labels)),
        ("term", _terms(tools, desk, kept)),
    ]


def _worded(tools: Page, group: str, counted: Counted) -> list[tuple[str, str, int]]:
    return [(code, tools.words.text(f"{group}.{code}"), n) for code, n in counted]


def _terms(tools: Page, desk: Desk, kept: Held) -> list[tuple[str, str, int]]:
    found: dict[tuple[str, str], int] = {}
    for (agreement, term, _), n in desk.tally(kept).items():
        found[agreement, term] = found.get((agreement, term), 0) + n
    return [
        (f"{a}.{t}", f"{a} {tools.ix.provisions[a, t].title}" if (a, t) in tools.ix.provisions else t, n)
        for (a, t), n in found.items()
    ]


def _chooser(name: str, rows: list[tuple[str, str, int]], chosen: str | None) -> Chooser:
    options = [Option(value, f"{text} ({n})", value == chosen) for value, text, n in rows]
    if chosen is not None and not any(option.chosen for option in options):
        options.insert(0, Option(chosen, chosen, True))
    return Chooser(name, tuple(options))
