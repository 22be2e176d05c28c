"""Words of an agreement in other languages: a file beside it that its hash leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.assess.worlds import SOUND
from trucewatch.assess import load_agreement
from trucewatch.assess.text.words import english, lacking
from trucewatch.errors import AgreementError


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a sound agreement."""
    folder = tmp_path / "calm"
    folder.mkdir()
    (folder / "agreement.yaml").write_text(SOUND.read_text(encoding="utf-8"), encoding="utf-8")
    for path in SOUND.parent.glob("*.geojson"):
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def write(home: Path, text: str, language: str = "fr") -> None:
    (home / f"words.{language}.yaml").write_text(f"schema: trucewatch-words/1\n{text}", encoding="utf-8")


def test_words_are_held_by_the_english_that_they_stand_for(home: Path) -> None:
    before = load_agreement(str(home))
    write(home, "title: La trêve\nprovisions: {calm: {title: Le calme}}\n")
    after = load_agreement(str(home))
    term = next(one for one in after.provisions if one.id == "calm")
    assert after.words == {"fr": {after.title: "La trêve", term.title: "Le calme"}}
    assert (before.words, before.hash) == ({}, after.hash)


def test_what_a_file_lacks_is_told_by_its_paths(home: Path) -> None:
    write(home, "title: La trêve\n")
    agreement = load_agreement(str(home))
    paths = lacking(agreement, "fr")
    assert "title" not in paths
    assert "provisions.calm.paraphrase" in paths
    assert len(paths) == len({text for _, text in english(agreement)}) - 1 or len(paths) > 5


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("provisions: {clam: {title: Le calme}}\n", 2, 'the text has nothing at "provisions.clam.title"'),
        ("title:\nprovisions:\n  calm:\n    titel: Le calme\n", 2, "there are no words here"),
        ("title: La trêve\nprovisions:\n  calm:\n    titel: Le calme\n", 5, 'Did you mean "title"?'),
    ],
)
def test_words_for_what_is_not_in_the_text_are_refused(home: Path, text: str, line: int, problem: str) -> None:
    write(home, text)
    with pytest.raises(AgreementError) as error:
        load_agreement(str(home))
    assert problem in str(error.value)
    assert f"words.fr.yaml:{line}" in str(error.value)


def test_a_file_that_does_not_say_what_it_is_is_refused(home: Path) -> None:
    (home / "words.fr.yaml").write_text("title: La trêve\n", encoding="utf-8")
    with pytest.raises(AgreementError, match="Begin it with `schema: trucewatch-words/1`"):
        load_agreement(str(home))
