"""bench: a server as a process of its own: started, waited for, and what it costs."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass(frozen=True)
class Server:
    """A server that listens, and the processes it is made of."""

    port: int
    pid: int

    def processes(self) -> list[int]:
        """It and its children."""
        found = [self.pid]
        for one in found:
            for task in Path(f"/proc/{one}/task").glob("*/children"):
                found += [int(child) for child in task.read_text().split()]
        return found

    def cpu(self) -> float:
        """Seconds of processor time that it took until now."""
        total = 0
        for pid in self.processes():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICK

    def memory(self) -> float:
        """Megabytes that it holds, what its processes share counted once."""
        total = 0
        for pid in self.processes():
            told = Path(f"/proc/{pid}/smaps_rollup").read_text()
            total += next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:"))
        return total / 1024


@contextmanager
def running(command: list[str], python: str = sys.executable) -> Iterator[Server]:
    """A server from its start until it is no longer needed. `PORT` in the command is a port that is free."""
    port = _free_port()
    told = [str(port) if part == "PORT" else part for part in command]
    environment = {**os.environ, "PYTHONPATH": "src"}
    process = subprocess.Popen(
        [python, "-m", *told], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(port, process)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(30)


def _free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if process.poll() is not None:
            raise RuntimeError("the server ended before it answered")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not answer within a minute")


def get(line: HTTPConnection, address: str) -> tuple[int, int]:
    """Ask for a page: its status and length."""
    line.request("GET", address, headers={"cookie": f"trucewatch={'b' * 43}"})
    answer = line.getresponse()
    return answer.status, len(answer.read())
