"""Reads a page of the report for tests: its ids, links, loaded things and visible words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_SILENT = ("style", "script")


@dataclass
class Seen(HTMLParser):
    """What a page holds."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
        if tag in ("a", "use") and "href" in given:
            self.links.append(given["href"])
        if tag in _SILENT:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.words.append(data)

    @property
    def text(self) -> str:
        """The visible words, parted by spaces."""
        return re.sub(r"\s+", " ", " ".join(self.words))

    @property
    def labels(self) -> str:
        """The words that only a screen reader says."""
        return " ".join(given.get("aria-label", "") for _, given in self.tags)


def seen(page: str) -> Seen:
    """A page, read."""
    reader = Seen()
    reader.feed(page)
    reader.close()
    return reader
