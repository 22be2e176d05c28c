"""cli: `trucewatch serve`."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import example
from trucewatch.errors import SettingsError

PORT = 8000
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command(
    "serve",
    short_help="Show a store in the browser.",
    epilog=example("trucewatch serve --store idlib --port 8000"),
)
@options.store
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, metavar="N")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="NAME", help="This machine alone, for now.")
@click.option(
    "--workers", type=click.IntRange(1, 64), metavar="N", help="Processes that answer; else one a core, at most 4."
)
def command(*, directory: Path, port: int, host: str, workers: int | None) -> None:
    """Show a store in the browser of this machine: look, filter, decide, add, take away.

    There are no accounts yet, so nobody else may ask: other addresses than this machine's own are refused.
    """
    if host not in LOOPBACK:
        raise SettingsError(
            f"--host {host}: without accounts the pages are for this machine alone. "
            "Leave --host out; to read from elsewhere, use a tunnel such as ssh -L."
        )
    from trucewatch.serve.workers import usual

    run(directory, host, port, workers=workers or usual())


def run(directory: Path, host: str, port: int, *, workers: int = 1, err: bool = True) -> None:
    """Serve a store until Ctrl-C; the line with the address goes to standard error, or to standard output."""
    from trucewatch.serve import workers as processes
    from trucewatch.store import open_store

    open_store(directory).engine.dispose()  # what is wrong with it is told before an address is
    click.echo(f"The pages: http://{f'[{host}]' if ':' in host else host}:{port}/  (Ctrl-C ends)", err=err)
    processes.run(directory, host, port, workers)


def free_port(first: int = PORT, tried: int = 50) -> int:
    """The first port from `first` on that nobody listens on."""
    for port in range(first, first + tried):
        with socket.socket() as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                line.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise SettingsError(f"ports {first} to {first + tried - 1} are all taken. Name one: --port N.")
