"""What the reports could see."""

from __future__ import annotations

import dataclasses
import re

from tests.publish.sample_record import record
from trucewatch.actors import side_of
from trucewatch.publish.page import page
from trucewatch.publish.views.coverage import after_entry, report_rows, strip
from trucewatch.publish.views.voices import silent, voices

TOOLS = page(record(), "en", unmask=False)


def test_a_strip_has_a_cell_a_day_and_marks_entry_into_force() -> None:
    found = strip(TOOLS)
    assert found is not None
    assert [cell.count for cell in found.rows[0].cells] == [2, 1, 0, 1]
    assert [cell.after for cell in found.rows[0].cells] == [False, True, False, False]
    assert found.rows[0].total == 4


def test_rows_of_sides_without_a_report_are_shown() -> None:
    held = record()
    rest = tuple(one for one in held.claims if side_of(one) != "party")
    found = strip(page(dataclasses.replace(held, claims=rest), "en", unmask=False))
    assert found is not None
    totals = {str(row.name): row.total for row in found.rows}
    assert totals["Side: party"] == 0
    assert totals["Side: agency"] == 2


def test_long_times_are_shown_by_week_and_then_by_month() -> None:
    held = record()
    for published, title in (("2030-12-01", "by week"), ("2029-01-01", "by month")):
        first = dataclasses.replace(held.reports[0], published=published)
        found = strip(page(dataclasses.replace(held, reports=(first, *held.reports[1:])), "en", unmask=False))
        assert found is not None
        assert title in str(found.title)
        assert sum(cell.count for cell in found.rows[0].cells) == 4
        assert len(found.heads) <= 40


def test_reports_after_entry_are_counted() -> None:
    assert after_entry(TOOLS)[0] == 2


def test_parties_that_say_nothing_are_named() -> None:
    held = record()
    quiet = tuple(c for c in held.claims if c.id != "c_demand")
    tools = page(dataclasses.replace(held, claims=quiet), "en", unmask=False)
    counts = {str(voice.name): voice.count for voice in voices(tools) if voice.party}
    assert counts["North"] == 1
    none = tuple(c for c in held.claims if c.root != "The South")
    tools = page(dataclasses.replace(held, claims=none), "en", unmask=False)
    assert "South" in str(silent(tools))


def test_each_report_has_a_row_with_its_roots() -> None:
    found = report_rows(TOOLS)
    assert [str(row.label).count("R") for row in found] == [1, 1, 1, 1]
    assert found[0].url == "https://example.org/one"
    assert "translated from French" in str(found[3].language)


def test_a_house_of_several_names_and_a_report_of_several_sides_are_counted_once() -> None:
    held = record()
    named = [dataclasses.replace(one, root=("Reuters", "REUTERS")[at % 2]) for at, one in enumerate(held.claims)]
    tools = page(dataclasses.replace(held, claims=tuple(named), lineage=()), "en", unmask=False)
    found = strip(tools)
    assert found is not None
    roots = [row for row in found.rows if "Root" in str(row.name)]
    assert [(str(row.name), row.total) for row in roots] == [("Root Reuters", 4)]
    assert {str(row.roots) for row in report_rows(tools)} == {"Reuters"}


def test_weeks_are_headed_by_day_and_month() -> None:
    held = record()
    first = dataclasses.replace(held.reports[0], published="2030-12-01")
    found = strip(page(dataclasses.replace(held, reports=(first, *held.reports[1:])), "en", unmask=False))
    assert found is not None
    assert [re.sub("<[^>]+>", "", str(head)) for head in found.heads[:1]] == ["25 Nov"]
