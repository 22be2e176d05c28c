"""Date lines and datelines."""

from __future__ import annotations

import pytest

from trucewatch.read.layout import lines_of
from trucewatch.read.stamps import dateline_of, post_stamp_of, stamp_of, stamp_within


@pytest.mark.parametrize(
    ("line", "iso", "labelled"),
    [
        ("March 05, 2020", "2020-03-05", False),
        ("Thursday, 5 March 2020, 10:30 UTC", "2020-03-05", False),
        ("Published: 2020-03-05T10:00Z", "2020-03-05T10:00Z", True),
        ("Publié le 5 mars 2020 à 18h30", "2020-03-05", True),
        ("6 марта 2020, 10:30", "2020-03-06", False),
        ("6 آذار/مارس 2020", "2020-03-06", False),
    ],
)
def test_a_line_that_is_a_date_is_a_stamp(line: str, iso: str, labelled: bool) -> None:
    stamp = stamp_of(lines_of(line)[0], "en")
    assert stamp is not None
    assert (stamp.date.iso(), stamp.labelled, stamp.span) == (iso, labelled, (0, len(line)))


def test_a_labelled_date_may_open_a_line_of_prose() -> None:
    line = "date 2020-03 After the fighting around the town, the presidents met."
    stamp = stamp_of(lines_of(line)[0], "en")
    assert stamp is not None
    assert (stamp.date.iso(), line[slice(*stamp.span)]) == ("2020-03", "date 2020-03")


@pytest.mark.parametrize("line", ["On March 5, 2020 guns fell silent.", "Two men died on 5 March 2020", "Idlib"])
def test_a_date_in_a_sentence_is_no_stamp(line: str) -> None:
    assert stamp_of(lines_of(line)[0], "en") is None


@pytest.mark.parametrize(
    ("line", "iso", "stamp"),
    [
        ("Valley WatchMarch 5, 2020 · Shared with Public", "2020-03-05", "March 5, 2020"),
        ("مركز الوادي Verified accountMarch 5, 2020 at 6:12 PM · The road is open again.", "2020-03-05", None),
        ("Veille de la vallée5 mars 2020 · Public", "2020-03-05", "5 mars 2020"),
    ],
)
def test_a_copied_post_has_its_date_between_the_page_and_a_dot(line: str, iso: str, stamp: str | None) -> None:
    found = post_stamp_of(lines_of(line)[0], "en")
    assert found is not None
    assert found.date.iso() == iso
    assert stamp is None or line[slice(*found.span)] == stamp


@pytest.mark.parametrize(
    "line", ["On March 5, 2020 guns fell silent · Public", "Page · March 5, 2020", "March 5 · Public"]
)
def test_a_dot_in_a_line_makes_no_stamp_of_a_date_in_a_sentence(line: str) -> None:
    assert post_stamp_of(lines_of(line)[0], "en") is None


def test_a_by_line_may_hold_a_labelled_date() -> None:
    stamp = stamp_within(lines_of("By Ann Example | Updated: Oct 31, 2016 - 5:46 PM")[0], "en")
    assert stamp is not None
    assert (stamp.date.iso(), stamp.updated) == ("2016-10-31", True)


@pytest.mark.parametrize(
    ("line", "place", "iso", "agencies"),
    [
        ("MOSCOW, March 5, 2020 (Reuters) - Guns fell silent.", "MOSCOW", "2020-03-05", ("REUTERS",)),
        ("Moscou, 5 mars 2020 (AFP) - Les armes se sont tues.", "Moscou", "2020-03-05", ("AFP",)),
        ("(Bloomberg) -- Guns fell silent.", None, None, ("BLOOMBERG",)),
        ("KABUL, Afghanistan (AP) — Guns fell silent.", "KABUL, Afghanistan", None, ("AP",)),
        ("BEIRUT — Guns fell silent.", "BEIRUT", None, ()),
        ("Ankara, 6 Mart 2020", "Ankara", "2020-03-06", ()),
    ],
)
def test_datelines_give_place_date_and_agency(
    line: str, place: str | None, iso: str | None, agencies: tuple[str, ...]
) -> None:
    dateline = dateline_of(lines_of(line)[0], "en")
    assert dateline is not None
    assert dateline.place == place
    assert (dateline.date.iso() if dateline.date else None) == iso
    assert dateline.agencies == agencies


@pytest.mark.parametrize(
    "line", ["The truce held - for once.", "On March 5, 2020 - a Thursday - guns fell silent.", "He left"]
)
def test_a_dash_alone_makes_no_dateline(line: str) -> None:
    assert dateline_of(lines_of(line)[0], "en") is None
