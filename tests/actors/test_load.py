"""tests: the packaged lists hold together, cover every state, and user lists extend them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trucewatch.actors import Actors, load_actors
from trucewatch.actors.actor import ActorName
from trucewatch.actors.load import PARTS, compile_files, packaged_files
from trucewatch.actors.names import forms
from trucewatch.errors import InputError
from trucewatch.languages.fold import match_key

CURATED = ("en", "fr", "ar", "ru", "tr")
MEMBERS = 193


@pytest.fixture(scope="module")
def actors() -> Actors:
    return load_actors()


def member_ids() -> list[str]:
    text = packaged_files()[0].read_text(encoding="utf-8").split("# no member states")[0]
    return [line.removeprefix("- id: ") for line in text.splitlines() if line.startswith("- id: ")]


def test_every_member_state_of_the_united_nations_is_listed() -> None:
    assert len(set(member_ids())) == MEMBERS


def test_every_member_state_has_names_in_english_and_french(actors: Actors) -> None:
    for id_ in member_ids():
        actor = actors.get(id_)
        assert actor is not None
        assert actor.kind == "state"
        assert actor.names["en"], id_
        assert actor.names["fr"], id_


def test_nearly_every_member_state_has_an_adjective_in_english_and_french(actors: Actors) -> None:
    for language in ("en", "fr"):
        having = {n.id for names in actors.names(language).values() for n in names if n.use == "adjective"}
        # Congo-Brazzaville and Dominica share theirs with a neighbour, so that the adjective alone would mislead
        assert set(member_ids()) - having <= {"COG", "DMA"}


def test_every_parent_ally_and_office_exists(actors: Actors) -> None:
    for id_ in actors.ids():
        actor = actors.get(id_)
        assert actor is not None
        links = [actor.of, actor.country, *(a.id for a in actor.ally_of), *(held.office for held in actor.offices)]
        assert all(actors.get(link) for link in links if link), id_
        assert actors.ancestors(id_)[0] == id_


def _declined(name: ActorName, language: str) -> set[str]:
    """The keys of a name's forms, where its language declines names."""
    told = [forms(name.text, language, use=name.use, person=person) for person in (False, True)]
    return {match_key(form) for found in told for form in found}


def test_names_are_reachable_under_the_key_of_their_text(actors: Actors) -> None:
    for language in CURATED:
        for key, names in actors.names(language).items():
            assert key == match_key(key)
            assert all(match_key(name.text).endswith(key) or key in _declined(name, language) for name in names)


def test_no_name_means_two_persons(actors: Actors) -> None:
    for language in CURATED:
        for key, names in actors.names(language).items():
            persons = {n.id for n in names if (a := actors.get(n.id)) is not None and a.kind == "person"}
            assert len(persons) <= 1, (language, key, persons)


def test_names_that_mean_two_actors_are_known_and_few(actors: Actors) -> None:
    shared = {
        (language, key): {n.id for n in names if n.theatre is None}
        for language in CURATED
        for key, names in actors.names(language).items()
    }
    assert {where: ids for where, ids in shared.items() if len(ids) > 1} == {
        ("fr", "ani"): {"NNA", "ANI"},
        ("ar", "عمان"): {"JOR", "OMN"},
        ("ru", "сана"): {"YEM", "SANA"},
        ("tr", "sana"): {"YEM", "SANA"},
    }


def test_no_listed_actor_is_a_private_person(actors: Actors) -> None:
    assert not [id_ for id_ in actors.ids() if (a := actors.get(id_)) is not None and a.private]


def test_a_users_list_adds_actors_and_names(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "- {id: SYR, names: {en: [the Levant republic]}}\n"
        "- {id: ZZA.guard, kind: force, of: ZZA, names: {en: [Zed Guard]}}\n"
        "- {id: ZZA, kind: state, names: {en: [Zedland]}, adjectives: {en: [Zedish]}}\n",
        encoding="utf-8",
    )
    actors = load_actors([path])
    assert [n.id for n in actors.lookup("levant republic", "en")] == ["SYR"]
    assert actors.lookup("syria", "en")[0].id == "SYR"
    assert actors.ancestors("ZZA.guard") == ("ZZA.guard", "ZZA")
    part = actors.part("ZZA", "soldiers", "en")
    assert part is not None
    assert (part.id, part.name) == ("ZZA.army", "Zedish army")
    assert load_actors().lookup("zedland", "en") == ()


def test_packaged_lists_may_not_share_an_id(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    for path in (one, two):
        path.write_text("- {id: ZZA, kind: state}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"two\.yaml:1: .* is in .*one\.yaml too"):
        compile_files([one, two], [], PARTS)


def test_the_compiled_form_is_plain_json(actors: Actors) -> None:
    compiled = compile_files(packaged_files(), [], PARTS)
    again = Actors(json.loads(json.dumps(compiled)))
    assert again.ids() == actors.ids()
    assert again.names("fr") == actors.names("fr")


def test_lists_load_without_a_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    path = tmp_path / "mine.yaml"
    path.write_text("- {id: ZZC, kind: state, names: {en: [Zeecland]}}\n", encoding="utf-8")
    assert load_actors([path]).lookup("zeecland", "en")[0].id == "ZZC"
