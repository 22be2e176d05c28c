"""bench: findings about many incidents at once, beside asking one incident after another, in the same run.

    PYTHONPATH=src python -m bench.assess.evaluate [--alone MOST] [--counts MOST]

`--alone`: up to how many incidents are asked one by one as well (10,000). `--counts`: labels alone, up to how many
(100,000; a million takes about ten minutes and 8 GB, most of them for making up the claims).
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable

from bench.assess.told import Told, events, hundred
from tests.assess.one_by_one import one_by_one
from trucewatch.assess import findings, load_agreement, load_profile
from trucewatch.assess.batch.columns import Columns
from trucewatch.assess.batch.questions import Questions
from trucewatch.assess.case import Case
from trucewatch.assess.evidence import gather
from trucewatch.assess.prohibition import counts
from trucewatch.model import Agreement, Finding
from trucewatch.undisturbed import undisturbed

DAY, SEED = "2021-06-01", 7


def digest(found: Iterable[Finding]) -> str:
    """Over the hashes of findings about single incidents."""
    return hashlib.sha256("".join(one.hash for one in found if one.incident).encode()).hexdigest()


def both(size: int, text: Agreement, *, alone: bool) -> int:
    """One row; 1 where the two ways do not say the same."""
    incidents, claims, reports = events(size, SEED)
    begun = time.process_time()
    made = findings(incidents, claims, reports, [text], valid=DAY, known=DAY)
    seconds = time.process_time() - begun
    line = f"{size:>9,} incidents, {_number(text):>3} provisions: {len(made):>9,} findings in {seconds:.2f} s"
    print(f"{line}, {memory()} MB at most", end="", flush=True)
    if not alone:
        print()
        return 0
    fast = digest(made)
    del made
    begun = time.process_time()
    with undisturbed():
        evidence = gather(incidents, claims, reports, {})
        slow = one_by_one(Case(text, load_profile(), DAY, DAY, evidence=evidence), evidence, claims)
    alone_s = time.process_time() - begun
    same = digest(slow) == fast
    print(f"; one by one {alone_s:.2f} s, {alone_s / seconds:.1f} times; {'the same hashes' if same else 'OTHER'}")
    return 0 if same else 1


def labels(told: Told, text: Agreement) -> None:
    """Labels of all events under all prohibitions, without a word."""
    incidents, claims, reports = told
    begun = time.process_time()
    with undisturbed():
        evidence = gather(incidents, claims, reports, {})
        questions = Questions(Columns(Case(text, load_profile(), DAY, DAY, evidence=evidence), evidence))
        found: Counter[str] = Counter()
        for provision in text.provisions:
            if provision.kind == "prohibition":
                found += counts(provision, questions)
    line = f"{len(incidents):>9,} incidents, {_number(text):>3} provisions: labels alone of {found.total():,} pairs"
    print(f"{line} in {time.process_time() - begun:.2f} s, {memory()} MB at most (claims included)", flush=True)


def _number(text: Agreement) -> int:
    return sum(one.kind != "permission" for one in text.provisions)


def memory() -> int:
    """Megabytes at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> int:
    """Print one row a size and text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--alone", type=int, default=10_000)
    parser.add_argument("--counts", type=int, default=100_000)
    given = parser.parse_args()
    failed = 0
    for size, text in ((10_000, "idlib-2020"), (100_000, "idlib-2020"), (10_000, "hundred")):
        held = hundred() if text == "hundred" else load_agreement(text)
        failed += both(size, held, alone=size <= given.alone)
    for size in (10_000, 100_000, 1_000_000):
        if size <= given.counts:
            told = events(size, SEED)
            labels(told, load_agreement("idlib-2020"))
            labels(told, hundred())
    return failed


if __name__ == "__main__":
    sys.exit(main())
