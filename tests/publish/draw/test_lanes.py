"""Marks of the timeline that never lie on one another."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.publish.sample_record import record
from trucewatch.publish.draw.lanes import Lane, Mark, draw_lane
from trucewatch.publish.page import page

TOOLS = page(record(), "en", unmask=False)
EDGES = (92, 1096)


@given(st.lists(st.tuples(st.floats(100, 1090), st.text("abc ", max_size=30)), max_size=30))
def test_every_mark_is_drawn_or_counted(items: list[tuple[float, str]]) -> None:
    marks = [Mark(x, None, "event", text) for x, text in items]
    drawn, height = draw_lane(TOOLS, Lane("Events", marks, 6), 0, EDGES)
    shown = drawn.count('class="ev"')
    more = re.search(r"(\d+) more in the list", str(drawn))
    assert shown + (int(more[1]) if more else 0) == len(marks)
    assert height > 0


def test_two_marks_on_one_day_take_two_rows() -> None:
    marks = [Mark(500, None, "event", "one"), Mark(500, None, "event", "two")]
    drawn, _ = draw_lane(TOOLS, Lane("Events", marks, 6), 0, EDGES)
    rows = re.findall(r'class="ev" cx="500" cy="([\d.]+)"', str(drawn))
    assert len(set(rows)) == 2


def test_a_label_at_the_right_edge_stands_on_the_left() -> None:
    drawn, _ = draw_lane(TOOLS, Lane("Events", [Mark(1080, None, "event", "a long label here")], 3), 0, EDGES)
    assert 'text-anchor="end">a long label here' in drawn
