"""read: web pages. The text by trafilatura, the dates and names from what the page's head says; nothing is executed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from trucewatch.read.calendar_days import checked

MOST_CHARACTERS = 5_000_000
MOST_DEPTH = 400
"""Elements inside one another; pages deeper than this are made to break readers."""

_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
)
"""Names under which pages give the day of publication, the most certain first."""
_UNCOUNTED = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track"))
_CLOSED_BY_THE_NEXT = frozenset(("p", "li", "dt", "dd", "tr", "td", "th", "option", "wbr"))
_VOID = _UNCOUNTED | _CLOSED_BY_THE_NEXT
"""Elements that pages leave open without nesting."""


@dataclass(slots=True)
class Head:
    """What a page says about itself, as written."""

    metas: dict[str, str] = field(default_factory=dict)
    title: str = ""
    language: str | None = None
    canonical: str | None = None
    ld: list[str] = field(default_factory=list)
    depth: int = 0


class _HeadParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.head = Head()
        self._inside: str | None = None
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a tag of the head says, and count how deep the page goes."""
        values = {key: value or "" for key, value in attrs}
        if tag not in _VOID:
            self._depth += 1
            self.head.depth = max(self.head.depth, self._depth)
        if tag == "html":
            self.head.language = values.get("lang") or None
        elif tag == "meta":
            name = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
            if name and values.get("content"):
                self.head.metas.setdefault(name, values["content"])
        elif tag == "link" and values.get("rel") == "canonical":
            self.head.canonical = values.get("href") or None
        elif tag == "title" and not self.head.title:
            self._inside = "title"
        elif tag == "script" and values.get("type") == "application/ld+json" and len(self.head.ld) < 20:
            self._inside = "ld"
            self.head.ld.append("")

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self._inside = None
        if tag not in _VOID:
            self._depth = max(0, self._depth - 1)

    def handle_data(self, data: str) -> None:
        """Keep the words of the title and of linked data."""
        if self._inside == "title":
            self.head.title += data
        elif self._inside == "ld":
            self.head.ld[-1] += data


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page and what its head says; `published` is as the page gives it."""

    text: str
    title: str | None
    byline: str | None
    source: str | None
    url: str | None
    published: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a page has no text, and what to do."""

    reason: str
    remedy: str


def read_page(html: str) -> Page | Unreadable:
    """The story of a page. Bounded in size and depth."""
    if len(html) > MOST_CHARACTERS:
        return Unreadable(f"the page is longer than {MOST_CHARACTERS} characters", "Save the article alone as text.")
    parser = _HeadParser()
    parser.feed(html)
    head = parser.head
    if head.depth > MOST_DEPTH:
        return Unreadable(f"the page nests {head.depth} elements inside one another", "Save the article alone as text.")
    text = _story_of(html)
    if not text:
        return Unreadable("no text was found in the page", "Save the article as text and read that.")
    linked = _linked(head)
    source = head.metas.get("og:site_name") or linked.get("publisher")
    return Page(
        text=text,
        title=_without_site(head.metas.get("og:title") or linked.get("headline") or head.title, source),
        byline=head.metas.get("author") or linked.get("author"),
        source=source,
        url=head.canonical or head.metas.get("og:url"),
        published=_published(head, linked),
        language=(head.language or "")[:2].lower() or None,
    )


def _story_of(html: str) -> str:
    """The paragraphs of the story, a blank line between them."""
    from trafilatura import extract

    text = extract(html, output_format="txt", include_comments=False, favor_recall=True, deduplicate=False) or ""
    return "\n\n".join(line.strip() for line in text.splitlines() if line.strip())


def _without_site(title: str, source: str | None) -> str | None:
    """`Guns fall silent - The Example` without the name of the site."""
    words = " ".join(title.split())
    match = re.fullmatch(r"(.+?)\s+[-|–—]\s+(.+)", words)
    return match[1] if match and source and match[2].casefold() == source.casefold() else words or None


def _published(head: Head, linked: dict[str, str]) -> str | None:
    """The first date that exists; else the first that was given, so that it can be noted."""
    given = [head.metas[name] for name in _DATE_NAMES if name in head.metas] + [
        linked[k] for k in ("datePublished",) if k in linked
    ]
    return next((value for value in given if checked(value)), given[0] if given else None)


def _linked(head: Head) -> dict[str, str]:
    """Headline, date, author and publisher of the page's linked data."""
    found: dict[str, str] = {}
    for text in head.ld:
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(value):
            for key in ("headline", "datePublished", "author", "publisher"):
                if key in node and (words := _words(node[key])):
                    found.setdefault(key, words)
    return found


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    for node in value if isinstance(value, list) else [value]:
        if isinstance(node, dict):
            yield node
            if isinstance(node.get("@graph"), list):
                yield from (inner for inner in node["@graph"] if isinstance(inner, dict))


def _words(value: Any) -> str | None:
    if isinstance(value, list):
        return ", ".join(words for item in value[:10] if (words := _words(item))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() if isinstance(value, str) and value.strip() else None


def looks_like_html(text: str) -> bool:
    """Does a text open as a web page does?"""
    head = text[:4000].lstrip().lower()
    return head.startswith(("<!doctype html", "<html", "<head", "<body")) or (
        head.startswith("<") and re.search(r"<(?:html|body|p|div|article|h1)\b[^<>]*>", head) is not None
    )
