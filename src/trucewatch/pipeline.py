"""pipeline: the whole way on one page. Start reading here.

sources    -> reports      trucewatch.read
reports    -> claims       trucewatch.extract, by way of trucewatch.jobs
claims     -> incidents    trucewatch.resolve
incidents  -> findings     trucewatch.assess, with the agreement
a record   -> documents    trucewatch.publish, by way of trucewatch.folder
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from trucewatch import __version__, assess, coverage, jobs, read, resolve
from trucewatch.known import Cut, KnownBy, cut
from trucewatch.model import Agreement, Record, Rejected, Report, RunInfo
from trucewatch.provenance import hashes

T = TypeVar("T")
Progress = Callable[[str, int, int | None], None]
"""Called with the stage, how many are done, and how many there are where that is known."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a run may be told. Everything given is known, unless `as_of` cuts."""

    agreements: tuple[str, ...] = ()
    as_of: str | None = None
    known_by: KnownBy = "published"
    gazetteers: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()
    text_column: str | None = None
    profile: Path | None = None
    """How strictly evidence is looked at; None is the package's own profile."""
    jobs: int = 1
    """Processes that share the extraction; what comes out is the same."""


def run(
    sources: Sequence[str],
    options: Options,
    *,
    originals: Path | None = None,
    stdin: BinaryIO | None = None,
    judgements: Iterable[resolve.Judgement | Rejected] = (),
    progress: Progress | None = None,
) -> Record:
    """Take sources all the way to a record; `originals` is the folder that keeps the bytes as received."""
    stack = assess.load_stack(options.agreements)
    profile = assess.load_profile(options.profile) if options.profile else None
    knowledge = jobs.Sources(options.gazetteers, options.actors)
    knowledge.load()  # a list that cannot be used is told before any report is read

    received = read.reports(sources, originals=originals, stdin=stdin, text_column=options.text_column)
    everything, unread = parted(counted("read", received, None, progress))
    everything = tuple(placed(report, sources) for report in everything)
    known = cut(everything, options.as_of, options.known_by)

    decided, unclear = parted(judgements)
    found = jobs.extracted(known.reports, knowledge, jobs=options.jobs)
    told, failed = jobs.together(counted("extract", found, len(known.reports), progress))
    laid = resolve.corrected(told, decided)
    claims = laid.claims
    links = resolve.lineage(claims, known.reports)
    incidents = tuple(resolve.incidents(claims, known.reports, decided, links))
    # Without an instant, terms stand as of the last day on which one of the reports may have appeared.
    findings = assess.findings(
        incidents,
        claims,
        known.reports,
        stack,
        valid=options.as_of,
        known=options.as_of,
        profile=profile,
        links=links,
    )

    made: dict[str, tuple[Any, ...]] = {
        "reports": known.reports,
        "claims": claims,
        "incidents": incidents,
        "findings": tuple(findings),
        "rejected": (*unread, *failed, *unclear, *laid.rejected),
    }
    seen = coverage.rows(known.reports, claims)
    run_info = about(options, known, stack, made)
    terms = tuple(assess.reported_terms(claims, known.reports, stack))
    return Record(**made, agreements=stack, coverage=seen, run=run_info, lineage=links, terms=terms)


def about(options: Options, known: Cut, stack: Sequence[Agreement], made: dict[str, tuple[Any, ...]]) -> RunInfo:
    """How a record came about. No time of day and no place on a disk: the same input gives the same bytes."""
    given = (*options.gazetteers, *options.actors, *([options.profile] if options.profile else []))
    return RunInfo(
        version=__version__,
        as_of=options.as_of,
        known_by=options.known_by,
        agreements=options.agreements,
        hashes=hashes(stack, given),
        options={"text_column": options.text_column} if options.text_column else {},
        counts={name: len(things) for name, things in made.items()},
        edge_reports=known.edge,
        held_back=known.held_back,
    )


def parted(received: Iterable[T | Rejected]) -> tuple[tuple[T, ...], tuple[Rejected, ...]]:
    """What can be used on one side, what could not be used on the other."""
    usable: list[T] = []
    rejected: list[Rejected] = []
    for item in received:
        if isinstance(item, Rejected):
            rejected.append(item)
        else:
            usable.append(item)
    return tuple(usable), tuple(rejected)


def placed(report: Report, sources: Sequence[str]) -> Report:
    """The report with its origin told from the source down, so that a record is the same wherever the sources lie."""
    origin = Path(str(report.meta.get("origin", "")))
    for source in map(Path, sources):
        if origin.is_relative_to(source):
            within = origin.relative_to(source.parent).as_posix()
            return replace(report, meta={**report.meta, "origin": within})
    return report


def counted(stage: str, things: Iterable[T], total: int | None, progress: Progress | None) -> Iterator[T]:
    """The things as they are, telling `progress` about each."""
    for done, thing in enumerate(things, 1):
        yield thing
        if progress is not None:
            progress(stage, done, total)
