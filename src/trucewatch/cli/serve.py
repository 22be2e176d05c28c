"""cli: `trucewatch serve`."""

from __future__ import annotations

from pathlib import Path

import click

from trucewatch.cli import options
from trucewatch.cli.console import example
from trucewatch.errors import SettingsError

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command(
    "serve",
    short_help="Show a store in the browser.",
    epilog=example("trucewatch serve --store idlib --port 8000"),
)
@options.store
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, metavar="N")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="NAME", help="This machine alone, for now.")
def command(*, directory: Path, port: int, host: str) -> None:
    """Show a store in the browser of this machine: look, filter, decide, add, take away.

    There are no accounts yet, so nobody else may ask: other addresses than this machine's own are refused.
    """
    if host not in LOOPBACK:
        raise SettingsError(
            f"--host {host}: without accounts the pages are for this machine alone. "
            "Leave --host out; to read from elsewhere, use a tunnel such as ssh -L."
        )
    import uvicorn

    from trucewatch.serve import application

    app = application(directory)
    click.echo(f"The pages: http://127.0.0.1:{port}/  (Ctrl-C ends)", err=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False, server_header=False)
