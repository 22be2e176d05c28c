"""Whether confidence means something: of the claims at each level, how many are right on the labelled sets."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any

from bench.quality.labelled import Scored, gold

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)
Row = dict[str, Any]
Judged = tuple[float, bool]
"""A claim's confidence, and whether it is right."""


def judged(sets: Iterable[Scored], score: ModuleType) -> dict[str, list[Judged]]:
    """Per set the claims that its gold can judge. In sets of one event a report: the first claim of a happening."""
    judges: Mapping[str, Callable[[Row, Row, ModuleType], bool | None]] = {
        "acled_syria": _event, "airwars_gaza": _toll, "gva": _toll, "case2021": _class,
    }  # fmt: skip
    found = {}
    for scored in sets:
        if scored.name in judges:
            found[scored.name] = list(_main(scored, judges[scored.name], score))
        elif scored.name == "seeds":
            found["seeds"] = list(_facts(scored, score))
    return found


def _by_report(claims: Iterable[Row], score: ModuleType) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for claim in claims:
        found[claim["report"]].append({**claim, "_spans": score.spans_of(claim.get("spans"))})
    return found


def _main(scored: Scored, judge: Callable[[Row, Row, ModuleType], bool | None], score: ModuleType) -> Iterator[Judged]:
    claims = _by_report(scored.claims, score)
    for row in gold(scored.name):
        main: Row = score.main_claim(claims.get(row["report"], [])) or {}
        if not main:
            continue
        right = judge(main, row, score)
        if right is not None:
            yield main["confidence"], right


def _event(main: Row, row: Row, score: ModuleType) -> bool | None:
    right = score.on_day(score.interval(main.get("time")), row["date"])
    return bool(right and score.starts(main["type"], row.get("types_lenient") or row["types"]))


def _toll(main: Row, row: Row, score: ModuleType) -> bool | None:
    """A figure of the claim against the range of the gold; claims without a figure are not judged."""
    wanted: dict[str, list[float]] = {
        "killed": row.get("killed") or [],
        "injured": row.get("injured") or row.get("wounded") or [],
    }
    told = [
        (wanted[name], low, high)
        for name in ("killed", "injured")
        for _, low, high in score.figures(main, *(("injured", "wounded") if name == "injured" else (name,)))
        if wanted[name]
    ]
    if not told:
        return None
    return all(low <= span[1] and (high or low) >= span[0] for span, low, high in told)


def _class(main: Row, row: Row, score: ModuleType) -> bool | None:
    if row["level"] == "core":
        return bool(score.starts(main["type"], row["types"]))
    if row["level"] == "none":
        return not any(main["type"].startswith(prefix) for prefix in row["forbidden"])
    return None


def _facts(scored: Scored, score: ModuleType) -> Iterator[Judged]:
    """Each claim against the facts on its words: right when one of them has its family, modality and sign."""
    facts = [row for row in gold("seeds") if row.get("kind") == "fact"]
    for report, claims in _by_report(scored.claims, score).items():
        here = [row for row in facts if row.get("report") == report]
        for claim in claims:
            near = [row for row in here if score.best_overlap(claim["_spans"], score.spans_of(row["spans"])) >= 0.3]
            if near:
                yield claim["confidence"], any(_fits(row, claim, score) for row in near)


def _fits(row: Row, claim: Row, score: ModuleType) -> bool:
    return bool(
        score.compatible(row, claim["type"])
        and score.modality_ok(row, claim.get("modality"))
        and score.polarity_ok(row, claim)
    )


def table(found: Mapping[str, Sequence[Judged]]) -> list[tuple[str, list[tuple[int, float | None]]]]:
    """Per set and for all together: number of claims and share that is right (percent) between the edges."""
    together = [pair for pairs in found.values() for pair in pairs]
    rows = [*found.items(), ("all", together)]
    return [(name, [_bin(pairs, low, high) for low, high in itertools.pairwise(EDGES)]) for name, pairs in rows]


def _bin(pairs: Sequence[Judged], low: float, high: float) -> tuple[int, float | None]:
    inside = [right for value, right in pairs if low <= value and (value < high or high == EDGES[-1])]
    return len(inside), (100.0 * sum(inside) / len(inside)) if inside else None
