"""Which conflicts a report is about."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.reading import english, knowledge, told
from trucewatch.extract import load_knowledge, theatres
from trucewatch.extract.theatres import theatres_in_play
from trucewatch.languages.fold import fold


def _in_play(text: str) -> frozenset[str]:
    return theatres_in_play(fold(text), english(), knowledge())


def _doers(text: str) -> set[str]:
    return {a.id or a.text for c in told(text) for a in c.actors if a.role == "perpetrator"}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled a market in Idlib.",
        "Rebels shelled a market in Deir ez-Zor.",
        "Rebels shelled a Syrian village.",
        "Rebels shelled a market, the Syrian Observatory for Human Rights said.",
    ],
)
def test_a_place_or_an_actor_of_the_country_tells(text: str) -> None:
    assert "syria" in _in_play(text)
    assert _doers(text) == {"SYR.opp"}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled a market in Lima, Peru.",
        "Rebels shelled a market.",
        "Insurgents shelled a market in Peru. The Peruvian army said that Peru would answer, as Peru always had. "
        "The Peruvian president said that a man from Syria was among them.",
    ],
)
def test_rebels_of_elsewhere_or_nowhere_are_nobody_in_particular(text: str) -> None:
    assert "syria" not in _in_play(text)
    assert "SYR.opp" not in _doers(text)


def test_a_word_in_small_letters_is_no_country() -> None:
    assert _in_play("the turkey in the oven was eaten by rebels") == frozenset()


def test_who_names_the_conflicts_is_believed() -> None:
    chosen = dataclasses.replace(knowledge(), theatres=frozenset({"syria"}))
    assert theatres_in_play(fold("Rebels shelled a market."), english(), chosen) == {"syria"}


def test_a_users_list_brings_its_own_conflict(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "- {id: PER.front, kind: group, country: PER, name: Highland Front,\n"
        "   theatre_names: {highlands: {en: [the fronters]}}}\n",
        encoding="utf-8",
    )
    mine = load_knowledge(actor_files=[path], languages=["en"])
    assert theatres_in_play(fold("The fronters shelled a market in Peru."), english(), mine) == {"highlands"}
    assert theatres_in_play(fold("The fronters shelled a market in Norway."), english(), mine) == frozenset()


def test_the_rebels_of_two_conflicts_at_once_are_nobody_in_particular() -> None:
    assert "SYR.opp" not in _doers("Rebels shelled a market, it was said in Syria and in Yemen.")
    assert _doers("Rebels shelled a market in Yemen.") == {"HOUTHI"}


@given(st.text(st.characters(codec="ascii")) | st.text())
def test_plain_texts_are_cut_into_the_same_words_the_quick_way(text: str) -> None:
    assert theatres._words(text) == re.findall(r"[^\W_]+", text)
