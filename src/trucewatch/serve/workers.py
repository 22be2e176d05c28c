"""serve: several processes that answer at one address over one store, as one process uses one core.

What they share is the store itself, which each asks for its last change before it answers; the secret of the forms; and
the folder in which addings are noted. On Linux they are forks of one that has read what all need, which they share.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import secrets
import shutil
import signal
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trucewatch.errors import SettingsError
from trucewatch.serve.adding_jobs import Jobs, new_folder
from trucewatch.serve.app import application
from trucewatch.serve.desk import Desk
from trucewatch.serve.look import prepare

if TYPE_CHECKING:
    from trucewatch.store.overview import Overviews

MOST = 4
"""Processes that are started unless more are asked for."""
FORKED = "fork" in multiprocessing.get_all_start_methods() and os.uname().sysname == "Linux"
SHARED = hasattr(socket, "SO_REUSEPORT")
"""Whether several processes can listen at one port, so that the system hands out those who ask."""
ENDING = (signal.SIGINT, signal.SIGTERM)
SELDOM = (20_000, 20, 20)
"""After how many new objects the collector of cycles looks: what a page is made of is freed without it."""
PATIENCE = 10.0
"""Seconds in which a process that is told to end may finish what it is answering."""
SOON = 2.0
"""Seconds before which a process that ends is taken to end always."""


def usual() -> int:
    """As many processes as there are cores for us, at most `MOST`."""
    if not SHARED:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MOST, cores)


@dataclass(frozen=True)
class Served:
    """What the processes of one server have in common."""

    directory: Path
    host: str
    port: int
    secret: bytes
    jobs: Path


def run(directory: Path, host: str, port: int, workers: int) -> None:
    """Serve a store by so many processes until Ctrl-C; one that ends is replaced."""
    if workers > 1 and not SHARED:
        raise SettingsError("--workers: this system lets one process alone listen at a port. Leave --workers out.")
    _listening(host, port, shared=False).close()  # others who listen here already are not joined in silence
    jobs = new_folder()
    served = Served(directory, host, port, secrets.token_bytes(32), jobs)
    try:
        if workers == 1:
            _worker(served, None)
        else:
            _supervise(served, workers)
    finally:
        shutil.rmtree(jobs, ignore_errors=True)


def answer(served: Served, overviews: Overviews | None) -> None:
    """Answer until told to end: the whole life of one process."""
    import uvicorn

    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    desk = Desk.at(served.directory, secret=served.secret, overviews=overviews)
    app = application(desk, jobs=Jobs(served.jobs))
    gc.set_threshold(*SELDOM)
    threading.Thread(target=lambda: desk.overview(desk.kept()), daemon=True).start()
    line = _listening(served.host, served.port, shared=parent is not None)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    with suppress(KeyboardInterrupt):  # Ctrl-C is how people end it
        uvicorn.Server(config).run(sockets=[line])


def _supervise(served: Served, workers: int) -> None:
    """Start the processes, replace those that end, and end them all when told to."""
    told: list[int] = []
    waker, woken = socket.socketpair()
    waker.setblocking(False)
    before = signal.set_wakeup_fd(waker.fileno())
    for number in ENDING:
        signal.signal(number, lambda got, _: told.append(got))
    overviews = _prepared(served)
    running = {process.sentinel: (process, time.monotonic()) for process in _started(served, overviews, workers)}
    try:
        while not told:
            ended: list[Any] = [one for one in wait([woken, *running]) if one in running]
            for sentinel in ended:
                process, begun = running.pop(sentinel)
                process.join()
                if time.monotonic() - begun < SOON and not told:
                    raise SettingsError(f"a process that serves ended at once (code {process.exitcode}).")
                if not told:
                    running |= {new.sentinel: (new, time.monotonic()) for new in _started(served, overviews, 1)}
    finally:
        signal.set_wakeup_fd(before)
        for process, _ in running.values():
            process.terminate()
        for process, _ in running.values():
            process.join(PATIENCE)
            process.kill()


def _prepared(served: Served) -> Overviews | None:
    """Read once what all processes need; also what is wrong with the store is told once."""
    desk = Desk.at(served.directory)
    try:
        if not FORKED:
            desk.kept()
            return None
        prepare()
        desk.overview(desk.kept()).spots()
        return desk.overviews
    finally:
        desk.store.engine.dispose()  # no connection may be used in two processes
        gc.collect()
        gc.freeze()  # what the collector does not touch stays shared


def _started(served: Served, overviews: Overviews | None, number: int) -> list[BaseProcess]:
    context: Any = multiprocessing.get_context("fork" if FORKED else "spawn")
    made = [context.Process(target=_worker, args=(served, overviews)) for _ in range(number)]
    # Until a new process has handlers of its own, what tells it to end must wait: ours would take note of it for us.
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        for process in made:
            process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    return made


def _worker(served: Served, overviews: Overviews | None) -> None:
    signal.set_wakeup_fd(-1)
    for number in ENDING:
        signal.signal(number, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        if SHARED:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        answer(served, overviews)


def _end_with(parent: Any) -> None:
    """End when the process that started us ends, however it ends."""
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)


def _listening(host: str, port: int, *, shared: bool) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    line = socket.socket(family)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        line.bind((host, port))
    except OSError as error:
        line.close()
        raise SettingsError(f"port {port} cannot be used ({error.strerror}). Name another one: --port N.") from error
    return line
