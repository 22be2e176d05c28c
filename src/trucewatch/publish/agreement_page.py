"""publish: a text on its own as one HTML page, with the map of its zones; it loads nothing and runs no program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from trucewatch.model import Agreement, Record
from trucewatch.model.record import RunInfo
from trucewatch.publish.draw.map import draw_map
from trucewatch.publish.page import page
from trucewatch.publish.report import css, environment
from trucewatch.publish.views.agreement import text_page


def agreement_html(stack: Sequence[Agreement], version: str, *, language: str = "en") -> str:
    """The first text of a stack as a page, each text it stands on below it; the same texts give the same bytes."""
    held = Record((), (), (), (), tuple(stack), (), (), RunInfo(version))
    shown = []
    for number, agreement in enumerate(stack):
        tools = page(Record((), (), (), (), (agreement,), (), (), RunInfo(version)), language, unmask=False)
        drawn = draw_map(tools)
        if drawn is not None:  # Ids are of the whole page, and each map has a frame of its own.
            drawn = replace(drawn, svg=Markup(drawn.svg.replace("mclip", f"mclip{number}")))
        shown.append((text_page(tools, agreement), drawn))
    tools = page(held, language, unmask=False)
    return (
        environment()
        .get_template("agreement.html.j2")
        .render(page=tools, f=tools.f, say=tools.f.say, css=css(), texts=shown)
    )
