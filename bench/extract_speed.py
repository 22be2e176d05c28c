"""Articles a second: the whole extraction beside dateparser's search for dates alone, on the same text, in one run."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from pathlib import Path

from dateparser.search import search_dates

from trucewatch import extract, read
from trucewatch.model import Rejected, Report
from trucewatch.sample import sample_path

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
SECONDS = 5.0


def reports() -> list[Report]:
    """The sample's digests, and the five articles where they lie beside the checkout."""
    sources = [sample_path(), *([SEEDS] if SEEDS.is_dir() else [])]
    return [item for item in read.reports(sources) if not isinstance(item, Rejected)]


def rate(work: Callable[[Report], object], texts: list[Report]) -> float:
    """How many of the texts the work gets through in a second, going round them until the time is up."""
    work(texts[0])
    done, start = 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        work(texts[done % len(texts)])
        done += 1
        # Only whole rounds are fair to both: the texts differ in length.
        while done % len(texts):
            work(texts[done % len(texts)])
            done += 1
    return done / (time.perf_counter() - start)


def main() -> None:
    """Print both rates and their ratio."""
    texts = reports()
    length = sum(len(report.text) for report in texts) / len(texts)
    knowledge = extract.load_knowledge()
    ours = rate(lambda report: extract.claims(report, knowledge), texts)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = rate(lambda report: search_dates(report.text, languages=[report.language or "en"]), texts)
    print(f"{len(texts)} texts of {length:.0f} characters on average, one core")
    print(f"  trucewatch, all claims          {ours:8.1f} articles/s  {ours * length / 1e6:6.2f} M characters/s")
    print(f"  dateparser, search_dates alone  {theirs:8.1f} articles/s  {theirs * length / 1e6:6.2f} M characters/s")
    print(f"  ratio                           {ours / theirs:8.1f}")


if __name__ == "__main__":
    main()
