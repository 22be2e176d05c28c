"""Quality: our own cases against their floors, then the labelled sets beside the checkout where they lie.

Exit status 1 where a figure of our own fell under its floor. `--write PAGE` writes the scorecard page as well;
`--own` leaves the labelled sets out.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path

from bench.quality import labelled, page
from bench.quality.cases import FLOORS, MISTAKES, fallen, load, score
from bench.quality.reliability import judged, table
from trucewatch import extract

AIMS: dict[str, dict[str, float | None]] = json.loads(Path(__file__).with_name("aims.json").read_text(encoding="utf-8"))
"""What each labelled set is looked at for, with the least that is asked of it; None is only shown."""
MISTAKEN = frozenset({*MISTAKES, "told_as_fact", "fact_as_talk", "false_alarm"})


def own() -> tuple[dict[str, dict[str, float]], list[str]]:
    """Our own cases' figures, printed with their floors, and what fell."""
    figures = score(load(), extract.load_knowledge())
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    for language, shares in figures.items():
        print(f"our own cases, {language}:")
        for name, value in shares.items():
            print(f"  {name:<28} {value:6.1f}   floor {floors.get(language, {}).get(name, math.nan):5.1f}")
    return figures, fallen(figures, floors)


def sets() -> list[labelled.Scored]:
    """The labelled sets, each printed as it is done."""
    found = []
    for name in labelled.SETS:
        scored = labelled.scored(name)
        found.append(scored)
        print(f"{name}: {scored.reports} reports, {len(scored.claims)} claims")
        for key, asked in AIMS.get(name, {}).items():
            value, low, high, n = scored.figures.get(key, (math.nan,) * 4)
            told = "" if asked is None else f"   asked {'at most' if key in MISTAKEN else 'at least'} {asked:g}"
            print(f"  {key:<28} {value:6.1f}   {low:5.1f} to {high:5.1f}, n {n:.0f}{told}")
    return found


def run(arguments: list[str]) -> int:
    """All figures; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--own", action="store_true", help="our own cases only")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the scorecard page")
    options = parser.parse_args(arguments)
    figures, low = own()
    if labelled.EVAL.is_dir() and not options.own:
        done = sets()
        rows = table(judged(done, labelled.scorer()))
        print("\n".join(page.reliability(rows)))
        if options.write is not None:
            options.write.write_text(page.text(figures, done, AIMS, rows, MISTAKEN), encoding="utf-8")
    for line in low:
        print(f"FELL: {line}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
