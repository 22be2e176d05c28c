"""Several processes serve one store: each sees at once what another did, and none outlives the one that began them."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx2 as httpx
import pytest

from tests.serve.asking import MOST_SECONDS, claims
from trucewatch.cli.serve import free_port
from trucewatch.errors import SettingsError
from trucewatch.serve import workers

ASKED = 12
"""Connections, each new, so that the system gives some of them to each of two processes."""
NEWS = "IDLIB, March 9, 2020 - Two shells fell on the town of Binnish on Sunday, wounding a child, residents said."
COOKIE = {"cookie": f"trucewatch={'a' * 43}"}


@contextmanager
def serving(home: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of two processes over a store, and the one that began them."""
    port = free_port(8400)
    command = [sys.executable, "-m", "trucewatch", "serve", "--store", str(home), "--port", str(port), "--workers", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        waited_for(lambda: answers(port))
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.terminate()
        process.communicate(timeout=MOST_SECONDS)
    waited_for(lambda: not answers(port))


def answers(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def waited_for(true: object) -> None:
    assert callable(true)
    end = time.monotonic() + MOST_SECONDS
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def children(process: subprocess.Popen[bytes]) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


def all_of(address: str) -> list[httpx.Response]:
    """The same page over many new connections."""
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(lambda _: httpx.get(address, headers=COOKIE, timeout=60), range(ASKED)))


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "store")
    return tmp_path / "store"


def test_each_process_sees_at_once_what_another_did(home: Path) -> None:
    with serving(home) as (address, process):
        assert len(children(process)) == 2
        cards = re.findall(r'class="card" href="(/en/incidents/[^"#]+)"', httpx.get(f"{address}/en/map").text)
        answer = all_of(address + cards[0])
        assert len({one.content for one in answer}) == len({one.headers["etag"] for one in answer}) == 1
        form = {
            "what": "accept",
            "who": "A. Analyst",
            "why": "seen in the original",
            "incident": cards[0].split("/")[-1],
        }
        for n, verdict in enumerate(("accept", "reject", "accept")):
            token = re.search(r'name="token" value="([0-9a-f]{64})"', answer[n].text)
            assert token is not None
            given = form | {"what": verdict, "why": f"looked at {n}", "token": token[1]}
            done = httpx.post(
                f"{address}/en/decide", data=given | {"claim": claims(answer[0].text)}, headers=COOKIE, timeout=60
            )
            assert done.status_code == 303
            answer = all_of(address + cards[0])
            assert all(f"looked at {n}" in one.text for one in answer)
            assert len({one.content for one in answer}) == 1


def test_an_adding_is_told_by_each_process(home: Path) -> None:
    with serving(home) as (address, _):
        token = re.search(r'name="token" value="([0-9a-f]{64})"', httpx.get(f"{address}/en/add", headers=COOKIE).text)
        assert token is not None
        given = {"text": NEWS, "token": token[1]}
        told = httpx.post(f"{address}/en/add", data=given, headers=COOKIE, timeout=60)
        while any("refresh" in one.headers for one in all_of(address + told.headers["location"])):
            time.sleep(0.1)
        answer = all_of(address + told.headers["location"])
        assert {one.status_code for one in answer} == {200}
        assert all("1 new report" in re.sub(r"<[^>]+>", "", one.text) for one in answer)
        assert all("Binnish" in one.text for one in all_of(f"{address}/en/search?q=Binnish"))


def test_a_process_that_ends_is_replaced_and_none_outlives_the_first(home: Path) -> None:
    with serving(home) as (address, process):
        time.sleep(workers.SOON)
        gone = children(process)[0]
        os.kill(gone, signal.SIGKILL)
        waited_for(lambda: len(children(process)) == 2 and gone not in children(process))
        assert all(one.status_code == 200 for one in all_of(f"{address}/en/"))
        process.kill()


def test_a_port_that_others_listen_on_is_not_shared_with_them(home: Path) -> None:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        line.listen()
        with pytest.raises(SettingsError, match="cannot be used"):
            workers.run(home, "127.0.0.1", line.getsockname()[1], 2)
    with serving(home) as (address, _), pytest.raises(SettingsError, match="cannot be used"):
        workers.run(home, "127.0.0.1", int(address.rpartition(":")[2]), 2)
