"""assess: a text in whose place another of the same stack stands: it ends when that one enters into force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from trucewatch.model import Agreement

END = "superseded"
"""The anchor, beside those of its file, at which such a text ends."""


def ended(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """The same texts in the same order, each superseded one with its end; hashes stay those of the files."""
    stack = tuple(agreements)
    heirs = {old: text for text in stack for old in text.supersedes}
    return tuple(_until(text, heirs[text.id]) if text.id in heirs else text for text in stack)


def _until(text: Agreement, heir: Agreement) -> Agreement:
    """The text until its heir's entry into force; one whose day is not known ends nothing yet."""
    entry = heir.anchors.get(heir.effective or "")
    if entry is None or entry.earliest is None or entry.latest is None:
        return text
    own = text.anchors.get(text.ends or "")
    if own is not None and own.latest is not None and own.latest <= entry.earliest:
        return text
    end = replace(entry, id=END, why=f"{heir.title} stands in its place.")
    return replace(text, ends=END, anchors={**text.anchors, END: end})
