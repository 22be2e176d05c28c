"""A house that reports counts once, by whichever of its names it goes."""

from __future__ import annotations

import pytest

from trucewatch.actors import house, house_name, independent


@pytest.mark.parametrize("name", ["ANADOLU", "Anadolu", "Anadolu Agency", "anadolu ajansı"])
def test_an_agency_is_one_house_by_its_id_and_all_its_names(name: str) -> None:
    assert house_name(name) == "Anadolu Agency"


def test_an_unlisted_house_keeps_the_name_it_is_written_with() -> None:
    assert house("The Gazette of Nowhere") is None
    assert house_name(" The Gazette of Nowhere ") == "The Gazette of Nowhere"


def test_a_state_is_no_house() -> None:
    assert house("Turkey") is None


def test_roots_that_share_a_house_count_once() -> None:
    assert independent(["AFP", "AFP + Reuters", "Reuters", "Bloomberg"]) == 2
    assert independent(["not stated: r_1", "not stated: r_2"]) == 2
    assert independent([]) == 0
    assert independent(name for name in ["AFP", "Reuters"]) == 2
