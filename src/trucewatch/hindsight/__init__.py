"""hindsight: what changed between two records of one truce, and because of what."""

from trucewatch.hindsight.compare import differences
from trucewatch.hindsight.difference import Cause, Difference
from trucewatch.hindsight.lines import lines

__all__ = ["Cause", "Difference", "differences", "lines"]
