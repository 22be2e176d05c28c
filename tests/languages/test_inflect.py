"""Every form of a word, made when a pack is compiled."""

from __future__ import annotations

import pytest

from trucewatch.languages.load import load_pack


def _forms(phrase: str, kind: str = "verb", language: str = "en") -> frozenset[str]:
    return next(s.forms for s in load_pack(language).phrases[phrase] if s.kind == kind)


@pytest.mark.parametrize(
    ("form", "lemma", "tag"),
    [
        ("shelled", "shell", "past"),
        ("shelling", "shell", "ger"),
        ("shells", "shell", "pres"),
        ("denied", "deny", "past"),
        ("seizing", "seize", "ger"),
        ("withdrew", "withdraw", "past"),
        ("withdrawn", "withdraw", "part"),
        ("shot down", "shoot down", "past"),
        ("took effect", "take effect", "past"),
    ],
)
def test_english_verbs_have_all_their_forms(form: str, lemma: str, tag: str) -> None:
    sense = next(s for s in load_pack("en").phrases[form] if s.kind == "verb")
    assert sense.lemma == lemma
    assert tag in sense.forms


@pytest.mark.parametrize("plural", ["soldiers", "clashes", "casualties", "children", "women"])
def test_nouns_have_their_plurals(plural: str) -> None:
    assert "plural" in _forms(plural, "noun")


def test_one_spelling_may_be_several_forms() -> None:
    assert {"past", "part"} <= _forms("shelled")


@pytest.mark.parametrize("form", ["bombarde", "bombardaient", "bombardé", "bombardant"])
def test_french_verbs_have_theirs(form: str) -> None:
    from trucewatch.languages.fold import match_key

    assert any(s.lemma == "bombarder" for s in load_pack("fr").phrases[match_key(form)])
