"""cli: `trucewatch search`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from trucewatch.cli import options
from trucewatch.cli.console import example

if TYPE_CHECKING:
    from trucewatch.store.search import Excerpt


@click.command(
    "search", short_help="Find words in a store.", epilog=example("trucewatch search إطلاق النار --store idlib")
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@options.store
@options.held
@click.option("--most", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="Reports to show.")
def command(words: tuple[str, ...], directory: Path, held: int | str | None, most: int) -> None:
    """Find the reports that hold all of WORDS, however they are written: case, accents and letter forms do not count.

    shell* finds what begins so; '"words in a row"' finds them so. Shows the words around, and their claims.
    """
    from trucewatch import store

    kept = store.held(store.open_store(directory), held)
    found = store.search(kept, " ".join(words), most=most)
    for one in found:
        report = one.report
        click.echo("  ".join(filter(None, (report.id, report.published, report.source, report.title))))
        for excerpt in one.excerpts:
            click.echo(f"    {_marked(excerpt)}")
        if one.claims:
            click.echo(f"    claims: {', '.join(one.claims)}")
    if not found:
        click.echo("Nothing held has these words.", err=True)


def _marked(excerpt: Excerpt) -> str:
    """The words around, with what was found bold on a terminal and in [brackets] elsewhere."""
    pieces, last = [], 0
    for start, end in excerpt.found:
        word = excerpt.text[start:end]
        pieces += [excerpt.text[last:start], click.style(word, bold=True) if sys.stdout.isatty() else f"[{word}]"]
        last = end
    return " ".join("".join([*pieces, excerpt.text[last:]]).split())
