"""The report shows what reports say that an agreement contains, beside the text."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from trucewatch.cli.demo import sample_record
from trucewatch.model.reported import PointKind, Relation
from trucewatch.publish.page import page
from trucewatch.publish.report import html
from trucewatch.publish.views.reported import rows
from trucewatch.publish.wording import LANGUAGES, load_words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_relation_has_its_words(language: str) -> None:
    table = load_words(language).table["reported"]
    assert set(table["relation"]) == set(table["said"]) == set(get_args(Relation))
    assert set(table["what"]) == set(get_args(PointKind))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reported_term_is_shown_with_its_words_its_provision_and_the_comparison(language: str) -> None:
    record = sample_record()
    shown = html(record, language=language)
    found = re.findall(r'<div class="row reported">.*?</blockquote>', shown, re.DOTALL)
    assert len(found) == len(record.terms) >= 4
    corridor = next(one for one in found if "corridor de sécurité de" in one)
    assert 'href="#p-idlib-2020.art2-corridor"' in corridor
    assert str(load_words(language).table["reported"]["relation"]["agrees"]) in corridor


def test_a_figure_for_each_side_says_so() -> None:
    tools = page(sample_record(), "en", unmask=False)
    points = [re.sub(r"<[^>]+>", "", str(point)) for row in rows(tools) for point in row.points]
    assert "told: 6 km; in the text: 6 km on each side" in [" ".join(point.split()) for point in points]
