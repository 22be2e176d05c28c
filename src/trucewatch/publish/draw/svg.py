"""publish: small pieces that drawings share."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_ARABIC = re.compile("[\u0590-\u08ff]")
CHAR = 6.4
"""Mean width of a letter at 12 px, for keeping labels apart; a little wide on purpose."""


def width(text: str) -> float:
    """About how wide a label is, in pixels."""
    return len(text) * CHAR


def shorten(text: str, most: int = 64) -> str:
    """A label cut at a word, with an ellipsis."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,·") + "…"


def label(x: float, y: float, text: str, *, anchor: str = "start", css: str = "") -> Markup:
    """A line of text."""
    if _ARABIC.search(text):
        # The drawing runs left to right; a label in Arabic keeps its own direction within it.
        text = f"\u2067{text}\u2069"
    # Written as it is and escaped by hand: `Markup.format` takes ten times as long, and a chart has hundreds of labels.
    style = f' class="{escape(css)}"' if css else ""
    return Markup(f'<text{style} x="{round(x, 1)}" y="{round(y, 1)}" text-anchor="{anchor}">{escape(text)}</text>')


def line(x1: float, y1: float, x2: float, y2: float, css: str) -> Markup:
    """A straight line of a style."""
    return Markup(f'<line class="{escape(css)}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>')


def tag(x: float, y: float, text: str, *, hollow: bool = False, css: str = "tg") -> Markup:
    """A letter in a circle, hollow for what is not told as having happened."""
    size = 11 if len(text) < 3 else 9
    across, down, style = round(x, 1), round(y, 1), f"{escape(css)}{' hollow' if hollow else ''}"
    return Markup(
        f'<g class="{style}"><circle cx="{across}" cy="{down}" r="9.5"/>'
        f'<text x="{across}" y="{round(y + 4, 1)}" text-anchor="middle" font-size="{size}">{escape(text)}</text></g>'
    )
