"""When a report was published, by its own words, one source of the answer after the other."""

from __future__ import annotations

import pytest

from trucewatch.read import read_text
from trucewatch.read.text import Given

STORY = "Guns fell silent along the highway on Friday, residents and officials of both countries said."


@pytest.mark.parametrize(
    ("text", "published", "basis"),
    [
        (f"Quiet\n\nMarch 06, 2020\n\n{STORY}", "2020-03-06", "stated"),
        (f"Updated: 7 March 2020\nPublished: 6 March 2020\n\n{STORY}", "2020-03-06", "stated"),
        (f"ARIHA, March 6, 2020 (AFP) - {STORY}", "2020-03-06", "dateline"),
        (f"ARIHA, March 6 (Reuters) - {STORY}\n\n© 2020 Example", "2020-03-06", "dateline"),
        (f"date 2020-03 {STORY}", "2020-03", "stated"),
        (f"{STORY}\n\nOriginal url:\n\nhttps://example.org/2020/03/06/quiet", "2020-03-06", "metadata"),
        (f"{STORY.replace('on Friday', '')}\n\n© 2020 Example", "2020-01-01/2021-01-01", "copyright"),
        (STORY, None, "unknown"),
        (f"1 August 2026\n\nThe Example\n\nGuns fall silent\n\n6 March 2020\n\n{STORY}", "2020-03-06", "stated"),
        ("\n\n".join([STORY.replace("on Friday", "")] * 30 + ["7 May 2021"]), None, "unknown"),
    ],
)
def test_each_way_of_saying_when(text: str, published: str | None, basis: str) -> None:
    report = read_text(text)
    assert (report.published, report.published_basis) == (published, basis)


def test_a_given_date_wins_and_is_called_metadata() -> None:
    report = read_text(f"March 06, 2020\n\n{STORY}", given=Given(published="2020-03-07T08:00:00Z"))
    assert (report.published, report.published_basis) == ("2020-03-07T08:00:00Z", "metadata")


def test_a_given_date_that_does_not_exist_is_noted_and_ignored() -> None:
    report = read_text(STORY, given=Given(published="2020-02-30"))
    assert report.published is None
    assert report.meta["notes"] == ["the date given (2020-02-30) does not exist or is not a date; it was ignored"]


def test_a_weekday_with_its_day_of_the_month_tells_the_year() -> None:
    # 21 February was a Friday in 2014, 2020 and 2025; 2018 is named as past.
    text = (
        "The presidents spoke on Friday February 21 about the deal of 2018. A summit is open, an aide said on Friday."
    )
    assert read_text(text).published == "2020-02-21/2020-02-23"


def test_this_friday_after_a_dated_picture_is_one_day() -> None:
    caption = "The presidents in Moscow, March 5, 2020. - A Name / AFP"
    text = f"{caption}\n\nThe strikes stopped this Friday, after a truce was announced on Thursday."
    report = read_text(text)
    assert (report.published, report.published_basis) == ("2020-03-06", "inferred")


def test_two_weekdays_fit_between_what_was_and_what_is_to_come() -> None:
    text = (
        "A truce was announced on Thursday. It follows a strike that killed soldiers on Feb. 27. "
        "Joint patrols are to start from March 15.\n\n© 2020 Example"
    )
    report = read_text(text)
    assert (report.published, report.published_basis) == ("2020-03-05/2020-03-13", "inferred")


def test_a_date_of_the_background_is_not_the_day_of_the_report() -> None:
    story = "Guns fell silent along the highway, residents of several villages told our reporter.\n\n"
    assert read_text(story * 8 + "The earlier deal was signed on 17 September 2018.").published is None


def test_furniture_does_not_date_a_report() -> None:
    assert read_text(f"{STORY}\n\nRelated article: How the war began on 15 March 2011").published is None


def test_a_weekday_that_fits_only_years_later_tells_nothing() -> None:
    # 24 September is a Monday in 2018 and then only in 2029.
    assert (
        read_text("On Monday 24 September the envoy recalled the truce of 2019, an aide told reporters.").published
        is None
    )


def test_a_story_that_shows_a_post_is_of_the_week_from_the_day_of_the_post() -> None:
    lines = "\n\n".join(f"Residents of the town told of shelling, part {n}, and of a closed road." for n in range(20))
    told = read_text(f"{lines}\n\n- Port Ganim News (@ganimnews) March 5, 2020\n\nThe road stayed closed.")
    assert (told.published, told.published_basis) == ("2020-03-05/2020-03-12", "inferred")


def test_an_undated_report_keeps_the_days_of_the_week_that_it_names() -> None:
    assert read_text(STORY).meta["weekdays"] == [4]
    assert "weekdays" not in read_text(f"Quiet\n\nMarch 06, 2020\n\n{STORY}").meta
    assert "weekdays" not in read_text(STORY.replace("on Friday", "last Friday")).meta


def test_a_date_called_today_is_the_day_of_the_writing() -> None:
    story = "أصيب ثلاثة مدنيين، اليوم الثلاثاء 3 آذار 2020، بقصف على البلدة، وفق ما أفاد به سكان في المنطقة."
    report = read_text(story, given=Given(language="ar"))
    assert (report.published, report.published_basis) == ("2020-03-03", "inferred")


def test_a_today_of_another_weekday_is_of_another_story() -> None:
    story = "أصيب ثلاثة مدنيين، اليوم السبت، بقصف على البلدة.\n\nوقال سكان، اليوم الثلاثاء 3 آذار 2020، إن الطريق مغلق."
    assert read_text(story, given=Given(language="ar")).published != "2020-03-03"


def test_a_date_without_today_leaves_the_week_open() -> None:
    report = read_text("Three people were hurt on Tuesday, 3 March 2020, residents of the town told reporters.")
    assert report.published != "2020-03-03"


def test_the_only_weekday_of_a_report_is_told_wherever_it_stands() -> None:
    lines = "\n\n".join(f"Residents of the town told of shelling, part {n}, and of a closed road." for n in range(20))
    assert read_text(f"{lines}\n\nIt began on Friday.").meta["weekdays"] == [4]
    assert "weekdays" not in read_text(f"{lines}\n\nIt began on Friday and ended on Monday.").meta
