"""When terms turn although nothing new is told."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from tests.assess.worlds import truce
from tests.factories import a_report
from trucewatch.assess import available, findings, load_agreement
from trucewatch.assess.timers import timers
from trucewatch.model import Agreement


def labels(agreement: Agreement, now: datetime, provision: str | None = None) -> dict[str, str]:
    """Label of every term, or of one, when no incident is told."""
    at = now.isoformat()
    made = findings([], [], [a_report(published="2015-01-01")], [agreement], valid=at, known="2040-01-01T00:00:00Z")
    return {one.id: one.label for one in made if provision in (None, one.provision)}


def test_a_deadline_turns_what_is_pending_into_overdue_by_itself() -> None:
    agreement = truce()
    (deadline,) = [one for one in timers(agreement, "2031-04-03", "2031-05-01") if one.what == "by"]
    at = datetime.fromisoformat(deadline.at)
    found = [
        list(labels(agreement, at + by, "patrols").values()) for by in (-timedelta(seconds=1), timedelta(seconds=2))
    ]
    assert found == [["pending"], ["overdue"]]


@pytest.mark.parametrize("name", available())
def test_between_two_timers_no_label_changes(name: str) -> None:
    agreement = load_agreement(name)
    start = datetime.fromisoformat(f"{agreement.signed}T12:00:00+00:00")
    until = start + timedelta(days=120)
    turns = timers(agreement, start.isoformat(), until.isoformat(), known="2040-01-01T00:00:00Z")
    instants = sorted({datetime.fromisoformat(one.at) for one in turns})
    assert instants
    for before, after in pairwise([start, *instants][:16]):
        early, late = before + timedelta(seconds=2), after - timedelta(seconds=2)
        if early < late:
            assert labels(agreement, early) == labels(agreement, late), (before, after)
