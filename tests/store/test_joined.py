"""New claims join the incidents that stand, and what stands then is what one run over everything gives."""

from __future__ import annotations

import datetime as dt
import importlib
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bench.grouping import truce as made_up
from tests.store.conftest import ticking
from trucewatch.errors import SettingsError
from trucewatch.model import Claim, Report
from trucewatch.resolve.joining import Rejoined, rejoin
from trucewatch.store import Store, Word, held, joined, judge, make_store, shelf_tables, tables
from trucewatch.store.add import keep_claims, keep_reports
from trucewatch.store.deep import deep
from trucewatch.store.held import held_in
from trucewatch.store.knowledge import loaded
from trucewatch.store.standing import restand

Batch = Sequence[Report]


@pytest.fixture(scope="module", autouse=True)
def reach() -> Iterator[list[Rejoined | None]]:
    """A shelf from the first report on, and what each joining came to; None where everything was done at once."""
    came: list[Rejoined | None] = []

    def told(*given: object) -> Rejoined | None:
        came.append(rejoin(*given))  # type: ignore[arg-type]
        return came[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(joined, "LEAST", 1)
        patch.setattr(joined, "rejoin", told)
        stories = importlib.import_module("trucewatch.resolve.stories")
        patch.setattr(stories, "FEW_REPORTS", 10)
        patch.setattr(stories, "GROWTH", 6.0)
        yield came


def _truce(seed: int, acts_a_day: int) -> tuple[list[Report], dict[str, list[Claim]]]:
    """Some forty claims of few villages; with few acts a day, days and villages are quiet; with many, blocks fill."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(made_up, "ACTS_A_DAY", acts_a_day)
        patch.setattr(made_up, "VILLAGES", 6)
        given = made_up.truce(40, seed)
    by_report: dict[str, list[Claim]] = {}
    for claim in given.claims:
        by_report.setdefault(claim.report, []).append(claim)
    return [_undated(report, by_report) if n % 4 == 3 else report for n, report in enumerate(given.reports)], by_report


def _undated(report: Report, by_report: dict[str, list[Claim]]) -> Report:
    """A report without a date, of which half name the day of the week of their acts, and whose claims have no day."""
    told = by_report[report.id]
    days = {dt.date.fromisoformat(one.time.start[:10]).weekday() for one in told if one.time and one.time.start}
    by_report[report.id] = [replace(one, time=None) for one in told]
    meta: dict[str, object] = {"weekdays": sorted(days)} if int(report.id[2:]) % 2 else {}
    return replace(report, published=None, meta=meta)


def _join(store: Store, reports: Batch, claims: dict[str, list[Claim]]) -> None:
    with store.changing("add") as change:
        before = held_in(change)
        keep_reports(change, [*before.undated_reports(), *reports], {one.id: one for one in before.reports()})
        keep_claims(change, reports, [claim for report in reports for claim in claims.get(report.id, ())])
        with loaded(change.connection, change.n) as knowledge:
            restand(change, held_in(change), knowledge)


def _decide(store: Store, rng: random.Random) -> None:
    """A decision about some claims that stand; one that contradicts an earlier one is refused, and changes nothing."""
    claims = [claim.id for claim in held(store).claims()]
    verdict = rng.choice(["same", "not_same", "reject", "accept"])
    some = rng.sample(claims, 2 if verdict in ("same", "not_same") else 1)
    try:
        judge(store, verdict, some, Word("Leyla", "seen"))  # type: ignore[arg-type]
    except SettingsError:
        assert verdict in ("same", "not_same")


@settings(max_examples=2, deadline=None)
@given(seed=st.integers(0, 10_000), acts_a_day=st.sampled_from([1, 3, 70]))
def test_whatever_joins_in_whatever_order_stands_as_one_run_gives_it(seed: int, acts_a_day: int) -> None:
    rng = random.Random(seed)
    reports, claims = _truce(seed, acts_a_day)
    rng.shuffle(reports)
    with tempfile.TemporaryDirectory() as folder:
        store = make_store(Path(folder) / "store", ["idlib-2018"], clock=ticking())
        first = len(reports) // 2
        _join(store, reports[:first], claims)
        while first < len(reports):
            size = rng.choice((1, 2, 5, 12))
            _join(store, reports[first : first + size], claims)
            first += size
            if rng.random() < 0.4:
                _decide(store, rng)
        assert list(deep(store)) == []


def test_one_report_more_groups_only_its_neighbourhood_anew(tmp_path: Path, reach: list[Rejoined | None]) -> None:
    reports, claims = _truce(1, 3)
    store = make_store(tmp_path / "store", ["idlib-2018"], clock=ticking())
    _join(store, reports[:-1], claims)
    stood = len(held(store).incidents())
    reach.clear()
    _join(store, reports[-1:], claims)
    assert reach[0] is not None
    assert 0 < len(reach[0].groups) < stood / 2


def test_what_findings_rest_on_is_kept_as_one_run_keeps_it(tmp_path: Path) -> None:
    reports, claims = _truce(3, 3)
    by_steps, at_once = (make_store(tmp_path / name, ["idlib-2018"], clock=ticking()) for name in ("steps", "once"))
    _join(at_once, reports, claims)
    for batch in (reports[:9], reports[9:], []):
        _join(by_steps, batch, claims)
    found, keys = tables.findings, tables.finding_keys
    asked = select(keys.c.key, found.c.row).join(keys, keys.c.finding == found.c.pk).where(found.c.known_to.is_(None))
    kept = []
    for store in (by_steps, at_once):
        with store.reading() as connection:
            kept.append({tuple(row) for row in connection.execute(asked)})
    assert kept[0]
    assert kept[0] == kept[1]


def test_a_shelf_of_other_rules_is_made_anew(tmp_path: Path, reach: list[Rejoined | None]) -> None:
    reports, claims = _truce(2, 3)
    store = make_store(tmp_path / "store", ["idlib-2018"], clock=ticking())
    _join(store, reports[:-2], claims)
    with store.engine.begin() as connection:
        connection.execute(shelf_tables.join_state.update().values(value='{"n": 2, "step": 10, "rules": "of others"}'))
    reach.clear()
    _join(store, reports[-2:-1], claims)
    assert reach == []
    _join(store, reports[-1:], claims)
    assert len(reach) == 1
    with store.reading() as connection:
        (kept,) = connection.execute(select(shelf_tables.join_state.c.value)).scalars()
    assert "of others" not in kept
