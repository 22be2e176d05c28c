"""Watch a ceasefire: read reports, find claims and incidents, hold them against the agreement."""

__version__ = "0.1.0"
