"""What a list reads of the store, which is less than the store has, tells every line as all of it would."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.publish.draw.map import draw_map
from trucewatch.publish.views.incidents import row
from trucewatch.serve import look
from trucewatch.serve.desk import Desk
from trucewatch.store import Where


@pytest.mark.parametrize("language", look.languages())
def test_lines_of_a_list_are_the_same_from_the_little_that_is_read_for_them(made: Path, language: str) -> None:
    desk = Desk.at(made)
    kept = desk.kept()
    told = []
    for lines in (True, False):
        found = desk.page(kept, Where(), size=500, lines=lines).items
        tools = look.page_of(desk, kept, desk.listed(kept, found, lines=lines), language, tags=True)
        told.append(([row(tools, one) for one in found], draw_map(tools)))
    assert told[0] == told[1]
    assert any(line.snippet for line in told[0][0])
    assert any(line.hollow for line in told[0][0])
    desk.store.engine.dispose()
