"""A store in a folder of its own, whose clock stands where the tests put it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from trucewatch.store import Store, make_store

MORNING = datetime(2020, 3, 6, 6, tzinfo=UTC)
STRIKE = (
    "SARAQEB, March 6, 2020 (Outlet One) - Government aircraft bombed Saraqeb on Thursday, killing four civilians, "
    "the Syrian Observatory for Human Rights said."
)
DENIED = "Moscow, March 6, 2020 - Russia's defence ministry denied that its aircraft had bombed Saraqeb on Thursday."
SHELLING = "On 7 March 2020 government artillery shelled Kafr Nabl, wounding two people, the White Helmets said."
ARABIC = "إدلب، 6 آذار 2020 - قال المرصد إن الطائرات الحربية قصفت مدينة سراقب، بعد إطلاق صواريخ من المنطقة."


def ticking(start: datetime = MORNING) -> Callable[[], datetime]:
    """A clock that moves an hour each time it is looked at."""
    hours = iter(range(10_000))
    return lambda: start + timedelta(hours=next(hours))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A new store on the protocol of 2020."""
    return make_store(tmp_path / "store", ["idlib-2020"], clock=ticking())


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., str]:
    """Write texts as files into one folder and give its path."""

    def given(folder: str, **texts: str) -> str:
        home = tmp_path / folder
        home.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (home / f"{name}.txt").write_text(text, encoding="utf-8")
        return str(home)

    return given
