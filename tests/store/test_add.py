"""Reports that join a store: in any order, in any batches, the same stands as after one run over all of them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.conftest import ARABIC, DENIED, SHELLING, STRIKE, ticking
from trucewatch import pipeline
from trucewatch.model import Record
from trucewatch.store import Adding, Known, Store, add, held, make_store, record

UNDATED = "Government aircraft bombed Saraqeb on Thursday, people in Idlib and Saraqeb told Outlet Two on Friday."
TEXTS = {
    "a": STRIKE,
    "b": DENIED,
    "c": SHELLING,
    "d": ARABIC,
    "e": UNDATED,
    "f": "Saraqeb, Idlib, March 6, 2020 - Turkey, Russia, Moscow, Ankara and Damascus said they would talk.",
}


def _standing(known: Record) -> dict[str, object]:
    """What stands, whatever the order in which reports came."""
    return {
        "reports": {one.id: one for one in known.reports},
        "claims": {one.id: one for one in known.claims},
        "incidents": known.incidents,
        "findings": known.findings,
        "coverage": known.coverage,
        "rejected": {(one.source, one.reason) for one in known.rejected},
    }


@settings(max_examples=12)
@given(st.permutations(sorted(TEXTS)), st.sets(st.integers(1, len(TEXTS) - 1)))
def test_whatever_the_order_and_the_batches_the_same_stands_as_after_one_run(order: list[str], cuts: set[int]) -> None:
    with TemporaryDirectory() as name:
        home = Path(name)
        for one, text in TEXTS.items():
            (home / "in" / one).parent.mkdir(exist_ok=True)
            (home / "in" / f"{one}.txt").write_text(text, encoding="utf-8")
        store = make_store(home / "store", ["idlib-2020"], clock=ticking())
        edges = [0, *sorted(cuts), len(order)]
        for first, last in pairwise(edges):
            add(store, [str(home / "in" / f"{one}.txt") for one in order[first:last]])
        whole = [str(home / "in" / f"{one}.txt") for one in sorted(TEXTS)]
        assert _standing(record(store)) == _standing(pipeline.run(whole, pipeline.Options(agreements=("idlib-2020",))))


def test_a_report_read_before_is_said_and_not_doubled(store: Store, write: Callable[..., str]) -> None:
    source = write("first", strike=STRIKE)
    first, second = add(store, [source]), add(store, [source])
    assert (len(first.reports), len(second.reports)) == (1, 0)
    assert second.read_before == (("first/strike.txt", first.reports[0]),)
    assert second.rejected == ()
    assert second.stood.incidents_changed == second.stood.findings_changed == 0
    assert len(held(store).reports()) == 1


def test_another_text_under_a_held_id_is_refused_with_its_reason(store: Store, tmp_path: Path) -> None:
    for name, text in (("one", STRIKE), ("two", SHELLING)):
        (tmp_path / f"{name}.jsonl").write_text(f'{{"id": "r_x", "text": "{text}"}}\n', encoding="utf-8")
    add(store, [str(tmp_path / "one.jsonl")])
    added = add(store, [str(tmp_path / "two.jsonl")])
    assert [item.reason for item in added.rejected] == ["the id r_x is taken by another text in this store"]
    assert record(store).rejected == added.rejected


def test_a_claim_that_a_later_report_dates_otherwise_is_closed_and_not_changed(store: Store, tmp_path: Path) -> None:
    names = "Idlib Saraqeb Maarat Ariha Binnish Sarmin"
    (tmp_path / "open.txt").write_text(
        f"Government aircraft bombed Saraqeb on Thursday. People of {names} spoke of it to {names} on Friday.",
        encoding="utf-8",
    )
    (tmp_path / "dated.txt").write_text(
        f"March 6, 2020\n\nAid reached the towns of {names} on Friday, the agency said, near {names}.", encoding="utf-8"
    )
    first = add(store, [str(tmp_path / "open.txt")])
    second = add(store, [str(tmp_path / "dated.txt")])
    assert second.dated_anew == first.reports
    then, now = held(store, first.n).claims(), held(store, second.n).claims()
    assert then
    assert [claim for claim in now if claim.report == first.reports[0]] != list(then)
    assert held(store, first.n).claims() == then


def test_originals_are_kept_as_received_once(store: Store, write: Callable[..., str]) -> None:
    source = write("first", strike=STRIKE)
    add(store, [source])
    add(store, [source])
    kept = list(store.originals.iterdir())
    assert [path.read_text(encoding="utf-8") for path in kept] == [STRIKE]
    assert [path.name for path in kept] == [held(store).reports()[0].sha256]
    assert not store.incoming.exists()


def test_everything_held_can_be_read_again(store: Store, write: Callable[..., str]) -> None:
    add(store, [write("first", strike=STRIKE)])
    before = held(store).claims()
    again = add(store, [], Adding(again=True))
    assert again.claims == 0
    assert again.stood.incidents_changed == 0
    assert held(store).claims() == before
    assert store.entries()[-1].details["again"] is True


def test_what_is_held_back_by_an_instant_is_not_shown_as_rejected(store: Store, tmp_path: Path) -> None:
    row = '{"text": "Neues aus Idlib.", "language": "de", "published": "2020-03-09"}\n'
    (tmp_path / "one.jsonl").write_text(row, encoding="utf-8")
    add(store, [str(tmp_path / "one.jsonl")])
    assert len(record(store).rejected) == 1
    assert record(store, Known(as_of="2020-03-06")).rejected == ()
