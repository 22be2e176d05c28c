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


def dated_text(versions: str = VERSIONS) -> str:
    """The file, with these versions of the road in place of its own; the corridor is six kilometres about the road."""
    return _TEXT.replace(VERSIONS, versions)


@functools.cache
def dated_truce(versions: str = VERSIONS) -> Agreement:
    """The truce, read from that file."""
    return load(dated_text(versions))
