"""The words of a text, folded, with where they stand."""

from __future__ import annotations

from trucewatch.languages.words import words_of


def test_the_words_of_a_text_lead_back_to_where_they_stand() -> None:
    text = "L’ARMÉE, سراقب؛ ٣٤ wounded"
    assert [(word.key, text[slice(*word.span)]) for word in words_of(text)] == [
        ("l", "L"),
        ("armee", "ARMÉE"),
        ("سراقب", "سراقب"),
        ("34", "٣٤"),
        ("wounded", "wounded"),
    ]
