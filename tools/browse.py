"""tools: pages served for real and Debian's Chromium to look at them, for the pictures and for the tests."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from trucewatch.serve import application

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SWITCHES = ("--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking")
WEBGL = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader")
"""What draws WebGL without a graphics card."""


@contextmanager
def served(home: Path) -> Iterator[str]:
    """The address of the pages over a store, on a port of this machine that is free."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port = line.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(application(home), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


def chromium() -> str | None:
    """Where Debian's Chromium is; None where it is not installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def browser(*more: str) -> Iterator[Browser]:
    """Chromium without a window; `more` switches for what the pages draw."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=chromium(), args=[*SWITCHES, *(more or ("--disable-gpu",))])
        yield found
        found.close()
