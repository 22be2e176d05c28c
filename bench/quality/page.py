"""The scorecard as a page of the documentation: figures, their intervals, what is asked, the worst kinds of miss."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from bench.quality.labelled import Scored
from bench.quality.reliability import EDGES

Bins = Sequence[tuple[str, Sequence[tuple[int, float | None]]]]
WORST = 10
_HEAD = """# Scorecard

What the program gets right, in percent, on sentences that we labelled ourselves and on labelled sets that were not
used to write its rules. Written by `python -m bench.quality.scorecard --write docs/methods/scorecard.md` on {day};
`make bench` prints the figures anew. A set's figures are in its own scorer's terms; the interval is its 95 %
bootstrap interval over reports. **Bold** is short of what is asked.
"""
_OWN = """
## Our own sentences

Each with the claims that a careful reader makes of it, a third of them about something else. `found[kin]` and its
like are shares per family of the vocabulary with the type's full code right; the last two lines are mistakes, so
lower is better. `bench/quality/floors.json` holds a floor under each, and the tests fail when one is not held.
"""
_SETS = """
## Labelled sets

They lie outside the repository and none of their text is in it. The seeds are the five articles of the first case,
which were looked at while rules were written: read their figures as fitted. The others are real data of other
makers.
"""
_RELIABILITY = """
## Does confidence mean something?

Of the claims whose confidence lies between two edges, the share that is right, with their number. On the seeds each
claim is held against the facts on its words (family, modality and sign); in the other sets the first claim of a
report against the set's one event (day and type; class; the figure against the range).
"""
_KINDS = """
## The ten worst kinds of miss

How often each kind of miss was counted, by the sets' own scorers.
"""


def text(
    own: Mapping[str, Mapping[str, float]],
    sets: Sequence[Scored],
    aims: Mapping[str, Mapping[str, float | None]],
    rows: Bins,
    mistakes: AbstractSet[str],
) -> str:
    """The whole page."""
    parts = [_HEAD.format(day=dt.date.today().isoformat()), _OWN, *_own(own), _SETS]
    for scored in sets:
        parts += [f"\n### `{scored.name}`: {scored.reports} reports\n", *_figures(scored, aims[scored.name], mistakes)]
    parts += [_RELIABILITY, *reliability(rows), _KINDS]
    for scored in sets:
        kinds = ", ".join(f"{kind} ({n})" for kind, n in scored.kinds.most_common(WORST))
        parts.append(f"- `{scored.name}`: {kinds}.")
    return "\n".join(parts) + "\n"


def _own(own: Mapping[str, Mapping[str, float]]) -> list[str]:
    names = list(dict.fromkeys(name for shares in own.values() for name in shares))
    lines = [f"| | {' | '.join(f'`{code}`' for code in own)} |", "|---|" + "---:|" * len(own)]
    for name in names:
        cells = [f"{shares[name]:.0f}" if name in shares else "–" for shares in own.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def _figures(scored: Scored, aims: Mapping[str, float | None], mistakes: AbstractSet[str]) -> list[str]:
    lines = ["| measure | value | interval | asked |", "|---|---:|---|---|"]
    for name, asked in aims.items():
        value, low, high, _ = scored.figures.get(name, (math.nan,) * 4)
        short = asked is not None and not (value <= asked if name in mistakes else value >= asked)
        shown = f"**{value:.1f}**" if short else f"{value:.1f}"
        interval = "" if math.isnan(low) else f"{low:.1f} to {high:.1f}"
        told = "" if asked is None else f"{'at most' if name in mistakes else 'at least'} {asked:g}"
        lines.append(f"| {name} | {shown} | {interval} | {told} |")
    return lines


def reliability(rows: Bins) -> list[str]:
    """The table of confidence against what is right."""
    edges = [f"{low:g} to {high:g}" for low, high in itertools.pairwise(EDGES)]
    lines = [f"| set | {' | '.join(edges)} |", "|---|" + "---:|" * len(edges)]
    for name, bins in rows:
        cells = ["–" if share is None else f"{share:.0f} % of {n}" for n, share in bins]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines
