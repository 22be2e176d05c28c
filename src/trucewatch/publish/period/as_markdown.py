"""period: a report as Markdown (CommonMark with tables), for mail and for other programs."""

from __future__ import annotations

import re

from trucewatch.publish.period.blocks import Block, Document, Facts, Grid, Heading, Para, Points, Words

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def markdown(made: Document) -> bytes:
    """The text in UTF-8. Everything that is not ours is escaped, so that no words of a source become markup."""
    return ("\n\n".join(_block(block) for block in made.blocks) + "\n").encode("utf-8", "replace")


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_plain(block.text)}"
    if isinstance(block, Para):
        return f"*{_plain(block.text)}*" if block.soft else _plain(block.text)
    if isinstance(block, Facts):
        return "\n".join(f"- **{_plain(name)}**: {_plain(value)}" for name, value in block.rows)
    if isinstance(block, Points):
        return "\n".join(f"- {_plain(item)}" for item in block.items)
    if isinstance(block, Words):
        return f"> {_plain(block.text)}\n>\n> {_plain(block.cite)}"
    return _grid(block)


def _grid(block: Grid) -> str:
    rows = [block.heads, tuple("---" for _ in block.heads), *block.rows]
    lines = [f"| {' | '.join(cell if cell == '---' else _plain(cell) for cell in row)} |" for row in rows]
    return "\n".join([f"**{_plain(block.title)}**", "", *lines])
