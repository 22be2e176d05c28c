"""resolve: the table of weights, read once and validated: every lane, every comparison, a reason for each row."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from trucewatch.errors import WeightsError
from trucewatch.languages.load import read_yaml
from trucewatch.resolve.subject import Lane

TABLE = Path(__file__).with_name("weights.yaml")
LANES: frozenset[str] = frozenset(get_args(Lane))
COMPARISONS = frozenset({"type", "time", "place", "actors", "figures", "speaker", "wording"})
EXTRA = frozenset({"rare_number", "story", "quiet"})


@dataclass(frozen=True, slots=True)
class Weights:
    """Lane -> comparison -> weight, in the order in which they are asked; what is added; the joining scores."""

    compare: Mapping[str, Mapping[str, float]]
    extra: Mapping[str, float]
    join: Mapping[str, float]


@functools.cache
def load_weights(path: Path = TABLE) -> Weights:
    """The table of a file; raises WeightsError with the row that is wrong."""
    given = read_yaml(path)
    if not isinstance(given, dict) or set(given) != {"weights", "extra", "join"}:
        raise _wrong(path, "the table does not hold exactly weights, extra and join", "Give each of the three once.")
    compare: dict[str, dict[str, float]] = {}
    for row, weight in _rows(path, given, "weights", "weight", {"lanes", "compare"}):
        if row["compare"] not in COMPARISONS:
            raise _wrong(path, f"no comparison is called {row['compare']}", f"Use {_names(COMPARISONS)}.")
        for lane in _lanes(path, row):
            if row["compare"] in compare.setdefault(lane, {}):
                raise _wrong(path, f"{row['compare']} is weighed twice in {lane}", "Keep one of the rows.")
            compare[lane][row["compare"]] = weight
    for lane, row in compare.items():
        if abs(sum(row.values()) - 1) > 1e-9:
            raise _wrong(path, f"the weights of {lane} sum to {sum(row.values()):.3f}", "Make them sum to 1.")
    extra = {row["name"]: weight for row, weight in _rows(path, given, "extra", "weight", {"name"})}
    joining = _rows(path, given, "join", "score", {"lanes"})
    join = {lane: score for row, score in joining for lane in _lanes(path, row)}
    _whole(path, "weights", compare, LANES)
    _whole(path, "extra", extra, EXTRA)
    _whole(path, "join", join, LANES)
    return Weights(compare, extra, join)


def _whole(path: Path, part: str, named: Iterable[str], wanted: frozenset[str]) -> None:
    """Refuse a part that lacks a row or has one too many."""
    if odd := wanted ^ frozenset(named):
        raise _wrong(path, f"{part} lacks or has too much: {_names(odd)}", f"Give {_names(wanted)}.")


def _rows(path: Path, given: Mapping[str, Any], part: str, number: str, keys: set[str]) -> Iterator[tuple[Any, float]]:
    """The rows of a part with their number; each has just its keys, a reason in words and a number from 0 to 1."""
    for at, row in enumerate(given[part] or (), start=1):
        where = f"row {at} of {part}"
        if not isinstance(row, dict) or set(row) != keys | {number, "reason"}:
            raise _wrong(path, f"{where} has other keys", f"Give {_names(keys | {number, 'reason'})}.")
        if not str(row["reason"]).strip():
            raise _wrong(path, f"{where} has no reason", "Say in a sentence why it weighs so much.")
        try:
            value = float(row[number])
        except (TypeError, ValueError) as error:
            raise _wrong(path, f"{where}: {row[number]} is no number", "Give one from 0 to 1.") from error
        if not 0 < value <= 1:
            raise _wrong(path, f"{where}: {row[number]} is not above 0 and at most 1", "Give one from 0 to 1.")
        yield row, value


def _lanes(path: Path, row: Mapping[str, Any]) -> list[str]:
    lanes = list(row["lanes"]) if isinstance(row["lanes"], list) else [row["lanes"]]
    if unknown := set(lanes) - LANES:
        raise _wrong(path, f"no lane is called {_names(unknown)}", f"Use {_names(LANES)}.")
    return lanes


def _names(names: set[str] | frozenset[str]) -> str:
    return ", ".join(sorted(map(str, names)))


def _wrong(path: Path, problem: str, remedy: str) -> WeightsError:
    return WeightsError(str(path), None, f"{problem}.", remedy)
