"""A folder of YAML becomes a pack, and what is wrong with it is said with file and line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from trucewatch.errors import LanguageError
from trucewatch.languages import load, tables

Broken = Callable[[str, str, str], str]


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Broken:
    """A copy of the English pack in which one text of one file is replaced; gives the name of the copy."""

    def make(file: str, old: str, new: str) -> str:
        name = f"x{abs(hash((file, old, new)))}"
        shutil.copytree(load.HOME / "en", tmp_path / name)
        path = tmp_path / name / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        monkeypatch.setattr(load, "HOME", tmp_path)
        return name

    return make


@pytest.mark.parametrize("code", load.available())
def test_every_pack_loads(code: str) -> None:
    pack = load.load_pack(code)
    assert pack.code == code
    assert len(pack.phrases) > 1000
    assert pack.frames


@pytest.mark.parametrize("code", load.available())
def test_every_frame_gives_a_code_of_the_vocabulary(code: str) -> None:
    families = {"kin", "pos", "wd", "civ", "hum", "mon", "crowd", "dip", "pol", "harm", "state", "term"}
    assert {frame.gives.partition(".")[0] for frame in load.load_pack(code).frames} <= families


@pytest.mark.parametrize("code", load.available())
def test_number_words_and_approximators_are_ordered_intervals(code: str) -> None:
    pack = load.load_pack(code)
    assert all(n.high is None or n.low <= n.high for n in pack.numbers.values())
    assert all(a.high is None or a.low <= a.high for a in pack.approximators.values())


def test_a_language_without_a_pack_is_named_with_those_there_are() -> None:
    with pytest.raises(LanguageError, match=r"no pack for this language.*en"):
        load.load_pack("zz")


def test_yaml_scalars_keep_their_letters(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text("neg: [no, on, 22:00, 1.50]", encoding="utf-8")
    assert load.read_yaml(path) == {"neg": ["no", "on", "22:00", "1.50"]}


def test_a_file_that_is_no_yaml_is_named_with_its_line(broken: Broken) -> None:
    code = broken("frames.yaml", "- {id: en.effect", "- {id: [en.effect")
    with pytest.raises(LanguageError, match=r"frames.yaml:\d+"):
        load.load_pack(code)


def test_an_unknown_field_of_a_frame_is_named(broken: Broken) -> None:
    code = broken("frames.yaml", "gives: term.entry_into_force, verb", "gives: term.entry_into_force, werb")
    with pytest.raises(LanguageError, match="werb"):
        load.load_pack(code)


def test_an_unknown_kind_of_function_word_is_named(broken: Broken) -> None:
    code = broken("words.yaml", "\nconj:", "\nkonj:")
    with pytest.raises(LanguageError, match="konj"):
        load.load_pack(code)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="missing"):
        load.read_yaml(tmp_path / "dates.yaml")


def test_phrases_may_be_a_list_or_parted_by_commas() -> None:
    assert tables.phrases("shell, open fire") == tables.phrases(["shell", "open fire"]) == ["shell", "open fire"]
    assert tables.phrases(None) == []
