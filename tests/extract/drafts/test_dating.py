"""When: stated, inherited, told by speech and tense, or not told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.reading import told, told_one


def _days(text: str, **fields: Any) -> set[str | None]:
    happened = (c for c in told(text, **fields) if c.type.startswith(("kin.", "harm.")))
    return {c.time.start[:10] if c.time and c.time.start else None for c in happened}


def test_a_stated_time_is_marked_as_such_with_its_words() -> None:
    time = told_one("The army shelled the town on Wednesday.").time
    assert time is not None
    assert (time.start, time.end, time.basis) == ("2020-03-04", "2020-03-05", "stated")
    assert time.text is not None
    assert "Wednesday" in time.text


def test_of_an_act_whose_day_nobody_tells_the_claim_tells_no_time() -> None:
    assert told_one("The army shelled the town.").time is None


def test_what_goes_on_ends_at_the_earliest_with_the_day_of_the_report() -> None:
    time = told_one("The army is shelling the town.").time
    assert time is not None
    assert (time.start, time.end, time.basis) == (None, "2020-03-06", "published")


def test_an_act_said_of_old_was_not_after_the_saying() -> None:
    text = "On 3 February 2018 the governor said that the army had shelled the town."
    (act,) = (c for c in told(text) if c.type == "kin.shelling")
    assert act.time is not None
    assert act.time.end == "2018-02-04"


def test_without_any_date_nothing_is_invented() -> None:
    assert told_one("The army shelled the town on Wednesday.", published=None).time is None


def test_what_is_planned_lies_ahead() -> None:
    time = told_one("The army plans to withdraw its tanks.").time
    assert time is not None
    assert time.start == "2020-03-05"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army shelled the town on 3 May."),
        ("en", "Shells were fired at the town on 3 May."),
        ("en", "On 3 May, shells fell on the town."),
        ("en", "Shelling of the town was reported on 3 May."),
        ("fr", "L'armée a bombardé la ville le 3 mai."),
        ("fr", "Le village a été bombardé le 3 mai."),
        ("ru", "Войска обстреляли город 3 мая."),
        ("ru", "Город был обстрелян 3 мая."),
        ("tr", "Ordu 3 Mayıs'ta kenti bombaladı."),
        ("ar", "قصفت القوات البلدة في 3 أيار."),
        ("es", "El pueblo fue bombardeado el 3 de mayo."),
        ("uk", "Війська обстріляли місто 3 травня."),
    ],
)
def test_what_was_done_on_a_day_without_a_year_lies_behind_the_report_though_the_day_to_come_is_nearer(
    language: str, text: str
) -> None:
    assert _days(text, language=language, published="2020-03-05") == {"2019-05-03"}


def test_what_is_to_come_on_a_day_without_a_year_lies_ahead() -> None:
    (talks,) = (c for c in told("The sides will meet on 3 May.") if c.type == "dip.talks")
    assert talks.time is not None
    assert talks.time.start == "2020-05-03"


def test_the_next_sentence_inherits_the_time_and_the_place() -> None:
    text = "The army shelled Ariha on Wednesday, residents said. Three people were killed."
    first, second = (c for c in told(text) if c.type in ("kin.shelling", "harm.killed"))
    assert first.time is not None
    assert second.time is not None
    assert (second.time.start, second.time.basis) == (first.time.start, "inherited")
    assert second.place is not None
    assert (second.place.name, second.place.basis) == ("Ariha", "inherited")


def test_a_time_in_front_holds_for_the_whole_sentence() -> None:
    found = told("On Wednesday, the army shelled Ariha and bombed Sarmin.")
    assert [c.time.start for c in found if c.time] == ["2020-03-04", "2020-03-04"]


def test_the_links_of_one_sentence_share_their_time() -> None:
    for text in (
        "Three people were killed and two were injured in shelling on Tuesday.",
        "Two people died when a shell fell on a house at dawn on Tuesday.",
        "The driver shot and wounded in the town on Tuesday night was named.",
    ):
        days = {
            c.time.start[:10] for c in told(text) if c.time and c.time.start and c.type.startswith(("kin.", "harm."))
        }
        assert days == {"2020-03-03"}, text


def test_an_arrest_does_not_date_the_act_that_it_is_about() -> None:
    found = told("A man was arrested on Tuesday for the shooting of a farmer.")
    starts = [c.time.start if c.time else None for c in found if c.type.startswith("kin.")]
    assert "2020-03-03" not in starts


def test_a_headline_takes_the_day_of_the_lead() -> None:
    text = "Shells kill three\n\nThree people were killed by shells in Ariha on Tuesday."
    assert _days(text, meta={"title_span": (0, 17)}) == {"2020-03-03"}


def test_what_stands_beside_an_act_without_a_claim_dates_it_too() -> None:
    (claim,) = (
        c for c in told("Two soldiers were killed near Ariha. Rescuers reached the place on Tuesday.") if c.figures
    )
    assert claim.time is not None
    assert (claim.time.start, claim.time.basis) == ("2020-03-03", "inherited")


def test_an_hour_in_another_sentence_gives_its_day_and_not_its_hour() -> None:
    found = told("The army shelled Ariha at 4 p.m. on Tuesday. Three people were killed.")
    harm = next(c for c in found if c.type == "harm.killed")
    assert harm.time is not None
    assert (harm.time.start, harm.time.end, harm.time.precision) == ("2020-03-03", "2020-03-04", "day")


def test_an_offensive_is_not_dated_by_what_else_is_told() -> None:
    found = told("The ministers met on Tuesday. The army led an offensive in Idlib.")
    assert [c.time.start for c in found if c.time and c.type == "kin.ground_offensive"] in ([], [None])


def test_what_was_demanded_on_a_day_lies_behind_the_report() -> None:
    (claim,) = (c for c in told("Turkey demanded on Wednesday that the army leave the town.") if c.type == "dip.demand")
    assert claim.time is not None
    assert claim.time.start == "2020-03-04"


def _days_of(text: str, kind: str) -> set[tuple[str | None, str]]:
    return {(c.time.start, c.time.basis) for c in told(text) if c.type == kind and c.time}


def test_a_term_is_of_the_day_on_which_the_agreement_was_made() -> None:
    text = "Russia and Turkey signed a ceasefire on Tuesday. The deal creates a buffer zone along the road."
    assert _days_of(text, "term.zone") == {("2020-03-03", "inherited")}


def test_with_two_agreements_a_term_is_of_neither_day() -> None:
    text = (
        "Russia and Turkey signed a ceasefire on Tuesday. Russia and Iran signed a truce on Monday. "
        "The deal creates a buffer zone along the road."
    )
    assert _days_of(text, "term.zone") == {("2020-03-05", "published")}


def test_from_says_when_a_truce_begins_and_not_when_it_was_agreed() -> None:
    text = "Russia and Turkey announced on Tuesday a ceasefire from midnight Wednesday."
    assert _days_of(text, "dip.agreement") == {("2020-03-03", "stated")}
    assert {(start or "")[:10] for start, _ in _days_of(text, "term.entry_into_force")} == {"2020-03-04"}


def test_what_a_person_goes_on_to_say_is_of_the_day_on_which_he_spoke() -> None:
    text = "President Erdogan met the Iranian envoy on Tuesday. He urged Iran to pull back."
    assert _days_of(text, "dip.demand") == {("2020-03-03", "inherited")}


def test_what_another_says_is_not_of_that_day() -> None:
    text = "President Erdogan met the Iranian envoy on Tuesday. President Putin urged Iran to pull back."
    assert _days_of(text, "dip.demand") == {("2020-03-05", "published")}


def test_talks_that_were_foretold_lie_behind_the_day_of_the_saying() -> None:
    (time,) = [c.time for c in told("The Kremlin said on Tuesday that Russia and Turkey would meet.") if c.time]
    assert (time.start, time.end) == ("2020-03-03", None)
