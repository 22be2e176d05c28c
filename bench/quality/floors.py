"""Sets the floors to what is reached now, rounded down; run it by hand after a gain, and read the difference."""

from __future__ import annotations

import json
import math

from bench.quality.cases import FLOORS, MISTAKES, load, score
from trucewatch import extract


def main() -> None:
    """Write `floors.json` anew."""
    figures = score(load(), extract.load_knowledge())
    floors = {
        language: {name: (math.ceil if name in MISTAKES else math.floor)(value) for name, value in shares.items()}
        for language, shares in figures.items()
    }
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
