"""serve: what is being added and what was, in a folder, so that every process that serves the pages tells of it."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from trucewatch import store
from trucewatch.errors import TrucewatchError
from trucewatch.model.codec import from_text, to_row

PATIENCE = 24 * 3600.0
"""Seconds that an adding waits for those before it."""
EVERY = 0.2
"""Seconds between two notes of how far a stage of an adding is."""
STOPPED = "The work stopped at a fault of this program; nothing was kept."


@dataclass(frozen=True)
class Job:
    """One adding: how far it is, and what it came to."""

    stage: str = "read"
    done: int = 0
    total: int | None = None
    added: store.Added | None = None
    problem: str = ""

    @property
    def over(self) -> bool:
        """Whether nothing more will change."""
        return self.added is not None or bool(self.problem)


@dataclass
class Noted:
    """Takes note of how far an adding is, for whoever asks."""

    path: Path
    job: Job = field(default_factory=Job)
    _last: float = 0.0

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Called as the work goes on; a new stage is noted at once."""
        if stage != self.job.stage or time.monotonic() - self._last >= EVERY:
            self.keep(Job(stage, done, total))

    def keep(self, job: Job) -> None:
        """Write it down, whole or not at all."""
        self.job, self._last = job, time.monotonic()
        part = self.path.with_suffix(".part")
        part.write_text(json.dumps(to_row(job), ensure_ascii=False), encoding="utf-8")
        part.replace(self.path)


@dataclass
class Jobs:
    """Addings, one at a time in the order in which people asked, whichever process they asked."""

    folder: Path

    @classmethod
    def alone(cls) -> Jobs:
        """Those of one process, in a folder of their own that goes when nobody can ask any more."""
        made = cls(new_folder())
        weakref.finalize(made, shutil.rmtree, made.folder, ignore_errors=True)
        return made

    def begin(self, work: Callable[[Noted], store.Added], received: Path) -> int:
        """Start an adding; its folder of received files is removed when it is over."""
        number = self._number()
        noted, begun = Noted(self._path(number)), threading.Event()
        threading.Thread(target=self._run, args=(number, noted, work, received, begun), daemon=True).start()
        begun.wait()
        return number

    def told(self, number: int) -> Job | None:
        """How far an adding is; None where nothing is known of it."""
        path = self._path(number)
        try:
            job = from_text(Job, path.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return None
        if job.over or _is_held(self._alive(number)):
            return job
        # Whoever worked on it is gone, unless it ended this moment.
        last = from_text(Job, path.read_text(encoding="utf-8"))
        return last if last.over else replace(last, problem=STOPPED)

    def _run(
        self, number: int, noted: Noted, work: Callable[[Noted], store.Added], received: Path, begun: threading.Event
    ) -> None:
        with held(self._alive(number)):
            noted.keep(noted.job)
            begun.set()
            end = Job(problem=STOPPED)
            try:
                with held(self.folder / "turn"):
                    end = Job(added=work(noted))
            except TrucewatchError as error:
                end = Job(problem=str(error))
            finally:
                shutil.rmtree(received, ignore_errors=True)  # before anybody is told that it is over
                noted.keep(end)

    def _number(self) -> int:
        """The next number, which no other process has taken."""
        taken = [int(path.stem) for path in self.folder.glob("*.json") if path.stem.isdecimal()]
        number = max(taken, default=0) + 1
        while True:
            with suppress(FileExistsError):
                os.close(os.open(self._path(number), os.O_CREAT | os.O_EXCL | os.O_WRONLY))
                return number
            number += 1

    def _path(self, number: int) -> Path:
        return self.folder / f"{number}.json"

    def _alive(self, number: int) -> Path:
        return self.folder / f"{number}.alive"


def new_folder() -> Path:
    """An empty folder for notes; it is for whoever asks for it to take it away."""
    return Path(tempfile.mkdtemp(prefix="trucewatch-adding-"))


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a lock that no other process can hold, and that is free again when its holder ends, however it ends.

    A database locks its file in the same way on every system; it stays empty.
    """
    line = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        line.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        line.close()


def _is_held(path: Path) -> bool:
    line = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        line.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        return True
    finally:
        line.close()
    return False
