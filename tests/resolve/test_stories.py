"""resolve: rare names make a story; names that every report of a war holds make none."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import a_report
from trucewatch.resolve.names import names
from trucewatch.resolve.stories import stories

RARE = "On Monday the mayor, Nadir Belkacem, spoke at Tell Zeitoun beside Omar Haddouche; he counted 47 houses."
RARE_FR = "Lundi, le maire Nadir Belkacem a parlé à Tell Zeitoun près de Omar Haddouche : 47 maisons."
OTHER = "In the port, the pilot Jens Okafor told Maria Lindqvist of 63 crates near Pier Halloran."
COMMON = "Officials in Turkey and in Russia, among them Erdogan and Putin, spoke of Syria with Ankara and Moscow."


def test_two_reports_in_two_languages_share_a_story_by_its_names_and_numbers() -> None:
    found = stories([a_report("a", text=RARE), a_report("b", text=RARE_FR, language="fr"), a_report("c", text=OTHER)])
    assert found.kinship("a", "b") == found.kinship("b", "a") >= 0.25
    assert found.kinship("a", "c") == 0.0


def test_states_and_their_leaders_are_no_story() -> None:
    assert stories([a_report("a", text=COMMON), a_report("b", text=COMMON)]).kin == {}


def test_the_first_word_of_a_sentence_a_year_and_a_digit_are_no_names() -> None:
    assert names(a_report(text="Yesterday it rained. Nobody saw 3 of Belkacem's goats in 2019, 12 were found.")) == {
        "belkacem",
        "12",
    }


def test_furniture_holds_no_names() -> None:
    text = "Read also Jens Okafor. A goat of Nadir Belkacem was lost."
    assert names(a_report(text=text, furniture=((0, 23),))) == {"nadir", "belkacem"}


def test_a_script_without_capitals_goes_by_its_words() -> None:
    assert "بلقاسم" in names(a_report(text="تحدث نادر بلقاسم في البلدة", language="ar"))


def test_reports_in_two_scripts_and_short_ones_need_share_no_names() -> None:
    long = [
        a_report(id_, text=" ".join(f"at {name}{letter}" for letter in "abcdefghijklmnopqrst"))
        for id_, name in (("a", "Abna"), ("b", "Zuri"))
    ]
    arabic = a_report("c", text=" ".join(f"زيتونة{letter}" for letter in "بتثجحخدذرزسشصضطظ"), language="ar")
    told = stories([*long, arabic, a_report("d", text="Seen by Belkacem.")]).names
    assert not told.mute("a", "b")
    assert told.mute("a", "c")
    assert told.mute("a", "d")


@settings(deadline=None, max_examples=30)
@given(st.permutations([RARE, RARE_FR, OTHER, COMMON]))
def test_the_order_of_reports_does_not_matter(texts: list[str]) -> None:
    assert stories([a_report(text, text=text) for text in texts]) == stories(
        [a_report(text, text=text) for text in sorted(texts)]
    )
