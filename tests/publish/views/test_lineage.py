"""Who took it from whom, as trees."""

from __future__ import annotations

import dataclasses

from tests.publish.sample_record import record
from trucewatch.model import Lineage, Record
from trucewatch.publish import html
from trucewatch.publish.page import page, striptags
from trucewatch.publish.views.header import header
from trucewatch.publish.views.lineage import Forest, forest, of_incident

LINKS = (
    Lineage("r_one", "credit", "NPA", "the report's agency credit"),
    Lineage("r_two", "copy", "NPA", "nearly the same text", "r_one", (), 0.84, (0, 9), "le convoi"),
    Lineage("r_three", "outlet", "Harbour Post", "the report's outlet"),
    Lineage("r_three", "cites", "NPA", "cites NPA", None, ("c_halt",)),
    Lineage("r_four", "unstated", "not stated: r_four", "neither is stated"),
)


def held(links: tuple[Lineage, ...] = LINKS) -> Record:
    return dataclasses.replace(record(), lineage=links)


def shown() -> Forest:
    found = forest(page(held(), "en", unmask=False))
    assert found is not None
    return found


def test_a_record_without_lineage_draws_none() -> None:
    assert forest(page(record(), "en", unmask=False)) is None
    assert 'id="lineage"' not in html(record())


def test_copies_hang_under_what_they_copy_with_share_and_words() -> None:
    (tree,) = shown().trees
    assert striptags(tree.name) == "NPA"
    assert [striptags(branch.report) for branch in tree.branches] == ["R1", "R3"]
    (copy,) = tree.branches[0].under
    assert "84%" in striptags(copy.where)
    assert "le convoi" in copy.words


def test_claims_that_cite_a_house_hang_on_it_alone() -> None:
    (tree,) = shown().trees
    assert [branch.alone for branch in tree.branches] == [False, True]
    assert "for 1 claim" in striptags(tree.branches[1].where)


def test_the_rest_stands_in_a_line_and_what_names_no_source_apart() -> None:
    assert [striptags(one) for one in shown().single] == ["Harbour Post R3"]
    assert [striptags(one) for one in shown().bare] == ["R4"]
    assert striptags(shown().said) == "4 reports, 3 roots"


def test_an_incident_has_its_own_trees_and_counts() -> None:
    tools = page(held(), "en", unmask=False)
    found = of_incident(tools, record().incidents[0])
    assert found is not None
    assert striptags(found.said) == "2 reports, 1 root"
    assert of_incident(tools, record().incidents[1]) is None


def test_the_page_shows_the_lineage_in_every_language() -> None:
    for language in ("en", "fr", "ar"):
        assert 'id="lineage"' in html(held(), language=language)


def test_the_head_counts_the_same_roots_as_the_lineage() -> None:
    tools = page(held(), "en", unmask=False)
    roots = header(tools).counts[1]
    assert (striptags(roots.value), roots.to) == ("2", "lineage")
    assert striptags(shown().said) == "4 reports, 3 roots"  # and one that is not stated
