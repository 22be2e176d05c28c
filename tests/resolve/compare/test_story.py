"""resolve: one story or one passage supports a pair and never parts one."""

from __future__ import annotations

import pytest

from tests.factories import a_claim
from trucewatch.resolve.compare.story import story_fit
from trucewatch.resolve.stories import Stories
from trucewatch.resolve.subject import Subject, subject


def at(report: str, start: int) -> Subject:
    claim = a_claim(f"{report}-{start}", report=report, spans=((start, start + 10),))
    return subject(claim, "2020-03-06", report)


@pytest.mark.parametrize(("kinship", "score"), [(0.4, 1.0), (0.2, 0.85), (0.12, 0.7), (0.0, 0.5)])
def test_the_more_rare_names_two_reports_share_the_more_they_support(kinship: float, score: float) -> None:
    told = Stories({("r_1", "r_2"): kinship})
    assert story_fit(at("r_1", 0), at("r_2", 900), told).score == score


def test_a_passage_says_more_than_a_report() -> None:
    near, far = at("r_1", 100), at("r_1", 5000)
    assert story_fit(at("r_1", 0), near, Stories({})).score > story_fit(at("r_1", 0), far, Stories({})).score > 0.5
