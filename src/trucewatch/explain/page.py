"""explain: a trace as one HTML page that opens anywhere, loads nothing and runs no program."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import Any

import jinja2
import yaml
from markupsafe import Markup

from trucewatch.explain.steps import ReportTrace, SentenceTrace, Word
from trucewatch.explain.visible import visible
from trucewatch.publish.page import Page, bare, direction

LEGEND = ("actor", "place", "time", "number", "act", "speech", "unknown")
"""What a word is underlined as. Other words are known to the pack and carry no line."""
_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)


def html(traces: Sequence[ReportTrace], language: str = "en", *, back: str | None = None) -> str:
    """The traces of one or more reports as a page; the same traces give the same bytes.

    Its frame, names and reasons are in a language of the report; what the engine calls its own stays English. `back`
    is the address that the page leads back to.
    """
    several = len(traces) != 1
    words, tools = _words(language), _tools(language)
    title = words["several"] if several else visible(traces[0].report.title or traces[0].report.id)
    template = _environment().get_template("explain.html.j2")
    return template.render(
        traces=traces,
        title=title,
        title_of=None if several else traces[0].report,
        css=_css(),
        kinds=LEGEND,
        say=words,
        tools=tools,
        back=back,
        many=sum(len(trace.sentences) for trace in traces) > _FOLDED_FROM,
    )


_FOLDED_FROM = 3
"""Sentences on a page beyond which the steps are folded away until they are asked for."""


def pieces(sentence: SentenceTrace) -> Iterator[tuple[str, Word | None]]:
    """A sentence cut into its words and what stands between them; together they give its text back."""
    at, (start, end) = sentence.span[0], sentence.span
    for word in sentence.words:
        if word.kind not in LEGEND or word.span[0] < at:
            continue
        if word.span[0] > at:
            yield sentence.text[at - start : word.span[0] - start], None
        yield sentence.text[word.span[0] - start : word.span[1] - start], word
        at = word.span[1]
    if at < end:
        yield sentence.text[at - start :], None


@functools.cache
def _words(language: str) -> dict[str, Any]:
    text = resources.files("trucewatch.explain").joinpath("words", f"{language}.yaml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - all scalars stay strings


@functools.cache
def _tools(language: str) -> Page:
    """The tools by which our sentences are said in a language, over no record."""
    return bare(language)


@functools.cache
def _css() -> Markup:
    own = resources.files("trucewatch.explain").joinpath("style/explain.css").read_text(encoding="utf-8")
    tokens = resources.files("trucewatch.publish").joinpath("style/tokens.css").read_text(encoding="utf-8")
    return Markup(_COMMENT.sub("", tokens + own).strip())


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("trucewatch.explain"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"visible": visible, "pieces": pieces, "direction": direction}
    return environment
