"""serve: a store in the browser: pages to look at, decisions of one person, files to take away, and an API to read."""

from trucewatch.serve.app import application
from trucewatch.serve.filter import Filter

__all__ = ["Filter", "application"]
