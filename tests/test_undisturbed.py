"""The collector of cycles while much is made, in one thread or several."""

from __future__ import annotations

import gc
import threading

import pytest

from trucewatch.undisturbed import undisturbed


def test_the_collector_stands_still_and_runs_again() -> None:
    assert gc.isenabled()
    with undisturbed():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with undisturbed():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_collector_runs_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), undisturbed():
        raise ValueError("broken")
    assert gc.isenabled()


def test_it_stands_still_until_the_last_thread_is_done() -> None:
    begun, may_end = threading.Event(), threading.Event()

    def work() -> None:
        with undisturbed():
            begun.set()
            may_end.wait(10)

    other = threading.Thread(target=work)
    with undisturbed():
        other.start()
        assert begun.wait(10)
    assert not gc.isenabled()
    may_end.set()
    other.join()
    assert gc.isenabled()
