"""The agreements that ship with the package: their cases hold, and their terms are as they should be."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from trucewatch.actors import load_actors
from trucewatch.assess import available, lacking_words, load_agreement, run_cases, show_text
from trucewatch.assess.text.load import PACKAGED
from trucewatch.assess.text.strictyaml import read
from trucewatch.errors import AgreementError
from trucewatch.model import Line, Zone

NAMES = available()


@pytest.mark.parametrize("name", NAMES)
def test_every_case_gets_the_label_that_it_asks_for(name: str) -> None:
    results = run_cases(name)
    assert len(results) >= 12
    assert [f"{result.name}: {result.why}" for result in results if not result.passed] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_folder_says_what_is_known_and_what_is_not(name: str) -> None:
    notes = (PACKAGED / name / "NOTES.md").read_text(encoding="utf-8")
    for heading in ("Known from the text", "Not in the text", "Readings", "Reconstructed", "Disputed", "Not confirmed"):
        assert heading in notes
    assert load_agreement(name).notes_file == "NOTES.md"


@pytest.mark.parametrize("name", NAMES)
def test_every_operative_term_has_its_article_and_no_file_holds_the_words_of_a_text(name: str) -> None:
    agreement = load_agreement(name)
    assert [item.id for item in agreement.provisions if item.basis == "operative" and not item.article] == []
    raw = read(PACKAGED / name / "agreement.yaml").data
    assert [item["id"] for item in raw["provisions"] if "words" in item] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_shape_states_its_basis_and_only_published_ones_are_exact(name: str) -> None:
    agreement = load_agreement(name)
    shapes: list[Line | Zone] = [*agreement.lines.values(), *agreement.zones.values()]
    for shape in shapes:
        assert shape.basis
        if shape.status == "reconstructed":
            # A drawing along a border that every atlas has is off by a kilometre; one of a front by several.
            assert shape.tolerance_km >= 1


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_declared_is_used_by_a_term_or_drawn_on_the_map(name: str) -> None:
    document = read(PACKAGED / name / "agreement.yaml").data
    used = {"signed"} | set(
        _words({key: value for key, value in document.items() if key not in ("sources", "parties")})
    )
    for part in ("anchors", "zones", "acts", "classes"):
        assert [key for key in document.get(part, {}) if key not in used] == []


def _words(value: object) -> Iterator[str]:
    """Every text in a file but the names under which things are declared."""
    if isinstance(value, dict):
        for item in value.values():
            yield from _words(item)
    elif isinstance(value, list):
        for item in value:
            yield from _words(item)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("name", NAMES)
def test_a_prohibition_names_only_what_happens_never_what_it_would_mean(name: str) -> None:
    for act in load_agreement(name).acts.values():
        assert [code for code in act.types if "violation" in code or not re.match(r"[a-z]+\.[a-z_*]+$", code)] == []


def test_the_corridor_is_twelve_kilometres_wide_between_trumba_and_ain_al_havr() -> None:
    agreement = load_agreement("idlib-2020")
    corridor = agreement.zones["corridor"]
    assert (corridor.of, corridor.distance_km) == ("m4", 6.0)
    lons = [lon for ring in corridor.polygons for lon, _ in ring]
    assert 36.1 < min(lons) < 36.25
    assert 36.8 < max(lons) < 36.9


def test_the_entry_into_force_has_one_instant_for_each_clock() -> None:
    effective = load_agreement("idlib-2020").anchors["effective"]
    assert (effective.earliest, effective.latest) == ("2020-03-05T21:01:00Z", "2020-03-05T22:01:00Z")
    assert set(effective.clocks.values()) == {"+02:00", "+03:00"}


def test_the_page_for_a_lawyer_has_every_term_with_its_basis() -> None:
    agreement = load_agreement("idlib-2020")
    page = show_text(agreement)
    for item in agreement.provisions:
        assert f"[{item.id}] {item.title}" in page
    assert "one side's statement" in page
    assert "Paraphrases are ours" in page
    assert agreement.hash in page
    assert max(len(line) for line in page.splitlines() if "http" not in line) <= 130


def test_the_zone_without_lines_says_until_when() -> None:
    assert "Undefined until the lines of the demilitarised zone are published." in show_text(
        load_agreement("idlib-2018")
    )


def test_the_two_texts_call_the_same_parties_by_the_same_names() -> None:
    first, second = (load_agreement(name) for name in ("idlib-2018", "idlib-2020"))
    ids = {party.id: (party.name, party.aliases) for party in first.parties}
    shared = {party.id: (party.name, party.aliases) for party in second.parties if party.id in ids}
    assert shared == {name: ids[name] for name in shared}
    assert len(shared) >= 5


def test_every_alias_is_in_the_actor_lists() -> None:
    actors = load_actors()
    for name in NAMES:
        for party in load_agreement(name).parties:
            plain = [alias for alias in party.aliases if not alias.endswith(".*")]
            assert [alias for alias in plain if actors.get(alias) is None] == []


def test_cases_that_name_an_unknown_provision_or_field_are_refused(tmp_path: Path) -> None:
    shutil.copytree(PACKAGED / "idlib-2018", tmp_path / "copy")
    cases = tmp_path / "copy" / "cases.yaml"
    text = cases.read_text(encoding="utf-8")
    cases.write_text(text.replace("provision: art8", "provision: art88", 1), encoding="utf-8")
    with pytest.raises(AgreementError, match=r'cases\.yaml:\d+: there is no provision "art88"\. Did you mean "art8"'):
        run_cases(str(tmp_path / "copy"))
    cases.write_text(text.replace("target: [TUR.army]", "targt: [TUR.army]", 1), encoding="utf-8")
    with pytest.raises(AgreementError, match=r'Did you mean "target"'):
        run_cases(str(tmp_path / "copy"))


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_text_is_whole_in_every_language_of_the_pages(name: str) -> None:
    agreement = load_agreement(name)
    # English words of its own a text may have beside: what it stands in already is English.
    assert {language: lacking_words(agreement, language) for language in sorted({*agreement.words} - {"en"})} == {
        language: [] for language in ("ar", "fr", "ru", "tr")
    }
