"""The columns of what stands answer as the tables do, after every change, however they came to be."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store import by_tables
from trucewatch import store
from trucewatch.errors import SettingsError
from trucewatch.sample import sample_path
from trucewatch.store import ask, counts
from trucewatch.store.columns_load import loaded
from trucewatch.store.overview import Overview, Overviews
from trucewatch.store.store import Store

LATE = "IDLIB, March 9, 2020 - Two shells fell on the town of Binnish on Sunday, wounding a child, residents said."


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The store of the sample."""
    made = store.make_store(tmp_path_factory.mktemp("overview") / "store", ["idlib-2020"])
    store.add(made, [str(sample_path())])
    yield made
    made.engine.dispose()


DAYS = st.sampled_from([None, "2019-12-31", "2020-02-28", "2020-03-05", "2020-03-06", "2020-03-07", "2021-01-01"])
ASKED = st.builds(
    ask.Where,
    period=st.one_of(st.none(), st.tuples(DAYS, DAYS)),
    place=st.sampled_from([None, None, "SY", "SY-ID", "nowhere"]),
    type=st.sampled_from([None, "kin", "kin.shelling", "harm", "dip", "none"]),
    party=st.sampled_from([None, None, "SYR", "SYR.army", "TUR", "nobody"]),
    kind=st.sampled_from([None, "event", "statement", "figure", "none"]),
    term=st.sampled_from([None, None, ("idlib-2020", "art1"), ("idlib-2018", "art2"), ("none", "none")]),
    labels=st.sampled_from([(), (), ("possible",), ("outside", "possible"), ("none",)]),
    disputed=st.booleans(),
)


@pytest.fixture(scope="module")
def overview(kept: Store) -> Overview:
    return Overviews().of(store.held(kept))


@given(where=ASKED, by=st.sampled_from(counts.WAYS), size=st.integers(1, 7))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_columns_answer_every_filter_as_the_tables_do(overview: Overview, where: ask.Where, by: str, size: int) -> None:
    kept = overview.kept
    assert overview.count(where) == ask.count(kept, where)
    assert overview.per_day(where, by) == by_tables.per_day(kept, where, by)  # type: ignore[arg-type]
    after = None
    for _ in range(3):
        ours = overview.page(where, after=after, size=size)
        assert ours == ask.incident_page(kept, where, after=after, size=size)
        after = ours.after
        if after is None:
            break


@given(where=ASKED, by=st.sampled_from(counts.WAYS), days=st.tuples(DAYS, DAYS))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_days_are_taken_from_the_counts_of_all(
    overview: Overview, where: ask.Where, by: str, days: tuple[str | None, str | None]
) -> None:
    def within(day: str) -> bool:
        return (not days[0] or day >= days[0]) and (not days[1] or day <= days[1])

    found, whole = overview.per_day(where, by, days), overview.per_day(where, by)  # type: ignore[arg-type]
    assert found.all == {day: n for day, n in whole.all.items() if within(day)}
    assert found.keyed == {(day, key): n for (day, key), n in whole.keyed.items() if within(day)}
    assert found.undated == whole.undated


def test_a_place_to_go_on_from_need_not_be_one_of_ours(overview: Overview) -> None:
    for after in ("2020-03-05T12:00:00Z|i_", "|i_5", "|", "0|", "9999|x", "2020-03-06T00:00:00Z|zzz"):
        assert overview.page(after=after) == ask.incident_page(overview.kept, after=after)
    with pytest.raises(SettingsError):
        overview.page(after="nonsense")


def test_choices_and_labels_are_counted_as_the_tables_have_them(overview: Overview) -> None:
    assert overview.choices() == by_tables.choices(overview.kept)
    assert overview.tally() == by_tables.tally(overview.kept)


def test_after_each_change_what_was_brought_up_is_what_is_read_anew(kept: Store, tmp_path: Path) -> None:
    home = tmp_path / "store"
    shutil.copytree(kept.directory, home)
    own, known = store.open_store(home, many=True), Overviews()
    late = tmp_path / "late.txt"
    late.write_text(LATE, encoding="utf-8")
    word = store.Word("A. Analyst", "seen in the original")

    def changes() -> Iterator[str]:
        yield "as it was"
        store.add(own, [str(late)])
        yield "a report"
        one, other = [one.id for one in ask.incident_page(store.held(own), ask.Where(kind="event")).items[:2]]
        act = store.merge(own, [one, other], word).act
        yield "two incidents as one"
        store.undo(own, act, word)
        yield "taken back"
        store.judge(own, "accept", ask.incident_page(store.held(own), ask.Where(kind="event")).items[0].claims, word)
        yield "accepted"

    for what in changes():
        now = store.held(own)
        ours, fresh = known.of(now), Overview(now, loaded(now), known.of(now).told)
        assert ours.columns.n == now.n, what
        for where in (ask.EVERYTHING, ask.Where(kind="event", place="SY-ID"), ask.Where(labels=("possible",))):
            for by in ("type", "root", "zone"):
                assert ours.per_day(where, by) == by_tables.per_day(now, where, by), what
            assert ours.page(where, size=200) == ask.incident_page(now, where, size=200), what
        assert ours.choices() == fresh.choices() == by_tables.choices(now), what
        assert ours.tally() == by_tables.tally(now), what
    own.engine.dispose()
