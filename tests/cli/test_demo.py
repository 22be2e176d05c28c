"""The sample in the browser: `demo` ends by itself where nobody looks, and shows the pages where it is asked to."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from click.testing import CliRunner

from trucewatch.cli import main
from trucewatch.cli.serve import free_port


def test_without_a_terminal_the_demo_says_how_to_look_and_ends(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["demo", "--out", str(tmp_path / "out")])
    assert result.exit_code == 0
    assert "demo --serve --out" in result.stdout.splitlines()[-1]
    assert not (tmp_path / "out/store").exists()


def asked(address: str) -> str:
    """The page at an address that begins to answer within a while."""
    last = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > last:
                raise
            time.sleep(0.1)


def test_asked_to_serve_it_ends_with_the_address_of_pages_that_answer(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "trucewatch", "demo", "--serve", "--out", str(tmp_path / "out")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        line = next(line for line in running.stdout if line.startswith("The pages:"))
        address = re.findall(r"http://\S+/", line)[0]
        page = asked(f"{address}en/")
        running.send_signal(signal.SIGINT)
    assert "<b>45</b> reports" in re.sub(r"</?bdi[^>]*>", "", page)


def test_a_port_that_is_taken_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        first = taken.getsockname()[1]
        assert free_port(first) > first


def test_without_accounts_only_this_machine_may_be_listened_on(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", "--store", str(tmp_path), "--host", "0.0.0.0"])
    assert result.exit_code == 2
    assert "without accounts" in result.stderr
