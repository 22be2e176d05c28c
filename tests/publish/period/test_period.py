"""The report of a period: what was known at a cut-off, in three forms that come out the same again."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import docx as word
import pytest

from tests.publish.sample_record import record
from trucewatch import store
from trucewatch.assess import load_coverage
from trucewatch.errors import SettingsError
from trucewatch.publish.period import FORMS, Period, document, plan
from trucewatch.publish.period.blocks import Document, Facts, Grid, Heading, Para, Points
from trucewatch.publish.wording import LANGUAGES, load_words
from trucewatch.sample import sample_path

ASKED = plan("2020-03-06/2020-03-07", "19:30", "Asia/Damascus")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> store.Store:
    """The store of the sample."""
    made = store.make_store(tmp_path_factory.mktemp("period") / "store", ["idlib-2020"])
    store.add(made, [str(sample_path())])
    return made


def made_of(kept: store.Store, n: int | None = None, language: str = "en") -> Document:
    """The report of the period as the store stood after a change."""
    n = n or kept.at().n
    now, before = (store.record(kept, store.Known(at, "published", n)) for at in (ASKED.cutoff, ASKED.before))
    return document(Period(ASKED, now, before, n), language)


SEEN = """
coverage:
  - {who: Monitoring mission, types: [kin.*, pos.patrol], from: "2020-03-06", to: "2020-03-08", source: weekly report}
  - {who: Monitoring mission, types: [kin.shelling], from: "2020-03-12", to: "2020-03-13"}
"""


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_report_says_who_was_able_to_see_what_and_that_otherwise_silence_proves_nothing(
    kept: store.Store, tmp_path: Path, language: str
) -> None:
    words = load_words(language).table["period"]
    n = kept.at().n
    now, before = (store.record(kept, store.Known(at, "published", n)) for at in (ASKED.cutoff, ASKED.before))
    bare = document(Period(ASKED, now, before, n), language)
    assert words["seen_none"] in [block.text for block in bare.blocks if isinstance(block, Para)]
    file = tmp_path / "seen.yaml"
    file.write_text(SEEN.replace("pos.patrol", "mon.patrol"), encoding="utf-8")
    seen = load_coverage(file, load_words("en").table["types"], set())
    told = grids(document(Period(ASKED, now, before, n, seen), language))[words["seen_title"]]
    assert len(told.rows) == 1
    who, what, where, when, source = told.rows[0]
    assert "Monitoring mission" in who
    assert str(load_words(language).named("families", "kin")) in what
    assert where == words["seen_whole"]
    assert "6" in when
    assert "7" in when
    assert "8" not in when
    assert "weekly report" in source


def grids(made: Document) -> dict[str, Grid]:
    return {block.title: block for block in made.blocks if isinstance(block, Grid)}


def test_a_plan_puts_days_and_cut_off_on_its_clock() -> None:
    assert (ASKED.cutoff, ASKED.before) == ("2020-03-07T17:30:00Z", "2020-03-05T17:30:00Z")
    assert [day.isoformat() for day in ASKED.earlier] == ["2020-03-04", "2020-03-05"]
    assert plan("2020-W10").days == 7
    assert plan("2020-03-06").cutoff == "2020-03-07T00:00:00Z"


@pytest.mark.parametrize(
    ("period", "cutoff", "zone", "said"),
    [
        ("2020-03-07/2020-03-06", "19:30", "UTC", "before the first"),
        ("March", "19:30", "UTC", "no period"),
        ("2020-W60", "19:30", "UTC", "no period"),
        ("2020-03-06", "25:00", "UTC", "no time of a day"),
        ("2020-03-06", "19:30", "Asia/Nowhere", "no such clock"),
        ("2010-01-01/2020-01-01", "19:30", "UTC", "at most"),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(period: str, cutoff: str, zone: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        plan(period, cutoff, zone)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_stands_in_every_language(kept: store.Store, language: str) -> None:
    made = made_of(kept, language=language)
    assert sum(isinstance(block, Heading) and block.level == 2 for block in made.blocks) == 10
    assert not any("{" in block.text for block in made.blocks if isinstance(block, (Heading, Para)))


def test_the_numbers_are_those_of_the_store(kept: store.Store) -> None:
    asked, whole = plan("2020-03-06/2020-03-07"), store.record(kept)
    made = document(Period(asked, whole, whole))
    told = next(block for block in made.blocks if isinstance(block, Points)).items[0]
    _, high = re.findall(r"period: (\d+)–(\d+)", told)[0]
    stretch = asked.stretch()
    where = store.Where(period=(stretch.start.isoformat(), stretch.end.isoformat()), kind="event")
    assert int(high) == store.ask.count(store.held(kept), where) > 0
    rows = grids(made)["By kind of event"].rows
    assert sum(int(row[1].split("–")[-1]) for row in rows) == int(high)


def test_what_is_certain_stands_before_what_is_only_possible(kept: store.Store) -> None:
    for row in grids(made_of(kept))["By province"].rows:
        for cell in row[1:]:
            low, _, high = cell.partition("–")
            assert int(low) <= int(high or low)


@pytest.mark.parametrize("form", FORMS)
def test_an_old_report_comes_out_byte_for_byte_whatever_came_in_later(tmp_path: Path, form: str) -> None:
    made = store.make_store(tmp_path / "store", ["idlib-2020"])
    store.add(made, [str(sample_path())])
    n = made.at().n
    first = FORMS[form].render(made_of(made, n))
    late = tmp_path / "late.txt"
    late.write_text(
        "IDLIB, March 6, 2020 - Government artillery shelled Binnish on Friday, killing nine, a medic said."
    )
    store.add(made, [str(late)])
    event = next(one for one in store.held(made).incidents() if one.kind == "event")
    store.judge(made, "reject", event.claims, store.Word("A. Analyst", "a copy"))
    assert FORMS[form].render(made_of(made, n)) == first
    assert FORMS[form].render(made_of(made)) != first


def test_the_word_processors_file_has_headings_tables_and_directions(kept: store.Store) -> None:
    file = word.Document(io.BytesIO(FORMS["docx"].render(made_of(kept, language="ar"))))
    styles = {paragraph.style.name for paragraph in file.paragraphs if paragraph.style is not None}
    assert {"Heading 1", "Heading 2", "Heading 3", "Quote"} <= styles
    assert "w:bidi" in file.paragraphs[0]._p.xml
    assert "w:bidiVisual" in file.tables[1]._tbl.xml
    assert "w:tblHeader" in file.tables[1]._tbl.xml
    assert file.core_properties.created.isoformat() == "2020-03-07T17:30:00+00:00"


def test_words_of_a_source_never_become_markup(kept: store.Store) -> None:
    hostile = Document("t", "en", "ltr", ASKED.cutoff, (Para("<script>x</script> *a* | [b](c)"),))
    assert b"<script>" not in FORMS["html"].render(hostile)
    assert b"\\<script\\>" in FORMS["md"].render(hostile)
    assert b"\\[b\\]" in FORMS["md"].render(hostile)


def test_the_strictest_marking_of_its_reports_is_the_reports_own() -> None:
    base = record()
    marked = [replace(base.reports[0], marking="TLP:AMBER"), replace(base.reports[1], marking="TLP:CLEAR")]
    given = replace(base, reports=(*marked, *base.reports[2:]))
    made = document(Period(ASKED, given, given))
    facts = next(block for block in made.blocks if isinstance(block, Facts))
    assert facts.rows[-1][1] == "TLP:AMBER"


def test_a_leap_day_is_a_day_like_others() -> None:
    made = document(Period(plan("2020-02-29"), record(), record()))
    assert "29 February 2020" in made.title


def test_an_empty_period_says_that_none_reported_is_not_none_happened() -> None:
    asked = plan("2031-01-01")
    made = document(Period(asked, record(), record()))
    said = [block.text for block in made.blocks if isinstance(block, Para)]
    assert "No event is reported in this period." in said
    assert "None reported is not the same as none happened." in said
