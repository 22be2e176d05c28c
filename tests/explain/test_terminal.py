"""The terminal's view: one sentence by heart, colours that say nothing alone, text that cannot act."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.factories import a_claim, a_report
from trucewatch import explain
from trucewatch.explain.steps import (
    ClauseStep,
    Fact,
    Made,
    Phrase,
    Refused,
    ReportTrace,
    SentenceTrace,
    Value,
    Voice,
    Word,
)  # fmt: skip
from trucewatch.explain.visible import isolated, padded, visible, width

TEXT = "Ankara said two men fell."
HOSTILE = "\x1b[2J<script>alert(1)</script>\u202e\x07"


def _trace(text: str = TEXT, language: str = "en", word: str = "Ankara") -> ReportTrace:
    claim = a_claim("c_1", "harm.killed", quote="two men fell")
    sentence = SentenceTrace(
        (0, len(text)),
        text,
        "lead",
        1,
        (Word((0, 6), word, "name", "actor", (Value("actor TUR (metonym, state)"), Value("place Ankara"))),),
        (Phrase("noun phrase", (0, 6), word, (Fact("actors", (Value("TUR", word),)),)),),
        (
            ClauseStep(
                1, (0, 11), "Ankara said", "said", "main", (Fact("told as", (Value("happened +"),)),), (), "cue"
            ),
            ClauseStep(2, (12, 24), "two men fell", "fell", "complement", (), ("c_1",)),
        ),
        (Voice((12, 24), "two men fell", (Fact("speaker", (Value("party, TUR", word),)),)),),
        (Made(claim, (Fact("figures", (Value("killed: 2", "two"),)), Fact("rule", (Value("en.x"),)))),),
        (Refused((12, 15), "two", "content of “said”", "kin.shelling", "en.y"),),
    )
    return ReportTrace(a_report(text=text, language=language), (sentence,))


def test_a_sentence_is_shown_step_by_step() -> None:
    assert (
        "\n".join(explain.lines(_trace()))
        == """\
report r_1  (en, 2020-02-28, Outlet r_1)

sentence 1, lead, characters 0-25
  Ankara said two men fell.
  words
    Ankara  name      actor    actor TUR (metonym, state)
                               place Ankara
  phrases
    noun phrase     “Ankara”  actors TUR “Ankara”
  clauses
    1 main “Ankara said”
        told as     happened +
        no claim    cue
    2 complement “two men fell”
        gives       c_1
  who says it
    speaker     party, TUR “Ankara”
    says        “two men fell”
  claims made
    c_1  harm.killed  happened +
        figures     killed: 2 “two”
        rule        en.x
  refused
    “two”  (read as kin.shelling, rule en.y)
        content of “said”"""
    )


def test_colours_add_nothing_to_the_text() -> None:
    coloured = "\n".join(explain.lines(_trace(), color=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[\d*m", "", coloured) == "\n".join(explain.lines(_trace()))


def test_a_source_cannot_move_the_cursor_or_turn_the_line() -> None:
    shown = "\n".join(explain.lines(_trace(HOSTILE, word=HOSTILE)))
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "<U+202E>" in shown


def test_text_from_right_to_left_is_kept_apart() -> None:
    shown = list(explain.lines(_trace("قال إن الهدوء عاد", language="ar", word="قال")))
    assert "  \u2067قال إن الهدوء عاد\u2069" in shown
    assert any("“\u2067قال\u2069”" in line for line in shown)
    assert all(line.count("\u2067") + line.count("\u2068") == line.count("\u2069") for line in shown)


def test_columns_stay_aligned_over_signs_without_width() -> None:
    assert width(padded(isolated("قال", "rtl"), 8)) == 8
    assert width("é") == 1
    assert width("東京") == 4


@given(st.text())
def test_what_is_shown_holds_no_control_character(text: str) -> None:
    shown = visible(text)
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 or 0xD800 <= ord(char) < 0xE000 for char in shown)
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029") & set(shown)
    assert visible(shown) == shown
