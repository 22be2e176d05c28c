"""The labelled sets beside the checkout: our stages over each, and what the sets' own scorer says of the outcome."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

EVAL = Path(__file__).parents[3] / "shared" / "eval"
SETS = (
    "seeds", "seeds_dated", "acled_syria", "case2021", "airwars_gaza", "gva", "geoparse", "attribution",
    "airwars_texts", "timex",
)  # fmt: skip
_ALL_MISSES = "100000"


@dataclass(frozen=True, slots=True)
class Scored:
    """One set: its figures in percent with their intervals, the kinds of miss with their number, and our claims."""

    name: str
    reports: int
    figures: Mapping[str, tuple[float, float, float, float]]
    """Name -> value, low, high (percent) and n."""
    kinds: Counter[str]
    claims: tuple[dict[str, Any], ...]


def scored(name: str) -> Scored:
    """Read, extract and resolve one set by the command line, and score it."""
    with tempfile.TemporaryDirectory() as folder:
        lines = {stage: str(Path(folder) / f"{stage}.jsonl") for stage in _STAGES}
        _stage(["read", str(EVAL / "dev" / f"{name}.reports.jsonl")], lines["reports"])
        _stage(["extract", lines["reports"], "--mentions", lines["mentions"]], lines["claims"])
        _stage(["resolve", lines["claims"], "--reports", lines["reports"]], lines["incidents"])
        options = [part for stage, path in lines.items() for part in (f"--{stage}", path)]
        command = [sys.executable, str(EVAL / "score.py"), str(EVAL / "dev"), name, *options, "--errors", _ALL_MISSES]
        done = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        claims = tuple(json.loads(line) for line in Path(lines["claims"]).read_text(encoding="utf-8").splitlines())
        reports = Path(lines["reports"]).read_text(encoding="utf-8").count("\n")
    row = json.loads(done.strip().splitlines()[-1])
    figures = {key: _percent(figure) for key, figure in row["metrics"].items()}
    if row.get("macro_type_main") is not None:
        figures["macro_type_main"] = (100 * row["macro_type_main"], float("nan"), float("nan"), float("nan"))
    return Scored(name, reports, figures, kinds_of_miss(done), claims)


_STAGES = ("reports", "claims", "mentions", "incidents")


def _percent(figure: Mapping[str, float]) -> tuple[float, float, float, float]:
    nan = float("nan")
    low, high = figure.get("low"), figure.get("high")
    return (
        100 * figure["value"],
        nan if low is None else 100 * low,
        nan if high is None else 100 * high,
        figure.get("n", nan),
    )


def _stage(arguments: list[str], out: str) -> None:
    """One command of ours, its standard output into a file; exit status 3 is a result."""
    with Path(out).open("w", encoding="utf-8") as stream:
        done = subprocess.run(
            [sys.executable, "-m", "trucewatch", *arguments], stdout=stream, stderr=subprocess.DEVNULL, check=False
        )
    if done.returncode not in (0, 3):
        raise SystemExit(f"trucewatch {arguments[0]} ended with {done.returncode}")


_CODE = r"[a-z]+\.[a-z_]+"
_RULES: tuple[tuple[str, str], ...] = (
    (rf".*?told as fact: ({_CODE}).*", r"told as fact: \1"),
    (rf"\S+ ({_CODE}) \(.*\) not found.*", r"not found: \1"),
    (r"\S+: wrong ([a-z_]+).*", r"found, but wrong in \1"),
    (r"class ([A-Z_]+), main claim (\S+?),.*", r"class \1 read as \2"),
    (r"false alarm: class ([A-Z_]+).*", r"false alarm in \1"),
    (r"type: gold (.+), main claim (\S+).*", r"type \1 read as \2"),
    (r"([a-z]+): gold .*(None|\[\])$", r"\1: none given"),
    (r"place: gold .*\(- km\)", "place: none given"),
    (r"([a-z]+): gold .*", r"\1: another given"),
    (r"joined with \d+ .*", "joined with reports of other incidents"),
    (r"not joined.*", "not joined with reports of the same incident"),
    (r"wrongly joined.*", "wrongly joined"),
    (r"attribution to .* without gold", "attribution: none in the gold"),
    (r"attribution .*", "attribution: not found"),
    (r"(place|time) not found.*", r"\1: not found"),
    (r"(place|time) '.*", r"\1: found, another meant"),
)


def kinds_of_miss(printed: str) -> Counter[str]:
    """The scorer's misses counted by kind; nothing of the texts is kept."""
    _, _, misses = printed.partition("worst misses")
    found: Counter[str] = Counter()
    for line in misses.splitlines():
        if line.startswith("- "):
            found[_kind(line[2:])] += 1
    return found


def _kind(title: str) -> str:
    for pattern, kind in _RULES:
        match = re.fullmatch(pattern, title)
        if match is not None:
            return match.expand(kind)
    return re.split(r"[:'\[(]", title)[0].strip()


def scorer() -> ModuleType:
    """The sets' scorer as a module, for its own notion of what fits."""
    spec = importlib.util.spec_from_file_location("labelled_score", EVAL / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold(name: str) -> list[dict[str, Any]]:
    """The gold rows of a set."""
    path = EVAL / "dev" / f"{name}.gold.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
