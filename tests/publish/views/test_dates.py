"""The dates of an agreement: phases, days put off, and instants that wait for an act."""

from __future__ import annotations

import pytest

from trucewatch.assess import load_agreement
from trucewatch.model import Record, RunInfo
from trucewatch.publish.draw.timeline import draw_timeline
from trucewatch.publish.page import Page, page, striptags
from trucewatch.publish.views.dates import dates, waiting
from trucewatch.publish.wording import LANGUAGES


def tools(name: str, language: str = "en") -> Page:
    """A page over an agreement of which nothing is told yet."""
    record = Record(
        (), (), (), (), (load_agreement(name),), (), (), RunInfo("0", as_of="2025-02-01", agreements=(name,))
    )
    return page(record, language, unmask=False)


def test_a_phase_goes_from_its_first_to_its_last_day() -> None:
    (phase,) = dates(tools("gaza-2025"))
    assert (phase.kind, phase.label) == ("phase", "First phase")
    assert striptags(phase.when) == "19 Jan – 1 Mar 2025"


def test_a_day_put_off_is_told_with_the_day_on_which_that_was_agreed_and_why() -> None:
    (extension,) = dates(tools("lebanon-2024"))
    assert extension.kind == "extended"
    assert "18 Feb 2025" in extension.label
    assert striptags(extension.when) == "26 Jan 2025"
    assert "The United States announced" in striptags(extension.what)


def test_an_instant_that_waits_names_the_act_that_it_waits_for() -> None:
    told = waiting(tools("minsk-2015"))
    assert told
    assert all(striptags(one.why).startswith("waits for: ") for one in told)
    assert waiting(tools("lebanon-2024")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drawing_has_phases_as_bands_and_the_list_says_the_same(language: str) -> None:
    made = draw_timeline(tools("gaza-2025", language))
    assert made is not None
    assert made.svg.count('class="phase"') == 1
    name = load_agreement("gaza-2025").words.get(language, {}).get("First phase", "First phase")
    assert any(name in striptags(one.what) for one in made.entries)
