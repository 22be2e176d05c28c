"""serve: the choices of a filter, each with its words and how many incidents it has."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from trucewatch.publish.page import Page
from trucewatch.publish.place_names import place_name
from trucewatch.serve.desk import Desk
from trucewatch.serve.filter import Filter
from trucewatch.store.choices import Counted
from trucewatch.store.held import Held


@dataclass(frozen=True, slots=True)
class Chooser:
    """One condition with its values, as the options of a list: some hundred of them, written once a change."""

    name: str
    options: Markup


def choosers(tools: Page, desk: Desk, kept: Held, asked: Filter) -> list[Chooser]:
    """The conditions that are chosen from a list."""
    told = desk.once(("choosers", tools.words.language), kept, lambda: _told(tools, desk, kept))
    return [Chooser(name, _chosen(options, getattr(asked, name))) for name, options in told]


def _told(tools: Page, desk: Desk, kept: Held) -> list[tuple[str, Markup]]:
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
    conditions = [
        ("type", types),
        ("place", places),
        ("party", parties),
        ("kind", _worded(tools, "web.kinds", there.kinds)),
        ("label", _worded(tools, "labels", there.labels)),
        ("term", _terms(tools, desk, kept)),
    ]
    return [(name, Markup().join(_option(*row) for row in rows)) for name, rows in conditions]


def _worded(tools: Page, group: str, counted: Counted) -> list[tuple[str, str, int]]:
    return [(code, tools.words.text(f"{group}.{code}"), n) for code, n in counted]


def _terms(tools: Page, desk: Desk, kept: Held) -> list[tuple[str, str, int]]:
    found: dict[tuple[str, str], int] = {}
    for (agreement, term, _), n in desk.tally(kept).items():
        found[agreement, term] = found.get((agreement, term), 0) + n
    return [
        (
            f"{a}.{t}",
            f"{a} {tools.plain_ours(tools.ix.provisions[a, t].title)}" if (a, t) in tools.ix.provisions else t,
            n,
        )
        for (a, t), n in found.items()
    ]


def _option(value: str, text: str, n: int) -> Markup:
    return Markup(f'<option value="{escape(value)}">{escape(text)} ({n})</option>')


def _chosen(options: Markup, value: str | None) -> Markup:
    """The options with one of them chosen; a value that is not among them stands first."""
    if value is None:
        return options
    plain = f'<option value="{escape(value)}">'
    chosen = plain.replace(">", " selected>")
    if plain in options:
        return Markup(str(options).replace(plain, chosen, 1))
    return Markup(f"{chosen}{escape(value)}</option>") + options
