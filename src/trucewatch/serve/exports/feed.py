"""serve: an Atom feed (RFC 4287) of what the store learned last under a filter."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from trucewatch.model import Incident
from trucewatch.publish.marking import marking_of
from trucewatch.publish.page import Page, striptags
from trucewatch.publish.views.header import strictest
from trucewatch.publish.views.incidents import title
from trucewatch.serve import look
from trucewatch.serve.desk import Desk
from trucewatch.serve.filter import Filter
from trucewatch.store import ask

SIZE = 50
_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))
"""Characters that XML does not allow."""


def atom(desk: Desk, asked: Filter, address: str, language: str) -> str:
    """The feed; an entry's id stays as long as its incident stands, its day is that of the change that brought it."""
    kept = desk.kept()
    found = ask.latest(kept, asked.where(), size=SIZE)
    tools = look.page_of(desk, kept, desk.listed(kept, [one for _, one in found]), language)
    at = {entry.n: entry.at for entry in desk.entries(kept)}
    rows = [_entry(tools, one, at[n], _base(address)) for n, one in found]
    marking = strictest(tools)
    updated = max((at[n] for n, _ in found), default=desk.entries(kept)[-1].at)
    head = (
        f"<id>{escape(address)}</id><title>Trucewatch</title><updated>{updated}</updated>"
        f'<author><name>Trucewatch</name></author><link rel="self" href={quoteattr(address)}/>'
        f"{f'<rights>{marking}</rights>' if marking else ''}"
    )
    opening = f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">'
    return f'<?xml version="1.0" encoding="utf-8"?>\n{opening}{head}{"".join(rows)}</feed>\n'


def _entry(tools: Page, one: Incident, at: str, base: str) -> str:
    link = quoteattr(base + tools.to("i", one.id))
    told = f"<title>{_text(striptags(title(tools, one)))}</title><updated>{at}</updated>"
    summary = f"<summary>{_text(_where(tools, one))}</summary>"
    marking = marking_of(one, tools.ix)
    summary += f"<rights>{marking}</rights>" if marking else ""
    return f"<entry><id>urn:trucewatch:{escape(one.id)}</id>{told}{summary}<link href={link}/></entry>"


def _where(tools: Page, one: Incident) -> str:
    return " · ".join(str(part) for part in (tools.plain.place(one.place), striptags(tools.plain.time(one.time))))


def _base(address: str) -> str:
    return "/".join(address.split("/")[:3])


def _text(words: str) -> str:
    return escape(words.translate(_XML))
