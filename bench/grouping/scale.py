"""bench: claims grouped by `resolve` and by a naive all-pairs: time, memory and B-cubed F1, at growing sizes.

PYTHONPATH=src python -m bench.grouping.scale [SIZE ...] [--seed N] [--naive-to SIZE]

Seconds are of processor time, which other programs on the machine do not lengthen; the work is done on one core. A
million claims take seven minutes and seven gigabytes: ask for them by name.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from bench.grouping.truce import Truce, truce
from trucewatch.model import Claim
from trucewatch.resolve import incidents

Labels = Mapping[str, int]


def main() -> None:
    """Print one row a size and method."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--naive-to", type=int, default=10_000, help="the greatest size that all pairs are tried at")
    options = parser.parse_args()
    print(f"{'claims':>9} {'method':<10} {'seconds':>8} {'MB':>6} {'precision':>9} {'recall':>7} {'F1':>6}")
    for size in options.sizes:
        given = truce(size, options.seed)
        row(given, "resolve", by_resolve)
        if size <= options.naive_to:
            row(given, "all pairs", by_all_pairs)


def row(given: Truce, name: str, method: Callable[[Truce], Labels]) -> None:
    """Run a method over a truce and print what it took and how right it was, in percent."""
    begun = time.process_time()
    labels = method(given)
    took = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    precision, recall, f1 = (100 * value for value in bcubed(labels, given.truth))
    print(f"{len(given.claims):>9,} {name:<10} {took:>8.2f} {peak:>6.0f} {precision:>9.1f} {recall:>7.1f} {f1:>6.1f}")
    sys.stdout.flush()


def by_resolve(given: Truce) -> Labels:
    """Claim -> number of its incident."""
    found = incidents(given.claims, given.reports)
    return {claim: number for number, incident in enumerate(found) for claim in incident.claims}


def by_all_pairs(given: Truce) -> Labels:
    """What a script does: join any two claims of one day that name one village, or one doer and one target."""
    home = {claim.id: number for number, claim in enumerate(given.claims)}
    for one, other in itertools.combinations(given.claims, 2):
        if _alike(one, other):
            _merge(home, home[one.id], home[other.id])
    return home


def _alike(one: Claim, other: Claim) -> bool:
    if one.time is None or other.time is None or one.time.start != other.time.start:
        return False
    if one.place and other.place and one.place.level == "settlement" and one.place.id == other.place.id:
        return True
    return len(one.actors) > 1 and one.actors == other.actors


def _merge(home: dict[str, int], one: int, other: int) -> None:
    if one != other:
        for claim, number in home.items():
            if number == other:
                home[claim] = one


def bcubed(labels: Labels, truth: Labels) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 over claims."""
    both = Counter((labels[claim], truth[claim]) for claim in truth)
    ours, theirs = Counter(labels[claim] for claim in truth), Counter(truth.values())
    precision = _mean(both[labels[c], truth[c]] / ours[labels[c]] for c in truth)
    recall = _mean(both[labels[c], truth[c]] / theirs[truth[c]] for c in truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)


if __name__ == "__main__":
    main()
