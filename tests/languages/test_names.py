"""Names in the forms of their language."""

from __future__ import annotations

from trucewatch.languages.names import adjective_forms, name_forms


def test_a_person_declines_in_first_and_last_name() -> None:
    found = name_forms("Игорь Петров", "ru", person=True)
    assert found[0] == "Игорь Петров"
    assert "игорем петровом" in found or "игорю петрову" in found


def test_a_body_declines_in_its_head_and_what_agrees_with_it() -> None:
    found = name_forms("Российская академия наук", "ru")
    assert "российской академии наук" in found
    assert "российскую академию наук" in found


def test_an_adjective_takes_gender_number_and_case() -> None:
    assert {"турецкая", "турецких", "турецкому"} <= set(adjective_forms("турецкий", "ru"))


def test_a_language_without_declensions_leaves_a_name_as_it_is() -> None:
    assert name_forms("United Nations", "en") == ("United Nations",)
    assert adjective_forms("Syrian", "en") == ("Syrian",)


def test_capitals_alone_do_not_decline() -> None:
    assert name_forms("ООН", "ru") == ("ООН",)
