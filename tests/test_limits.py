"""What a provision of a kind cannot show is said of every provision that ships, and only of those it is true of."""

from __future__ import annotations

import pytest

from trucewatch.assess import available, load_agreement, show_text
from trucewatch.assess.text.show import LIMITS
from trucewatch.model.limits import limits
from trucewatch.publish.wording import load_words


@pytest.mark.parametrize("name", available())
def test_whatever_takes_a_person_or_has_no_day_says_so(name: str) -> None:
    agreement = load_agreement(name)
    shown = show_text(agreement)
    for item in agreement.provisions:
        found = limits(item, agreement)
        if item.kind == "principle":
            assert found == ("never",)
        elif item.checkability == "needs_human":
            assert found == ("judgement",)
        elif item.kind in ("prohibition", "permission"):
            assert set(found) <= {"no_lines"}
        elif item.form == "achieve" and not (item.when and (item.when.by or item.when.to)):
            assert found[-1] == "no_day"
        if found and found[0] not in ("never", "judgement"):
            assert "not shown: " in shown


def test_all_of_it_is_said_of_some_text_that_ships() -> None:
    texts = [load_agreement(name) for name in available()]
    assert {one for text in texts for item in text.provisions for one in limits(item, text)} == {
        "judgement", "never", "used", "no_day", "no_rate", "no_lines", "silence", "whole", "counters", "classes",
    }  # fmt: skip


def test_the_command_line_and_the_pages_say_it_in_the_same_words() -> None:
    said = load_words("en").table["agreement"]["limits"]
    assert {key: LIMITS[key] for key in said} == said
    assert set(LIMITS) == {*said, "judgement", "never"}
