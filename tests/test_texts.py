"""The texts that a run was made under, kept beside its results."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trucewatch import folder
from trucewatch.assess.text.load import PACKAGED, load_agreement
from trucewatch.errors import InputError
from trucewatch.model import Record, RunInfo
from trucewatch.texts import KEPT

STACK = [("idlib-2020", "Our r"), ("idlib-2018", "Sochi"), ("astana-2017", "Memor")]


def _own(home: Path, old: str = "title: Additional Protocol", new: str = "title: Our reading of the Protocol") -> Path:
    """A changed text of ours under the name of one of the package, with the text it stands on."""
    for name in ("idlib-2020", "idlib-2018"):
        shutil.copytree(PACKAGED / name, home / name)
    path = home / "idlib-2020" / "agreement.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    return home / "idlib-2020"


def _run(name: str, *texts: str) -> Record:
    hashes = {f"agreement {text.id}": text.hash for text in map(load_agreement, texts)}
    return Record((), (), (), (), (), (), (), RunInfo("0.1.0", agreements=(name,), hashes=hashes))


def test_a_text_of_ones_own_goes_with_the_run_and_not_the_packages_of_the_same_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = _own(tmp_path / "mine")
    monkeypatch.chdir(tmp_path / "mine")
    folder.save(_run("idlib-2020", str(mine), "idlib-2018", "astana-2017"), tmp_path / "out", formats=())
    monkeypatch.chdir(tmp_path)
    shutil.rmtree(tmp_path / "mine")
    loaded = folder.load(tmp_path / "out").agreements
    assert [(text.id, text.title[:5]) for text in loaded] == STACK
    assert loaded[0].hash != load_agreement("idlib-2020").hash


def test_the_packages_own_texts_are_not_copied(tmp_path: Path) -> None:
    folder.save(_run("idlib-2020", "idlib-2020", "idlib-2018", "astana-2017"), tmp_path / "out", formats=())
    assert not (tmp_path / "out" / KEPT).exists()
    assert [text.id for text in folder.load(tmp_path / "out").agreements] == [id_ for id_, _ in STACK]


def test_where_only_another_text_of_the_name_is_there_it_is_refused_with_what_to_do(tmp_path: Path) -> None:
    mine = _own(tmp_path / "mine")
    folder.save(_run("idlib-2020", str(mine), "idlib-2018", "astana-2017"), tmp_path / "out", formats=())
    with pytest.raises(
        InputError, match=r"the text of idlib-2020 .* is not at hand\. Put the folder of that text into"
    ):
        folder.load(tmp_path / "out")
    shutil.copytree(mine, tmp_path / "out" / KEPT / "idlib-2020")
    assert folder.load(tmp_path / "out").agreements[0].title.startswith("Our reading")
