"""The page: everything escaped, nothing loaded, each language in its own direction."""

from __future__ import annotations

import ast
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.factories import a_report
from trucewatch import explain
from trucewatch.explain.page import LEGEND, _words
from trucewatch.extract import Knowledge
from trucewatch.publish.wording import LANGUAGES

HOSTILE = 'Ankara said "<script>alert(1)</script>" <img src=x onerror=alert(2)> near Saraqib\x1b[2J \u202e.'


class _Tags(HTMLParser):
    """Collects the tags with their attributes, and checks that they close in order."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _page(knowledge: Knowledge, *texts: str, language: str = "en", **fields: str) -> str:
    reports = [a_report(f"r_{n}", text=text, language=language, **fields) for n, text in enumerate(texts)]
    return explain.html([explain.trace(report, knowledge) for report in reports])


def test_text_of_a_source_is_escaped_everywhere(knowledge: Knowledge) -> None:
    page = _page(knowledge, HOSTILE, HOSTILE, title=HOSTILE, source=HOSTILE)
    tags = _Tags(page)
    assert tags.open == []
    assert not {"script", "img"} & {tag for tag, _ in tags.found}
    assert not {"\x1b", "\u202e"} & set(page)


def test_the_page_loads_nothing(knowledge: Knowledge) -> None:
    page = _page(knowledge, "Two soldiers were killed near Saraqib on Tuesday.")
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    links = [attrs[name] or "" for _, attrs in _Tags(page).found for name in ("src", "href") if name in attrs]
    assert links
    assert all(link.startswith("#") for link in links)
    assert "url(" not in page


def test_every_link_leads_to_a_place_that_is_there_once(knowledge: Knowledge) -> None:
    page = _page(knowledge, "Two soldiers were killed near Saraqib, Ankara said. Moscow denied it.", "It rained.")
    found = _Tags(page).found
    ids = [attrs["id"] for _, attrs in found if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {attrs["href"] for tag, attrs in found if tag == "a"} <= {f"#{id_}" for id_ in ids}


def test_words_of_a_source_carry_language_and_direction(knowledge: Knowledge) -> None:
    page = _page(knowledge, "گفت آرامش بازگشته است", language="fa")
    said = next(attrs for tag, attrs in _Tags(page).found if tag == "p" and "said" in (attrs.get("class") or ""))
    assert (said["lang"], said["dir"]) == ("fa", "rtl")
    assert "There is no pack for the language" in page


def test_kinds_of_words_are_told_apart_by_the_shape_of_their_lines(knowledge: Knowledge) -> None:
    page = _page(knowledge, "Ankara said two men were shelled near Saraqib on Tuesday.")
    style = page.partition("<style>")[2].partition("</style>")[0]
    shapes = dict(re.findall(r"\.w-(\w+) \{ text-decoration-style: (\w+)", style))
    assert len({shapes[kind] for kind in ("actor", "place", "time", "number", "act")}) == 5
    assert all(f'class="w w-{kind}"' in page for kind in ("actor", "act", "place", "time", "number"))


def test_the_same_trace_gives_the_same_page(knowledge: Knowledge) -> None:
    text = "Two soldiers were killed near Saraqib on Tuesday."
    assert _page(knowledge, text) == _page(knowledge, text)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_is_in_a_language_of_the_report_and_what_stays_english_is_marked(
    knowledge: Knowledge, code: str
) -> None:
    text = (
        "ARIHA, March 9, 2020 - At least two shells fell on Ariha on Sunday, killing a child, residents said. "
        "The minister denied that his forces had shelled the town. If they attack, we will respond."
    )
    told = explain.html(
        [explain.trace(a_report("r_1", text=text, language="en", published="2020-03-09"), knowledge)],
        code,
        back="/x/reports/r_1",
    )
    found = _Tags(told).found
    assert found[0] == ("html", {"lang": code, "dir": "rtl" if code == "ar" else "ltr"})
    assert ("a", {"href": "/x/reports/r_1"}) in found
    if code != "en":
        for word in ("Skip to", "Refused", "Who says it", "No claim", "Clauses", "<dt>words", "hangs on “"):
            assert word not in told, word
        assert '<span lang="en" dir="ltr">' in told


def test_the_words_of_the_page_are_the_same_in_every_language_and_name_every_fact() -> None:
    tables = {code: _words(code) for code in LANGUAGES}
    english = tables["en"]
    for code, table in tables.items():
        assert table.keys() == english.keys(), code
        assert table["facts"].keys() == english["facts"].keys(), code
        assert table["legend"].keys() == set(LEGEND), code
    named: set[str] = set()
    for path in Path(explain.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Tuple)
                and len(node.elts) == 2
                and isinstance(node.elts[1], (ast.List, ast.ListComp))
            ):
                first = node.elts[0]
                named |= {first.value} if isinstance(first, ast.Constant) and isinstance(first.value, str) else set()
    assert len(named) > 20
    assert named - english["facts"].keys() == set()
