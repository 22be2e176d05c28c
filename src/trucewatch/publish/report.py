"""publish: the HTML report: one file that opens anywhere, loads nothing and runs no program."""

from __future__ import annotations

import functools
import re
from importlib import resources

import jinja2
from markupsafe import Markup

from trucewatch.model import Record
from trucewatch.publish.draw.map import draw_map
from trucewatch.publish.draw.timeline import draw_timeline
from trucewatch.publish.page import Page, page
from trucewatch.publish.views import (
    aside,
    coverage,
    findings,
    header,
    incidents,
    ledger,
    lineage,
    reported,
    terms,
    voices,
)

_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)


def html(record: Record, *, language: str = "en", unmask: bool = False) -> str:
    """The report on a record as one HTML page; the same record gives the same bytes."""
    tools = page(record, language, unmask=unmask)
    return environment().get_template("report.html.j2").render(_sections(tools))


def _sections(tools: Page) -> dict[str, object]:
    """What the template is filled with, by section."""
    record = tools.ix.record
    return {
        "page": tools,
        "f": tools.f,
        "say": tools.f.say,
        "css": css(),
        "agreement_names": [name for a in record.agreements for name in (a.id, f"agreement {a.id}")],
        "sample": Markup('<span class="source">{}</span>').format(tools.f.say("how.serif")),
        "record": record,
        "header": header.header(tools),
        "stacks": terms.stacks(tools),
        "groups": findings.groups(tools),
        "timeline": draw_timeline(tools),
        "map": draw_map(tools),
        "ledger": ledger.ledger(tools),
        "events": incidents.entries(tools, "military"),
        "diplomatic": incidents.shelves(tools, "diplomatic"),
        "terms_told": incidents.shelves(tools, "terms"),
        "reported": reported.rows(tools),
        "figures": incidents.entries(tools, "figures"),
        "background": incidents.shelves(tools, "background"),
        "lineage": lineage.forest(tools),
        "strip": coverage.strip(tools),
        "voices": voices.voices(tools),
        "silent": voices.silent(tools),
        "report_rows": coverage.report_rows(tools),
        "asides": aside.asides(tools),
    }


@functools.cache
def css() -> Markup:
    """The style of our pages, without its comments."""
    style = resources.files("trucewatch.publish").joinpath("style")
    text = "".join(style.joinpath(name).read_text(encoding="utf-8") for name in ("tokens.css", "report.css"))
    return Markup(_COMMENT.sub("", text).strip())


@functools.cache
def environment() -> jinja2.Environment:
    """The templates of our pages; what is not there stops the page, and all text is escaped."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader("trucewatch.publish"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
