"""The timeline and the hours around entry into force."""

from __future__ import annotations

import dataclasses
import re

from tests.publish.sample_record import record
from trucewatch.model import Anchor, Record
from trucewatch.publish.draw.timeline import Timeline, draw_timeline
from trucewatch.publish.page import page, striptags


def drawn(held: Record | None = None) -> Timeline:
    found = draw_timeline(page(held or record(), "en", unmask=False))
    assert found is not None
    return found


def test_the_list_holds_every_dated_thing_in_order() -> None:
    words = [striptags(entry.what) for entry in drawn().entries]
    assert words == [
        "Hill Memorandum of 2029 · Entry into force",
        "Air strike · North (army) · 33–34 killed",
        "Overflight · 2 aircraft",
        "Talks · 6 hours",
        "Drone strike · 0–21 killed",
        "Harbour Protocol of 5 March 2031 · Entry into force",
        "Halt of hostilities",
        "Shelling",
        "Parameters of the corridor · Pending",
        "Joint patrols · Pending",
    ]


def test_entry_into_force_is_as_wide_as_the_doubt_about_its_clock() -> None:
    wide = re.search(r'class="forcewin" x="[\d.]+" y="\d+" width="([\d.]+)"', str(drawn().svg))
    assert wide is not None
    assert float(wide[1]) > 1.9


def test_the_hours_show_how_long_before_an_event_lies() -> None:
    assert "8–9 hours before" in str(drawn().hours)
    assert "in force by every reading" in str(drawn().hours)


def test_hours_are_not_drawn_where_the_clock_is_clear_and_nothing_lies_near() -> None:
    held = record()
    agreement = dataclasses.replace(
        held.agreements[1], anchors={"entry": Anchor("entry", "2031-03-05T22:00Z", "2031-03-05T22:00Z")}
    )
    far = tuple(i for i in held.incidents if i.id != "i_before")
    assert drawn(dataclasses.replace(held, agreements=(agreement,), incidents=far)).hours == ""


def test_an_alternative_due_day_is_drawn_hollow() -> None:
    svg = str(drawn().svg)
    assert svg.count('class="due"') == 2
    assert svg.count('class="due alt"') == 1


def test_a_long_time_still_fits_the_page() -> None:
    held = record()
    early = dataclasses.replace(held.reports[0], published="2027-01-01")
    svg = str(drawn(dataclasses.replace(held, reports=(early, *held.reports[1:]))).svg)
    assert len(svg) < 40_000
    assert max(float(x) for x in re.findall(r'<text[^>]* x="([\d.]+)"', svg)) < 1120


def test_nothing_dated_means_no_timeline() -> None:
    held = dataclasses.replace(record(), reports=(), incidents=(), findings=(), agreements=())
    assert draw_timeline(page(held, "en", unmask=False)) is None
