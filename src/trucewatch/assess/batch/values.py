"""assess: the four values of a facet as small numbers, so that a column of them is an array."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int8]
Rows = NDArray[np.int64]
F, N, T, B = 0, 1, 2, 3
LETTERS = "FNTB"
CODE = {letter: code for code, letter in enumerate(LETTERS)}


def joined(columns: list[Codes]) -> Codes:
    """The value on which all readings agree, else `N`, row by row."""
    first, *rest = columns
    same = np.ones(first.shape, bool)
    for other in rest:
        same &= other == first
    return np.where(same, first, np.int8(N)).astype(np.int8)


def flipped(column: Codes) -> Codes:
    """T for F and F for T; what is not known stays so."""
    return np.array([T, N, F, B], np.int8)[column]
