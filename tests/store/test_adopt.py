"""A changed text is taken in: findings follow it, and what was said before keeps the text it was said under."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import SHELLING, STRIKE, ticking
from trucewatch.assess.text.load import folder
from trucewatch.errors import AgreementError, SettingsError
from trucewatch.store import Known, Store, Where, Word, add, adopt, ask, held, make_store, record, verify

WORD = Word("Leyla", "the annex was signed")
ART1 = ("idlib-2020", "art1")


@pytest.fixture
def told(store: Store, write: Callable[..., str]) -> Store:
    """A store that holds two reports."""
    add(store, [write("day", strike=STRIKE, shelling=SHELLING)])
    return store


def _changed(tmp_path: Path, old: str, new: str) -> str:
    """A copy of the protocol of 2020 in which some words are others."""
    home = tmp_path / "mine"
    shutil.copytree(folder("idlib-2020"), home)
    file = home / "agreement.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return str(home)


def _labels(store: Store) -> list[str]:
    return [finding.label for finding in ask.findings(held(store), Where(term=ART1)) if finding.incident]


def test_findings_follow_the_changed_text_and_old_reports_keep_theirs(told: Store, tmp_path: Path) -> None:
    before, labels = record(told), _labels(told)
    mine = _changed(tmp_path, '"2020-03-06T00:01"', '"2020-03-04T00:01"')
    done = adopt(told, mine, WORD)
    assert done.replaced
    assert done.supports == ()
    assert done.stood.findings_changed > 0
    assert "outside" in labels
    assert "outside" not in _labels(told)
    assert record(told, Known(held=2)) == before
    assert record(told).agreements[0].hash != before.agreements[0].hash
    assert verify(told) == ()


def test_a_changed_text_gives_what_a_store_made_with_it_gives(
    told: Store, tmp_path: Path, write: Callable[..., str]
) -> None:
    mine = _changed(tmp_path, '"2020-03-06T00:01"', '"2020-03-04T00:01"')
    adopt(told, mine, WORD)
    other = make_store(tmp_path / "other", [mine], clock=ticking())
    add(other, [write("day", strike=STRIKE, shelling=SHELLING)])
    assert held(told).findings() == held(other).findings()
    assert held(told).incidents() == held(other).incidents()


def test_one_more_agreement_comes_with_the_texts_it_stands_on(tmp_path: Path, write: Callable[..., str]) -> None:
    reports = write("day", strike=STRIKE, shelling=SHELLING)
    later = make_store(tmp_path / "later", ["astana-2017"], clock=ticking())
    add(later, [reports])
    done = adopt(later, "idlib-2020", WORD)
    assert not done.replaced
    assert done.supports == ("idlib-2018",)
    at_once = make_store(tmp_path / "at_once", ["astana-2017", "idlib-2020"], clock=ticking())
    add(at_once, [reports])
    assert record(later) == record(at_once)


def test_the_old_text_can_be_adopted_again(told: Store, tmp_path: Path) -> None:
    before = held(told).findings()
    adopt(told, _changed(tmp_path, '"2020-03-06T00:01"', '"2020-03-04T00:01"'), WORD)
    assert held(told).findings() != before
    adopt(told, "idlib-2020", WORD)
    assert held(told).findings() == before


def test_the_log_says_which_text_came_for_which_by_whom_and_why(told: Store, tmp_path: Path) -> None:
    before = record(told).agreements[0].hash
    adopt(told, _changed(tmp_path, '"2020-03-06T00:01"', '"2020-03-04T00:01"'), WORD)
    entry = told.entries()[-1]
    assert (entry.what, entry.who, entry.details["why"]) == ("adopt", WORD.who, WORD.why)
    assert entry.details["agreement"] == "idlib-2020"
    assert entry.details["before"] == before
    assert entry.details["hash"] == record(told).agreements[0].hash


def test_a_text_with_a_mistake_changes_nothing(told: Store, tmp_path: Path) -> None:
    broken = _changed(tmp_path, "buffer: {of: contact_line", "buffer: {of: contact_lime")
    with pytest.raises(AgreementError, match="contact_lime"):
        adopt(told, broken, WORD)
    assert len(told.entries()) == 2


def test_the_very_text_that_is_held_is_refused_and_so_is_a_change_without_a_reason(told: Store) -> None:
    with pytest.raises(SettingsError, match="holds this very text"):
        adopt(told, "idlib-2020", WORD)
    with pytest.raises(SettingsError, match="--why"):
        adopt(told, "idlib-2020", Word("Leyla", " "))
    assert len(told.entries()) == 2
