"""read: the header that some texts open with: `Title: ...`, `Source: ...`, or the same between lines of `---`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from trucewatch.languages.fold import fold
from trucewatch.model import Span
from trucewatch.read.layout import lines_of

_NAMES = {
    "title": "title headline titre",
    "source": "source outlet publisher",
    "url": "url link address adresse",
    "published": "date published publie",
    "byline": "author by auteur byline",
    "language": "language lang langue",
    "retrieved": "retrieved",
}
KEYS = {name: key for key, names in _NAMES.items() for name in names.split()}
"""Our field by every word, folded, that may stand before a colon."""
MOST_LINES = 15
_ENTRY = re.compile(r"(?P<key>[^\W\d_][\w ]{1,20}?)\s*:\s+(?P<value>\S.{0,500})$")
_FENCE = re.compile(r"---\s*$")


@dataclass(frozen=True, slots=True)
class Header:
    """The fields of a header, and how far into the text it reaches; empty where there is none."""

    fields: dict[str, str] = field(default_factory=dict)
    span: Span | None = None

    @property
    def end(self) -> int:
        """Where the story begins."""
        return self.span[1] if self.span else 0

    def get(self, name: str) -> str | None:
        """A field, None where it is not given."""
        return self.fields.get(name)


def header_of(text: str) -> Header:
    """The header at the very top of a text: at least two lines `key: value` with keys that we know."""
    lines = lines_of(text[:8000])[:MOST_LINES]
    fenced = bool(lines) and _FENCE.match(lines[0].text) is not None
    fields: dict[str, str] = {}
    end = 0
    for line in lines[1:] if fenced else lines:
        if fenced and _FENCE.match(line.text):
            return Header(fields, (lines[0].start, line.end)) if fields else Header()
        entry = _ENTRY.match(line.text)
        key = KEYS.get(fold(entry["key"]).text) if entry else None
        if entry is None or (key is None and not fenced):
            break
        if key:
            fields.setdefault(key, entry["value"].strip("\"' "))
        end = line.end
    return Header(fields, (lines[0].start, end)) if len(fields) >= 2 and not fenced else Header()
