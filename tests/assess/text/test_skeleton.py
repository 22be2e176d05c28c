"""A folder to begin an agreement with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trucewatch.assess import begin, check
from trucewatch.errors import AgreementError

KINDS = (
    "prohibition", "achieve", "maintain", "recur", "quota", "exchange",
    "report", "define", "permission", "power", "principle",
)  # fmt: skip


def filled(folder: Path) -> None:
    """Each TODO replaced by the example that stands beside it."""
    path = folder / "agreement.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    done = [line.replace("TODO", found[1]) if (found := re.search(r"# such as (.*)", line)) else line for line in lines]
    path.write_text("\n".join(done), encoding="utf-8")


def test_what_is_begun_is_refused_until_it_is_filled(tmp_path: Path) -> None:
    begin(tmp_path / "my-truce")
    with pytest.raises(AgreementError):
        check(str(tmp_path / "my-truce"))


def test_once_filled_it_holds_every_kind_of_term(tmp_path: Path) -> None:
    begin(tmp_path / "my-truce")
    filled(tmp_path / "my-truce")
    agreement = check(str(tmp_path / "my-truce"))
    assert agreement.id == "my-truce"
    assert {item.form or item.kind for item in agreement.provisions} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_one_kind_alone_makes_a_sound_file(kind: str, tmp_path: Path) -> None:
    begin(tmp_path / "one", [kind])
    filled(tmp_path / "one")
    found = {item.form or item.kind for item in check(str(tmp_path / "one")).provisions}
    assert found == ({"prohibition", kind} if kind == "permission" else {kind})


def test_a_misspelt_kind_and_a_folder_that_is_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(AgreementError, match="quota"):
        begin(tmp_path / "new", ["quotas"])
    with pytest.raises(AgreementError, match="there already"):
        begin(tmp_path)
