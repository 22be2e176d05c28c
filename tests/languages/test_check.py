"""What is wrong with a pack beyond what keeps it from loading."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trucewatch.languages.check import Fault, check_pack
from trucewatch.languages.load import HOME, available, load_pack


def _faults(tmp_path: Path, file: str, old: str, new: str) -> list[Fault]:
    folder = tmp_path / "en"
    shutil.copytree(HOME / "en", folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return [fault for fault in check_pack(load_pack("en"), folder) if fault.grave]


@pytest.mark.parametrize("code", available())
def test_the_packaged_languages_have_no_grave_fault(code: str) -> None:
    assert [str(fault) for fault in check_pack(load_pack(code), HOME / code) if fault.grave] == []


def test_a_class_that_no_word_has_is_found(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, "frames.yaml", "verb: host,", "verb: hoast,")
    assert "'hoast'" in str(fault)
    assert str(fault).startswith("frames.yaml")


def test_a_frame_told_twice_is_found(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, "frames.yaml", "id: en.right,", "id: en.effect,")
    assert "stands twice" in str(fault)


def test_a_key_told_twice_is_found_with_its_line(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, "language.yaml", "name: English", "name: English\nname: Anglais")
    assert fault.line == 2


def test_an_unknown_field_is_found(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, "lexicon.yaml", "weapon: aircraft, nouns", "wapon: aircraft, nouns")
    assert "wapon" in str(fault)


def test_a_measure_that_does_not_exist_is_found(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, "lexicon.yaml", "measure: killed", "measure: dead")
    assert "'dead'" in str(fault)


def test_an_empty_phrase_is_found(tmp_path: Path) -> None:
    (fault,) = _faults(tmp_path, "numbers.yaml", "words: [nearly,", 'words: ["-", nearly,')
    assert "'-'" in str(fault)


def test_a_sentence_told_twice_among_the_cases_is_found(tmp_path: Path) -> None:
    text = "- text: There were no casualties."
    (fault,) = _faults(tmp_path, "cases.yaml", text, f"{text}\n  claims: []\n{text}")
    assert "twice" in str(fault)
