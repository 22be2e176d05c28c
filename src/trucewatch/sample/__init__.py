"""sample: short digests of our own of public reports on the Idlib truce, February and March 2020; data, hardly code."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def sample_path() -> Path:
    """The file of digests that the demo reads: one report a line, in the format of `trucewatch schema report`."""
    return _HERE / "reports.jsonl"


def example_observations_path() -> Path:
    """A patrol log in CSV whose rows are invented, to try the format with; never part of the demo."""
    return _HERE / "example" / "observations.csv"
