"""What is being added is told by every process that serves, one adding at a time, whoever ends meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from trucewatch import store
from trucewatch.errors import SettingsError
from trucewatch.serve.adding_jobs import STOPPED, Job, Jobs, Noted
from trucewatch.store.standing import Stood

ADDED = store.Added(3, ("r_1",), 2, (("a.txt", "r_0"),), (), (), Stood(1, 0, 1, 0))


def once(jobs: Jobs, number: int, holds: Callable[[Job], bool]) -> Job:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        told = jobs.told(number)
        if told is not None and holds(told):
            return told
        time.sleep(0.02)
    raise AssertionError("it never came to that")


def over(jobs: Jobs, number: int) -> Job:
    return once(jobs, number, lambda told: told.over)


def test_one_process_tells_of_what_another_adds_and_waits_its_turn(tmp_path: Path) -> None:
    one, other = Jobs(tmp_path), Jobs(tmp_path)
    go, order = threading.Event(), []

    def slowly(noted: Noted) -> store.Added:
        noted("extract", 3, 10)
        go.wait(30)
        order.append("first")
        return ADDED

    def at_once(_: Noted) -> store.Added:
        order.append("second")
        return ADDED

    first = one.begin(slowly, tmp_path / "none")
    assert once(other, first, lambda told: told.stage == "extract") == Job("extract", 3, 10)
    second = other.begin(at_once, tmp_path / "none")
    assert first != second
    waiting = one.told(second)
    assert waiting is not None
    assert not waiting.over
    go.set()
    assert over(other, first) == over(one, second) == Job(added=ADDED)
    assert order == ["first", "second"]


def test_what_went_wrong_is_told_and_the_received_files_go(tmp_path: Path) -> None:
    received = tmp_path / "received"
    received.mkdir()

    def wrong(_: Noted) -> store.Added:
        raise SettingsError("nothing fits.")

    jobs = Jobs(tmp_path / "jobs")
    jobs.folder.mkdir()
    assert "nothing fits." in over(jobs, jobs.begin(wrong, received)).problem
    assert not received.exists()


def test_an_adding_whose_process_was_killed_is_over(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    Noted(tmp_path / "7.json").keep(Job("extract", 3, 10))  # and nobody holds its lock
    told = jobs.told(7)
    assert told is not None
    assert (told.over, told.problem) == (True, STOPPED)
    assert jobs.told(8) is None
