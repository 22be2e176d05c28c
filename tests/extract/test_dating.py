"""When: stated, inherited, or bounded by the day of publication."""

from __future__ import annotations

from tests.extract.reading import told, told_one


def test_a_stated_time_is_marked_as_such_with_its_words() -> None:
    time = told_one("The army shelled the town on Wednesday.").time
    assert time is not None
    assert (time.start, time.end, time.basis) == ("2020-03-04", "2020-03-05", "stated")
    assert time.text is not None
    assert "Wednesday" in time.text


def test_without_a_time_an_act_lies_before_the_end_of_the_day_of_publication() -> None:
    time = told_one("The army shelled the town.").time
    assert time is not None
    assert (time.start, time.end, time.basis) == (None, "2020-03-06", "published")


def test_without_any_date_nothing_is_invented() -> None:
    assert told_one("The army shelled the town on Wednesday.", published=None).time is None


def test_what_is_planned_lies_ahead() -> None:
    time = told_one("The army plans to withdraw its tanks.").time
    assert time is not None
    assert time.start == "2020-03-05"


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
