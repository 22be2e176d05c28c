"""The small truce with a road that was moved: one version, another, none for two days, a third."""

from __future__ import annotations

import functools
from pathlib import Path

from tests.assess.worlds import load
from trucewatch.model import Agreement

MOVED_LINE = Path(__file__).parent / "facets" / "moved_line"
_TEXT = (MOVED_LINE / "agreement.yaml").read_text(encoding="utf-8")
_BEGIN = _TEXT.index("versions: [")
VERSIONS = _TEXT[_BEGIN : _TEXT.index("]}\n", _TEXT.index("the third map")) + 1]
"""As they stand in the file."""
SOUTH = 'points: [["36.0", "35.0"], ["36.5", "35.0"]]'
NORTH = 'points: [["36.0", "35.3"], ["36.5", "35.3"]]'


CONDITIONS = (
    "{relation: within, of: corridor}",
    "{relation: not_within, of: shared}",
    "{relation: along, of: road, distance: 4 km, distances: [20 km]}",
    "{relation: within, of: box, except: [corridor], readings: [shared, unknown]}",
)
"""Conditions of place that each stand on the road in a way of their own; the first is that of the file."""


def dated_text(versions: str = VERSIONS, where: str = CONDITIONS[0]) -> str:
    """The file, with these versions of the road and this condition of place instead of its own."""
    return _TEXT.replace(VERSIONS, versions).replace(CONDITIONS[0], where)


@functools.cache
def dated_truce(versions: str = VERSIONS, where: str = CONDITIONS[0]) -> Agreement:
    """The truce, read from that file."""
    return load(dated_text(versions, where))
