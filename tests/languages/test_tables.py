"""Tables of endings as they stand in a pack's file."""

from __future__ import annotations

from trucewatch.languages.tables import case_endings, phrases, read_inflection

CASES = ("nom", "gen", "acc")
RAW = {
    "phrases": "agree",
    "declensions": {
        "M": {"sg": "0 a 0", "plural": "y ov y/ov"},
        "ADJ": {"m": "yj ogo yj", "plural": "ye yh -"},
    },
    "suffixes": {"L": "l, la"},
    "reflexive": {"ending": "sja", "after_vowel": "s", "vowels": "a", "passive": "past"},
    "adjectives": [{"if": "(.*)yj", "forms": {"base": "\\1+ADJ"}}],
    "nouns": [{"if": "(.*)", "gender": "m", "forms": {"base": "\\1+M"}}],
    "verbs": [{"if": "(.*)t", "forms": {"inf": "\\1t", "past": "\\1+L"}}],
}


def test_a_declension_gives_a_form_for_each_case() -> None:
    forms = list(read_inflection(RAW, CASES).noun("udar"))
    assert ("udara", "base.sg.gen") in forms
    assert ("udarov", "base.plural.acc") in forms
    assert ("udar", "base.sg.nom") in forms


def test_an_adjective_takes_the_case_of_its_noun_and_what_follows_stays() -> None:
    forms = [form for form, _ in read_inflection(RAW, CASES).noun("novyj udar vraga")]
    assert "novogo udara vraga" in forms
    assert "novyh udarov vraga" in forms
    assert "novyh udara vraga" not in forms


def test_a_reflexive_form_may_be_the_passive() -> None:
    forms = dict(read_inflection(RAW, CASES).verb("bit"))
    assert forms["bilas"] == "past.passive.derived"
    assert forms["bilsja"] == "past.passive.derived"


def test_a_perfective_present_is_a_future() -> None:
    raw = {"verbs": [{"if": "(.*)t", "forms": {"pres": "\\1jot"}}]}
    assert list(read_inflection(raw).verb("ubit", perfective=True)) == [("ubijot", "fut")]


def test_endings_of_names_give_their_cases() -> None:
    assert case_endings({"endings": {"nom acc": "*", "gen": "A"}}) == {
        "*": frozenset({"nom", "acc"}),
        "a": frozenset({"gen"}),
    }


def test_phrases_may_be_a_list_or_parted_by_commas() -> None:
    assert phrases("a, b c") == phrases(["a", "b c"]) == ["a", "b c"]
