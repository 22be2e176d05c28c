"""Dates from the other reports of a run."""

from __future__ import annotations

import datetime as dt
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.model import Report
from trucewatch.read import infer_from_others, read_text
from trucewatch.read.neighbours import NAMES_SHARED, Dated, names_of
from trucewatch.read.text import Given

NAMES = "In the talks, Petrov of Norland met Yildiz and Haddad of Sudria in Karsk and spoke of the Marran road"
DATED = read_text(f"March 05, 2020\n\n{NAMES} on Thursday.")
OPEN = read_text(f"{NAMES}, Haddad said on Thursday; the road had been closed on Wednesday.")
OTHER = read_text("In another country, Smith of Westland won the vote in Portville on Thursday, officials said.")


def _dates(reports: list[Report]) -> dict[str, tuple[str | None, str]]:
    return {r.id: (r.published, r.published_basis) for r in infer_from_others(reports)}


def test_a_report_takes_its_weekday_nearest_to_a_dated_one_of_the_same_names() -> None:
    assert _dates([DATED, OPEN])[OPEN.id] == ("2020-03-05", "other reports")


def test_the_neighbour_is_named() -> None:
    notes = infer_from_others([OPEN, DATED])[0].meta["notes"]
    assert DATED.id in str(notes)


def test_a_report_of_other_people_is_left_alone() -> None:
    assert _dates([DATED, OTHER])[OTHER.id] == (None, "unknown")


def test_neighbours_of_two_weeks_that_are_as_like_leave_the_day_unknown() -> None:
    later = read_text(f"March 12, 2020\n\n{NAMES} on Thursday.")
    assert _dates([DATED, later, OPEN])[OPEN.id] == (None, "unknown")


def test_a_report_of_the_same_happening_decides_between_weeks() -> None:
    bridge = "Seventeen drivers waited beside burning tyres while engineers cleared rubble from the collapsed bridge"
    harvest = "Farmers harvested early potatoes under floodlights because buyers feared prolonged customs inspections"
    earlier = read_text(f"March 05, 2020\n\n{NAMES}. {harvest} on Thursday.")
    later = read_text(f"March 12, 2020\n\n{NAMES}. {bridge} on Thursday.")
    same = read_text(f"{NAMES}, said Haddad. {bridge}, witnesses said on Thursday.")
    assert _dates([earlier, later, same])[same.id] == ("2020-03-12", "other reports")


def test_the_days_told_of_stand_in_for_a_weekday() -> None:
    told = read_text(f"{NAMES}, said Haddad. The road was opened on 6 March, hours later than planned.")
    assert _dates([DATED, told])[told.id] == ("2020-03-06/2020-03-09", "other reports")


def test_a_month_is_narrowed_and_never_left() -> None:
    month = read_text(f"date 2020-03 {NAMES}, Haddad said on Friday.")
    april = read_text(f"date 2020-04 {NAMES}, Haddad said on Friday.")
    assert _dates([DATED, month, april])[month.id] == ("2020-03-06", "other reports")
    assert (
        _dates([DATED, month, april])[april.id][0] == "2020-04-03" or _dates([DATED, april])[april.id][0] == "2020-04"
    )


def test_an_exact_date_is_never_changed() -> None:
    given_date = read_text(f"{NAMES} on Thursday.", given=Given(published="2020-02-20"))
    assert _dates([DATED, given_date])[given_date.id] == ("2020-02-20", "metadata")


def test_the_order_of_reports_changes_none_of_them() -> None:
    reports = [DATED, OPEN, OTHER, read_text(f"date 2020-03 {NAMES}, Haddad said on Friday.")]
    answers = {tuple(sorted(_dates(list(order)).items())) for order in itertools.permutations(reports)}
    assert len(answers) == 1


def test_doing_it_twice_changes_nothing() -> None:
    once = infer_from_others([DATED, OPEN, OTHER])
    assert infer_from_others(once) == once


@settings(max_examples=25)
@given(st.lists(st.text(alphabet="AbcDe fridaymch0523\n,.", max_size=80), max_size=5))
def test_any_texts_keep_their_number_and_words(texts: list[str]) -> None:
    reports = [read_text(text) for text in texts]
    assert [r.text for r in infer_from_others([*reports, DATED])] == [*texts, DATED.text]


def test_in_a_run_over_months_the_same_names_alone_date_nothing() -> None:
    vote = read_text("September 05, 2019\n\nSmith of Westland won the vote in Portville on Thursday, officials said.")
    bridge = "Seventeen drivers waited beside burning tyres while engineers cleared rubble from the collapsed bridge"
    mine = "Rescuers pumped muddy water while anxious relatives gathered round coal shafts and lit candles overnight"
    other = read_text(
        f"There Petrov, Yildiz, Haddad, Norland, Sudria and Karsk are names. {bridge} on Thursday. {mine}."
    )
    harvest = "Farmers harvested early potatoes under floodlights because buyers feared prolonged customs inspections"
    dated = read_text(f"March 05, 2020\n\n{NAMES}. {harvest} on Thursday, before frost spoiled unpicked orchards.")
    assert _dates([dated, other])[other.id] == ("2020-03-05", "other reports")
    assert _dates([dated, vote, other])[other.id] == (None, "unknown")


def test_a_date_is_not_put_into_a_year_in_which_it_had_another_weekday() -> None:
    # 6 March was a Friday in 2020.
    wrong = read_text(f"{NAMES}, said Haddad. The road was opened on Wednesday 6 March, hours later than planned.")
    assert _dates([DATED, wrong])[wrong.id][0] is None


def test_a_weekday_with_its_day_tells_the_year_among_the_years_of_the_run() -> None:
    early = read_text("April 02, 2019\n\nA bridge was opened in Marran on Tuesday.")
    late = read_text("June 30, 2021\n\nA school was closed in Karsk on Wednesday.")
    told = read_text("Two people were wounded when shells fell on Port Ganim, today, Thursday 5 March.")
    assert _dates([early, late, told])[told.id] == ("2020-03-05/2020-03-07", "other reports")


def test_a_weekday_that_fits_two_years_of_the_run_tells_none() -> None:
    early = read_text("April 02, 2014\n\nA bridge was opened in Marran on Wednesday.")
    late = read_text("June 30, 2021\n\nA school was closed in Karsk on Wednesday.")
    told = read_text("Two people were wounded when shells fell on Port Ganim, today, Thursday 5 March.")
    assert _dates([early, late, told])[told.id] == (None, "unknown")


@given(st.lists(st.sampled_from([*NAMES.split(), "Anna", "Annaba", "Karskaya", "said."]), max_size=14))
def test_reports_share_enough_names_as_all_their_names_say(words: list[str]) -> None:
    names = names_of(NAMES)
    dated = Dated("r", dt.date(2020, 3, 5), "Of them " + " ".join(words))
    assert dated.shares(names) == (len(dated.names & names) >= NAMES_SHARED)
