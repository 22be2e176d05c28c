"""Lines that name a day for what stands below them."""

from __future__ import annotations

import pytest

from tests.extract.reading import told


def _days(text: str, language: str = "en") -> list[str | None]:
    found = [c for c in told(text, language) if c.type.startswith("kin.")]
    return [c.time.start if c.time is not None else None for c in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Daily summary, 3 March\n\nA drone hit a car near Tafas.\n\nShells fell on Jasim, wounding a man."),
        ("en", "Tuesday, 3 March:\n\nA drone hit a car near Tafas.\n\nShells fell on Jasim, wounding a man."),
        (
            "ar",
            "حصاد يوم الثلاثاء 3-3-2020\n\nقصفت قوات النظام مدينة سرمين.\n\nقصفت الطائرات مدينة بنش.",
        ),
        ("ru", "Сводка за 3 марта\n\nВойска обстреляли Кременную.\n\nБеспилотник атаковал автомобиль в Купянске."),
        ("uk", "Зведення за 3 березня\n\nВійська обстріляли Куп'янськ.\n\nДрон атакував автомобіль у Вовчанську."),
    ],
)
def test_a_days_digest_lends_its_day_to_what_it_tells(language: str, text: str) -> None:
    assert _days(text, language) == ["2020-03-03", "2020-03-03"]


def test_the_nearest_heading_above_counts() -> None:
    text = "Monday, 2 March:\n\nShells fell on Jasim.\n\nTuesday, 3 March:\n\nA mine hit a car near Tafas."
    assert _days(text) == ["2020-03-02", "2020-03-03"]


def test_a_day_of_its_own_goes_before_the_heading() -> None:
    assert _days("Daily summary, 3 March\n\nShells fell on Jasim on Monday.") == ["2020-03-02"]


@pytest.mark.parametrize(
    "text",
    [
        "3 March 2020\n\nShells fell on Jasim.",
        "Photo of 3 March\n\nRain fell.\n\nThe road is closed.\n\nShells fell on Jasim.",
        "Weekly summary\n\nShells fell on Jasim.",
        "The summary of 3 March says little\n\nRain fell.\n\nThe road is closed.\n\nShells fell on Jasim.",
    ],
)
def test_a_bare_date_or_another_line_lends_nothing(text: str) -> None:
    assert _days(text) == [None]
