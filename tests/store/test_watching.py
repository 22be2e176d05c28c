"""Who could see what is kept in the store: findings follow it, and old reports keep what was stated then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from trucewatch.errors import AgreementError, SettingsError
from trucewatch.store import Known, Store, Where, Word, add, ask, held, record, unwatch, verify, watch, watches

WORD = Word("Leyla", "their weekly report says so")
QUIET = "Geneva, March 10, 2020 - The special envoy met ministers in Geneva on Monday, his office said."
SEEN = """coverage:
  - who: Monitoring mission
    types: [kin.*, pos.*, mon.*, civ.*]
    from: "2020-03-01"
    to: "2020-04-01"
    source: weekly report
"""


@pytest.fixture
def quiet(store: Store, write: Callable[..., str]) -> Store:
    """A store whose one report tells of no act of war."""
    add(store, [write("day", quiet=QUIET)])
    return store


@pytest.fixture
def stated(tmp_path: Path) -> Callable[..., Path]:
    """Write a file of coverage, some words of it changed."""

    def given(old: str = "", new: str = "") -> Path:
        assert old in SEEN
        path = tmp_path / "seen.yaml"
        path.write_text(SEEN.replace(old, new) if old else SEEN, encoding="utf-8")
        return path

    return given


def _label(store: Store) -> set[str]:
    return {one.label for one in ask.findings(held(store), Where(term=("idlib-2020", "art1"))) if one.incident is None}


def test_silence_tells_once_somebody_is_stated_to_have_seen_all(quiet: Store, stated: Callable[..., Path]) -> None:
    before = record(quiet)
    assert _label(quiet) == {"no_violation_seen"}
    done = watch(quiet, stated(), WORD)
    assert _label(quiet) == {"maintained"}
    assert done.ids == ("v_3.1",)
    assert [(id_, one.who) for id_, one in watches(held(quiet))] == [("v_3.1", "Monitoring mission")]
    assert record(quiet, Known(held=2)) == before
    assert watches(held(quiet, 2)) == ()
    assert verify(quiet) == ()


def test_what_was_known_by_an_instant_follows_the_statement_too(quiet: Store, stated: Callable[..., Path]) -> None:
    watch(quiet, stated(), WORD)
    known = record(quiet, Known(as_of="2020-03-12T00:00Z"))
    assert {f.label for f in known.findings if f.provision == "art1" and f.incident is None} == {"maintained"}


def test_later_reports_are_held_against_it(
    quiet: Store, stated: Callable[..., Path], write: Callable[..., str]
) -> None:
    watch(quiet, stated('to: "2020-04-01"', 'to: "2020-03-12"'), WORD)
    assert _label(quiet) == {"maintained"}
    add(quiet, [write("late", late=QUIET.replace("March 10", "March 20"))])
    assert _label(quiet) == {"no_violation_seen"}


def test_a_statement_is_undone_and_stays_in_the_log(quiet: Store, stated: Callable[..., Path]) -> None:
    before = held(quiet).findings()
    watch(quiet, stated(), WORD)
    unwatch(quiet, "v_3.1", Word("Omar", "no access for two days"))
    assert held(quiet).findings() == before
    assert watches(held(quiet)) == ()
    assert len(watches(held(quiet, 3))) == 1
    assert [(entry.what, entry.who) for entry in quiet.entries()[2:]] == [
        ("coverage", "Leyla"),
        ("undo_coverage", "Omar"),
    ]
    with pytest.raises(SettingsError, match=r"no statement of coverage v_3\.1 stands"):
        unwatch(quiet, "v_3.1", WORD)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kin.*", "kin.sheling", r'seen\.yaml:3: there is no type "kin\.sheling"\. Did you mean "kin\.shelling"'),
        ('from: "2020-03-01"', "from: spring", r'seen\.yaml:4: "spring" is no time'),
        ('to: "2020-04-01"', 'to: "2020-02-01"', r"seen\.yaml:5: it ends \(2020-02-01\) before it begins"),
        (
            "source: weekly report",
            "zone: along_contct",
            r'seen\.yaml:6: there is no zone "along_contct"\. Did you mean',
        ),
        ("source:", "sourse:", r'seen\.yaml:6: .*Did you mean "source"'),
    ],
)
def test_a_mistake_is_named_with_its_line_and_nothing_is_kept(
    quiet: Store, stated: Callable[..., Path], old: str, new: str, said: str
) -> None:
    with pytest.raises(AgreementError, match=said):
        watch(quiet, stated(old, new), WORD)
    assert len(quiet.entries()) == 2


def test_the_same_statement_twice_and_one_without_a_reason_are_refused(
    quiet: Store, stated: Callable[..., Path]
) -> None:
    watch(quiet, stated(), WORD)
    with pytest.raises(SettingsError, match="holds all of these"):
        watch(quiet, stated(), WORD)
    with pytest.raises(SettingsError, match="--why"):
        watch(quiet, stated(), Word("Leyla", ""))
    assert len(quiet.entries()) == 3


def test_a_zone_that_two_texts_have_is_stated_with_its_text(quiet: Store, stated: Callable[..., Path]) -> None:
    with pytest.raises(
        AgreementError,
        match=r'"deescalation_area" is a zone of 2 texts\. Say which: idlib-2020\.\w+ or idlib-2018\.\w+',
    ):
        watch(quiet, stated("source: weekly report", "zone: deescalation_area"), WORD)
    file = stated("source: weekly report", "zone: idlib-2018.deescalation_area")
    file.write_text(file.read_text(encoding="utf-8").replace('"2020-03-01"', '"2018-09-01"'), encoding="utf-8")
    watch(quiet, file, WORD)
    assert [one.zone for _, one in watches(held(quiet))] == ["idlib-2018.deescalation_area"]
    (stood,) = [one for one in held(quiet).findings() if one.provision == "art2" and one.incident is None]
    assert (stood.agreement, stood.label) == ("idlib-2018", "maintained")
    watch(quiet, stated("source: weekly report", "zone: along_contact"), WORD)
    assert watches(held(quiet))[-1][1].zone == "idlib-2020.along_contact"
