"""resolve: a claim and a report as they lie on the shelf."""

from __future__ import annotations

import hashlib

from trucewatch.model import Report
from trucewatch.resolve.candidates import Key, begins, keys
from trucewatch.resolve.joining.shelf import Named, Placed
from trucewatch.resolve.names import main_script, names
from trucewatch.resolve.quiet import Quiet
from trucewatch.resolve.roots import Root
from trucewatch.resolve.stories import fortnight
from trucewatch.resolve.subject import Subject
from trucewatch.resolve.villages import village_key
from trucewatch.resolve.weekly import Weekly


def placed(subject: Subject, origin: Root, quiet: Quiet, weekly: Weekly) -> Placed:
    """Where a claim lies."""
    place = subject.village
    return Placed(
        claim=subject.id,
        report=subject.claim.report,
        start=begins(subject),
        day=subject.day,
        village=None if place is None else village_key(place),
        root=root_key(origin),
        keys=frozenset(map(number, keys(subject, quiet, weekly))),
    )


def root_key(origin: Root) -> str:
    """A root in short: with another one, an incident says something else."""
    return hashlib.sha256(repr((origin.name, origin.why, origin.said)).encode()).hexdigest()[:16]


def number(key: Key) -> int:
    """A block's key as a number that is the same in every process."""
    return int.from_bytes(hashlib.blake2b(repr(key).encode(), digest_size=8).digest(), "big", signed=True)


def named(report: Report, found: frozenset[str] | None = None) -> Named:
    """What a report is known by; its names may have been found already."""
    held = names(report) if found is None else found
    return Named(report.id, held, main_script(held), fortnight(report))
