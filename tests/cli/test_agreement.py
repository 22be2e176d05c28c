"""`trucewatch agreement check`: what it says of the files of an agreement's words."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner

from trucewatch.assess.text.load import PACKAGED
from trucewatch.cli import main


def checked(home: Path) -> str:
    result = CliRunner().invoke(main, ["agreement", "check", str(home)])
    assert result.exit_code == 0, result.output
    return result.output


def test_it_says_which_words_a_language_lacks_and_which_are_whole(tmp_path: Path) -> None:
    home = tmp_path / "astana-2017"
    shutil.copytree(PACKAGED / "astana-2017", home)
    words = (home / "words.fr.yaml").read_text(encoding="utf-8")
    (home / "words.fr.yaml").write_text(words.replace("  homs_area:", "  # homs_area:"), encoding="utf-8")
    said = checked(home)
    assert "words.ar.yaml: complete." in said
    assert "words.fr.yaml: lacks 2: zones.homs_area.name, zones.homs_area.basis." in said


def test_of_many_missing_words_it_names_the_first(tmp_path: Path) -> None:
    home = tmp_path / "astana-2017"
    shutil.copytree(PACKAGED / "astana-2017", home)
    (home / "words.fr.yaml").write_text("schema: trucewatch-words/1\ntitle: Mémorandum\n", encoding="utf-8")
    said = next(line for line in checked(home).splitlines() if "words.fr.yaml" in line)
    assert said.startswith("  words.fr.yaml: lacks ")
    assert "parties.RUS" in said
    assert said.endswith(", …")
