"""jobs: extraction report by report, over one process or several, with the order kept and memory flat."""

from __future__ import annotations

import gc
import multiprocessing
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from trucewatch import extract
from trucewatch.model import Claim, Mention, Rejected, Report
from trucewatch.model.codec import to_lines

T = TypeVar("T")

_AHEAD = 64
"""Reports that each process may have in hand: enough to keep it busy, too few to fill memory."""
_CHUNK = 8


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one report gave; where it could not be read, why."""

    report: Report
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    rejected: Rejected | None = None


_Found = tuple[tuple[Claim, ...], tuple[Mention, ...], Rejected | None]


@dataclass(frozen=True, slots=True)
class Written:
    """What one report gave as JSON Lines, each with its end of line; where it could not be read, why."""

    claims: str = ""
    mentions: str = ""
    rejected: Rejected | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """Where knowledge comes from beyond the package, so that another process can load the same."""

    gazetteers: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()

    def load(self) -> extract.Knowledge:
        """The knowledge itself, out of reach of the collector: it lives as long as the process and is large to walk."""
        knowledge = extract.load_knowledge(self.gazetteers, self.actors)
        gc.freeze()
        return knowledge


def extracted(
    reports: Iterable[Report], sources: Sources, *, jobs: int = 1, mentions: bool = False
) -> Iterator[Extracted]:
    """What each report gave, in the order of the reports, however many processes share the work."""
    taken: deque[Report] = deque()  # another process sends what it found and not the report that we have
    for found in _over(_find, _noted(reports, taken), sources, jobs, mentions):
        yield Extracted(taken.popleft(), *found)


def written(reports: Iterable[Report], sources: Sources, *, jobs: int = 1, mentions: bool = False) -> Iterator[Written]:
    """As `extracted`, with what was found as the lines that a file of it has: they are also written where it is found,
    so that processes gain nearly as much as there are of them.
    """
    return _over(_write, reports, sources, jobs, mentions)


def _find(report: Report, knowledge: extract.Knowledge, mentions: bool) -> _Found:
    found = of_report(report, knowledge, mentions=mentions)
    return found.claims, found.mentions, found.rejected


def _write(report: Report, knowledge: extract.Knowledge, mentions: bool) -> Written:
    found = of_report(report, knowledge, mentions=mentions)
    return Written(to_lines(found.claims), to_lines(found.mentions), found.rejected)


def _over(
    work: Callable[[Report, extract.Knowledge, bool], T],
    reports: Iterable[Report],
    sources: Sources,
    jobs: int,
    mentions: bool,
) -> Iterator[T]:
    """What the work makes of each report, in their order, in this process or in several."""
    knowledge = sources.load()  # before the processes part, so that those that are copies have it already
    if jobs <= 1:
        for report in reports:
            yield work(report, knowledge, mentions)
        return
    room = threading.Semaphore(jobs * _AHEAD)
    with multiprocessing.Pool(jobs, _begin, (work, sources, mentions)) as pool:
        for found in pool.imap(_work, _bounded(reports, room), _CHUNK):
            room.release()
            yield found


def _noted(reports: Iterable[Report], taken: deque[Report]) -> Iterator[Report]:
    for report in reports:
        taken.append(report)
        yield report


def _bounded(reports: Iterable[Report], room: threading.Semaphore) -> Iterator[Report]:
    """Hands a report over only when there is room; a pool by itself would take them all at once."""
    for report in reports:
        room.acquire()
        yield report


_held: list[Callable[[Report], Any]] = []
"""What a process of the pool does with a report; made once when it begins."""


def _begin(work: Callable[[Report, extract.Knowledge, bool], Any], sources: Sources, mentions: bool) -> None:
    knowledge = sources.load()
    _held[:] = [lambda report: work(report, knowledge, mentions)]


def _work(report: Report) -> Any:
    return _held[0](report)


def of_report(report: Report, knowledge: extract.Knowledge, *, mentions: bool = False) -> Extracted:
    """The claims of one report. One in a language we do not read, or that breaks the extractor, is recorded."""
    if "observation" not in report.meta and knowledge.pack(report.language) is None:
        return Extracted(report, rejected=_unreadable(report, knowledge))
    try:
        claims = tuple(extract.claims(report, knowledge))
        found = tuple(extract.mentions(report, knowledge)) if mentions else ()
    except Exception as error:  # noqa: BLE001 - the worker boundary: one report may not end the run
        return Extracted(report, rejected=_failure(report, error))
    return Extracted(report, claims, found)


def together(found: Iterable[Extracted]) -> tuple[tuple[Claim, ...], tuple[Rejected, ...]]:
    """All claims, and all reports that could not be read."""
    claims: list[Claim] = []
    rejected: list[Rejected] = []
    for item in found:
        claims.extend(item.claims)
        if item.rejected is not None:
            rejected.append(item.rejected)
    return tuple(claims), tuple(rejected)


def _unreadable(report: Report, knowledge: extract.Knowledge) -> Rejected:
    language = f'there is no language pack for "{report.language}"' if report.language else "its language is not known"
    return Rejected(
        source=report.id,
        reason=f"no claims were looked for: {language}.",
        remedy=f"Give its `language`, one of: {', '.join(_codes(knowledge))}; the report itself is kept.",
        sha256=report.sha256,
    )


def _codes(knowledge: extract.Knowledge) -> Sequence[str]:
    return sorted(knowledge.packs)


def _failure(report: Report, error: Exception) -> Rejected:
    return Rejected(
        source=report.id,
        reason=f"its claims could not be found: {type(error).__name__}: {error}.",
        remedy="This is a mistake in Trucewatch; please report it with the text, if that may be shared.",
        sha256=report.sha256,
    )
