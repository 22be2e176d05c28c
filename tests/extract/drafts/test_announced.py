"""Where the act of a headline or lead was: at the place that the story goes on to give."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.reading import told
from trucewatch.model import Place


def _first_place(text: str, **fields: Any) -> Place | None:
    return next(c for c in told(text, **fields) if c.type.startswith(("kin.", "civ.", "harm."))).place


def _headed(title: str, story: str, **fields: Any) -> Place | None:
    return _first_place(f"{title}\n\n{story}", title=title, meta={"title_span": [0, len(title)]}, **fields)


def test_a_headline_that_names_the_province_is_placed_in_the_town_of_the_story() -> None:
    place = _headed(
        "Four killed in shelling on Idlib province", "Shelling on the town of Ariha killed four people on Wednesday."
    )
    assert place is not None
    assert (place.name, place.basis) == ("Ariha", "inherited")


def test_the_same_holds_in_arabic() -> None:
    place = _headed(
        "مقتل أربعة مدنيين بقصف على ريف إدلب",
        "قتل أربعة مدنيين بقصف مدفعي استهدف مدينة أريحا مساء الأربعاء.",
        language="ar",
    )
    assert place is not None
    assert place.name == "Ariha"


def test_a_village_that_no_list_has_leaves_the_headline_without_a_point_and_in_its_province() -> None:
    place = _headed(
        "Four killed in shelling on Idlib province",
        "Shelling on the village of Qastalun in Idlib province killed four people on Wednesday.",
    )
    assert place is not None
    assert (place.lat, place.text) == (None, "Qastalun")
    assert "SY-ID" in place.within


def test_whom_a_headline_counts_as_dead_died_where_the_raid_of_the_first_sentence_was() -> None:
    place = _headed(
        "Soldiers kill man in Idlib province",
        "Soldiers carried out a raid in the town of Ariha early on Wednesday, residents told reporters by telephone.",
    )
    assert place is not None
    assert (place.name, place.basis) == ("Ariha", "inherited")


@pytest.mark.parametrize(
    ("title", "story"),
    [
        ("Drone strike kills two in Syria", "A missile hit a car in the town of Ariha on Wednesday, residents said."),
        (
            "Drone hits farm in the countryside of the town of Tal Tamr",
            "A drone hit the farm near the town of Ras al-Ain on Wednesday.",
        ),
    ],
)
def test_an_act_may_be_called_otherwise_by_the_story_and_lie_about_the_town(title: str, story: str) -> None:
    place = _headed(title, story)
    assert place is not None
    assert place.basis == "inherited"
    assert place.name in ("Ariha", "Ras al-Ain")


def test_the_first_act_of_a_text_without_a_headline_takes_the_place_told_next() -> None:
    place = _first_place(
        "Subscribers only.\n\nThe army shelled Idlib province again on Wednesday. It shelled the town of Ariha at dawn."
    )
    assert place is not None
    assert (place.name, place.basis) == ("Ariha", "inherited")


@pytest.mark.parametrize(
    ("title", "story", "why"),
    [
        (
            "Four killed in shelling on Idlib province",
            "Shelling on the city of Aleppo killed four people on Wednesday.",
            "a town elsewhere",
        ),
        (
            "Four killed in shelling on Idlib province",
            "Shelling on the town of Ariha killed nine people on Wednesday.",
            "another number of dead",
        ),
        (
            "Four killed in shelling on Idlib province",
            "Air strikes hit the town of Ariha on Wednesday.",
            "another kind of act",
        ),
        (
            "Four killed in shelling on Idlib province",
            "The army shelled Ariha on Wednesday and rebels shelled Saraqib.",
            "several towns in one sentence",
        ),
        (
            "Four killed in shelling on Idlib province",
            "The army denied that it had shelled the town of Ariha.",
            "no act told",
        ),
    ],
)
def test_a_headline_stays_with_its_province(title: str, story: str, why: str) -> None:
    place = _headed(title, story)
    assert place is not None, why
    assert place.id == "SY-ID", why


def test_a_headline_takes_what_the_lead_takes_from_the_story() -> None:
    place = _headed(
        "مقتل صحفيين بهجوم جنوب سراقب",
        "قتل صحفيان في هجوم جنوب مدينة سراقب أمس.\n\nووقع الهجوم على الطريق الواصل بين سراقب ومعرة النعمان.",
        language="ar",
    )
    assert place is not None
    assert place.name == "Saraqib – Maarat al-Numan"


def test_an_area_so_small_that_it_tells_where_its_villages_are_is_kept() -> None:
    place = _headed(
        "جرحى مدنيون بقصف غرب إدلب",
        "أصيب مدنيون بقصف مدفعي استهدف قرية الدلبوثة صباح اليوم.",
        language="ar",
    )
    assert place is not None
    assert place.id == "zone.idlib-west"


def test_what_goes_on_around_an_act_does_not_tell_where_it_was() -> None:
    place = _headed(
        "Two killed in shelling on Idlib province",
        "Shelling killed two people in Idlib province on Wednesday. Shelling is going on in Ariha.",
    )
    assert place is not None
    assert place.name == "Idlib province"


def test_south_of_a_chief_town_tells_no_more_than_the_southern_countryside() -> None:
    place = _headed(
        "Shelling kills two in southern Hasakah countryside",
        "Shelling south of the city of Hasakah killed two people on Wednesday.",
    )
    assert place is not None
    assert place.id == "zone.hasakah-south"
