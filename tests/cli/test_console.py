"""What goes to standard error."""

from __future__ import annotations

import time

import pytest

from trucewatch.cli import console
from trucewatch.model import Rejected


def test_a_rejected_input_is_one_line_with_place_reason_and_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    console.warn(
        [Rejected("a.csv", "there is no column time.", "Add it.", line=3), Rejected("b.txt", "Empty.", "Drop it.")]
    )
    assert capsys.readouterr().err == "a.csv:3: there is no column time. Add it.\nb.txt: Empty. Drop it.\n"


def test_the_status_says_whether_something_was_rejected() -> None:
    with pytest.raises(SystemExit) as nothing:
        console.leave([])
    with pytest.raises(SystemExit) as something:
        console.leave([Rejected("b.txt", "Empty.", "Drop it.")])
    assert (nothing.value.code, something.value.code) == (0, 3)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that a test moves."""
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def test_progress_stays_silent_for_the_first_second(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    progress = console.Progress(watched=True)
    clock[0] = 0.9
    progress("extract", 1, 10)
    progress.clear()
    assert capsys.readouterr().err == ""


def test_progress_counts_after_a_second_and_goes_away(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    progress = console.Progress(watched=True)
    clock[0] = 1.5
    progress("extract", 5, 10)
    shown = capsys.readouterr().err
    assert shown == "\rextract: 5 of 10 [############------------]"
    progress.clear()
    assert capsys.readouterr().err == "\r" + " " * (len(shown) - 1) + "\r"


def test_progress_is_silent_where_nobody_watches(clock: list[float], capsys: pytest.CaptureFixture[str]) -> None:
    progress = console.Progress()
    clock[0] = 5.0
    progress("extract", 5, 10)
    assert capsys.readouterr().err == ""
