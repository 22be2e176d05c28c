"""tests: articles may stay or go, and marks make a name exact."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.actors.actor import ActorName
from trucewatch.actors.names import keys, written
from trucewatch.languages.fold import match_key


def test_an_article_may_stay_or_go() -> None:
    assert keys("l'armée", "fr") == ["l armee", "armee"]
    assert keys("the Kremlin", "en") == ["the kremlin", "kremlin"]
    assert keys("les forces du régime", "fr") == ["les forces du regime", "forces du regime"]
    assert keys("la Syrie", "en") == ["la syrie"]


def test_acronyms_and_marked_names_count_only_as_written() -> None:
    assert written("US") == ("US", True)
    assert written("=Polish") == ("Polish", True)
    assert written("Reuters") == ("Reuters", False)


def test_an_exact_name_fits_only_its_own_spelling() -> None:
    name = ActorName("USA", "name", "US", exact=True)
    assert name.fits("US")
    assert not name.fits("us")
    assert ActorName("REUTERS", "name", "Reuters").fits("REUTERS")


@given(st.text(max_size=30), st.sampled_from(["en", "fr", "ar"]))
def test_keys_are_folded_and_end_like_the_name(name: str, language: str) -> None:
    for key in keys(name, language):
        assert key == match_key(key)
        assert match_key(name).endswith(key)
