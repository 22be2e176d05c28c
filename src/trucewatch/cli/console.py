"""cli: what goes to standard error, and the exit status."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from trucewatch.model import Rejected

FAILED = 1
USAGE = 2
REJECTED = 3


def example(line: str) -> str:
    """The end of a command's help: one line that can be typed as it is."""
    return f"\b\nExample:\n  {line}"


def put(things: Iterable[Any]) -> None:
    """Write things as JSON Lines to standard output."""
    from trucewatch.model.codec import to_lines

    put_lines(to_lines([thing]) for thing in things)


def put_lines(lines: Iterable[str]) -> None:
    """Write lines that have their ends to standard output, in UTF-8 whatever the terminal says."""
    stream = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    for line in lines:
        stream.write(line)
    stream.flush()
    stream.detach()


def warn(rejected: Iterable[Rejected]) -> None:
    """One line on standard error for each input that could not be used."""
    for item in rejected:
        where = item.source if item.line is None else f"{item.source}:{item.line}"
        click.echo(f"{where}: {item.reason.rstrip('.')}. {item.remedy}".rstrip(), err=True)


def leave(rejected: Iterable[Rejected]) -> None:
    """End with the status that says whether something was rejected."""
    sys.exit(REJECTED if tuple(rejected) else 0)


class Progress:
    """A line on a terminal's standard error that counts, once the work has taken more than a second."""

    def __init__(self, *, watched: bool | None = None) -> None:
        self._shown = sys.stderr.isatty() if watched is None else watched
        self._next = time.monotonic() + 1.0
        self._width = 0

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        """Tell how far a stage is."""
        if not self._shown or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + 0.1
        line = f"{stage}: {done}" + (f" of {total} {_bar(done, total)}" if total else "")
        self._width = max(self._width, len(line))
        click.echo("\r" + line.ljust(self._width), err=True, nl=False)

    def clear(self) -> None:
        """Take the line away again."""
        if self._width:
            click.echo("\r" + " " * self._width + "\r", err=True, nl=False)
            self._width = 0


def _bar(done: int, total: int, width: int = 24) -> str:
    full = min(width, done * width // total)
    return "[" + "#" * full + "-" * (width - full) + "]"
