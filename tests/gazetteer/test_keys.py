"""How names sound: which spellings are one name, and which are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.gazetteer.keys import alike, script_of, sounds, strength


def _one_name(first: str, second: str) -> bool:
    return any(alike(a, b) for a in sounds(first) for b in sounds(second))


ONE = [
    "Idlib|Idleb|İdlib|Edlib|إدلب|ادلب|Идлиб",
    "Saraqib|Saraqeb|Sarakeb|سراقب|Саракиб",
    "Deir ez-Zor|Dayr az Zawr|Deir Ezzor|Deir al-Zour|دير الزور|Дейр-эз-Зор",
    "Jisr al-Shughur|Jisr ash Shughūr|جسر الشغور|Джиср-эш-Шугур",
    "Maarat al-Numan|Ma'arrat an Nu'man|Maaret al-Numan|معرة النعمان",
    "Khan Shaykhun|Khan Sheikhoun|خان شيخون|Хан-Шейхун",
    "Qamishli|Kamichli|القامشلي|Эль-Камышлы",
    "Suwayda|Sweida|Soueida|As-Suwayda|السويداء",
    "Afrin|Efrin|عفرين|Африн",
    "Raqqa|Rakka|Ar-Raqqah|الرقة|Ракка",
]


@pytest.mark.parametrize("spellings", ONE)
def test_the_spellings_of_a_name_sound_alike_across_scripts(spellings: str) -> None:
    first, *others = spellings.split("|")
    assert [other for other in others if not _one_name(first, other)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sayda", "Suwayda"), ("Hama", "Homs"), ("Aleppo", "Idlib"), ("Marea", "Nahr"), ("Binnish", "Banyas"),
        ("Khan", "Kan"), ("Douma", "Dimas"), ("Tell Rifaat", "Tell Abyad"),
    ],
)  # fmt: skip
def test_other_names_do_not(one: str, other: str) -> None:
    assert not _one_name(one, other)


def test_the_article_is_no_part_of_a_name_but_a_word_of_its_own_letters_is() -> None:
    assert _one_name("al-Bab", "Bab")
    assert not _one_name("Ar", "Asharah")


def test_a_script_of_other_letters_has_no_sound() -> None:
    assert script_of("東京") is None
    assert sounds("東京") == ()


def test_strength_counts_the_consonants() -> None:
    assert [strength(sounds(name)[0]) for name in ("Idlib", "Hama", "Khan Shaykhun")] == [3, 2, 5]


@given(st.text(max_size=40))
def test_any_text_has_sounds_that_are_alike_with_themselves(text: str) -> None:
    found = sounds(text)
    assert found == sounds(text)
    assert all(alike(sound, sound) and len(sound.vowels) == len(sound.consonants) + 1 for sound in found)
