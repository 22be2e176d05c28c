"""cli: the command line. Each command has a file of its own and calls one function of the package."""

from trucewatch.cli.group import main

__all__ = ["main"]
