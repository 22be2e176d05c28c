"""Quality: our own cases against their floors, then the labelled sets beside the checkout where they lie.

Exit status 1 where a figure fell under its floor.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.quality.cases import score

HERE = Path(__file__).parent
FLOORS: dict[str, float] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
EVAL = HERE.parents[2] / "shared" / "eval"
SHOWN = (
    "fact_recall_macro", "fact_f1_sound", "fact_recall[kin]", "fact_recall[harm]", "fact_recall[term]", "value_equal",
    "figure_precision", "told_as_fact", "fact_as_talk", "furniture_clean", "pair_f1", "fact_recall", "fact_f1", "type",
    "modality", "polarity", "speaker", "time_overlap",
)  # fmt: skip


def own() -> list[str]:
    """Print our own cases' figures with their floors; returns the names of those that fell."""
    fallen = []
    for name, value in score(HERE / "cases.jsonl").items():
        floor = FLOORS[name]
        below = value > floor if name.startswith("told_as_fact") else value < floor
        fallen += [name] if below else []
        print(f"  {name:<28} {value:6.1f}   floor {floor:5.1f}{'   FELL' if below else ''}")
    return fallen


def labelled(name: str) -> None:
    """Run the command line on a labelled set and print what its scorer says."""
    with tempfile.TemporaryDirectory() as folder:
        lines = {
            stage: str(Path(folder) / f"{stage}.jsonl") for stage in ("reports", "claims", "mentions", "incidents")
        }
        _stage(["read", str(EVAL / "dev" / f"{name}.reports.jsonl")], lines["reports"])
        _stage(["extract", lines["reports"], "--mentions", lines["mentions"]], lines["claims"])
        _stage(["resolve", lines["claims"], "--reports", lines["reports"]], lines["incidents"])
        options = [part for stage, path in lines.items() for part in (f"--{stage}", path)]
        command = [sys.executable, str(EVAL / "score.py"), str(EVAL / "dev"), name, *options, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    print(f"{name}:")
    metrics = json.loads(done.stdout.strip().splitlines()[-1])["metrics"]
    for key in SHOWN:
        if key in metrics:
            figure = metrics[key]
            value, low, high = (100 * figure[part] for part in ("value", "low", "high"))
            print(f"  {key:<28} {value:6.1f}   {low:5.1f} to {high:5.1f}, n {figure['n']:.0f}")


def _stage(arguments: list[str], out: str) -> None:
    """One command of ours, its standard output into a file; exit status 3 is a result."""
    with Path(out).open("w", encoding="utf-8") as stream:
        done = subprocess.run([sys.executable, "-m", "trucewatch", *arguments], stdout=stream, check=False)
    if done.returncode not in (0, 3):
        raise SystemExit(f"trucewatch {arguments[0]} ended with {done.returncode}")


def run() -> int:
    """All figures; returns the exit status."""
    print("our own cases:")
    fallen = own()
    if EVAL.is_dir():
        for name in ("seeds", "seeds_dated"):
            labelled(name)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(run())
