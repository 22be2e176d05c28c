"""publish: what the reports could see: a strip of cells by time, whose words reach us, and the reports one by one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.actors import house_name, side_of
from trucewatch.model import Report
from trucewatch.publish.format import Text
from trucewatch.publish.index import anchor
from trucewatch.publish.instants import earliest_day, last_day
from trucewatch.publish.page import Page
from trucewatch.publish.views.clocks import entry_day

MOST_DAYS = 31
MOST_WEEKS = 26


@dataclass(frozen=True, slots=True)
class StripCell:
    """Reports of one day, week or month; `after` from entry into force on."""

    count: int
    after: bool


@dataclass(frozen=True, slots=True)
class StripRow:
    """One language, root or side over time."""

    name: Text
    cells: tuple[StripCell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole strip; `heads` holds a label or nothing for each cell."""

    title: Text
    heads: tuple[Text, ...]
    full_heads: tuple[Text, ...]
    rows: tuple[StripRow, ...]
    undated: int
    alt: Text
    entry: bool


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report of the record."""

    anchor: str
    label: Text
    outlet: Text
    url: str
    title: Text
    published: Text
    language: Text
    roots: Text
    claims: int
    sha256: str


def after_entry(page: Page) -> tuple[int, date | None]:
    """How many reports were surely published on or after the first agreement's day of entry, and that day."""
    agreements = page.ix.ordered_agreements()
    entry = entry_day(agreements[0]) if agreements else None
    if entry is None:
        return 0, None
    days = [earliest_day(report.published) for report in page.ix.record.reports]
    return sum(day is not None and day >= entry for day in days), entry


def strip(page: Page) -> Strip | None:
    """Reports by day, or by week or month when the time is long; None when no report is dated."""
    reports = page.ix.record.reports
    days = [day for report in reports if (day := earliest_day(report.published)) is not None]
    if not days:
        return None
    as_of = last_day(page.ix.as_of(), page.zone)
    first, last = min(days), max([*days, *([as_of] if as_of and as_of > max(days) else [])])
    unit, starts = _units(first, min(last, max(days) + timedelta(days=14)))
    _, entry = after_entry(page)
    rows = [_row(page.f.say("coverage.all"), Counter(days), starts, entry)]
    rows += _language_rows(page, starts, entry)
    rows += _kind_rows(page, starts, entry)
    listed = [f"{page.plain.day(day)}: {count}" for day, count in sorted(Counter(days).items())]
    return Strip(
        title=page.f.say(f"coverage.by_{unit}"),
        heads=tuple(_head(page, unit, start, number, len(starts)) for number, start in enumerate(starts)),
        full_heads=tuple(page.brief.day(start, year=False) for start in starts),
        rows=tuple(rows),
        undated=len(reports) - len(days),
        alt=page.plain.join([page.plain.say(f"coverage.by_{unit}"), ", ".join(listed)], ": "),
        entry=entry is not None and starts[0] <= entry <= last,
    )


def _units(first: date, last: date) -> tuple[str, list[date]]:
    """Days, weeks from their Monday, or months, whichever still fits."""
    length = (last - first).days + 1
    if length <= MOST_DAYS:
        return "day", [first + timedelta(days=number) for number in range(length)]
    monday = first - timedelta(days=first.weekday())
    weeks = (last - monday).days // 7 + 1
    if weeks <= MOST_WEEKS:
        return "week", [monday + timedelta(days=7 * number) for number in range(weeks)]
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    skip = max(1, -(-months // 36))
    starts = [divmod(first.month - 1 + number, 12) for number in range(0, months, skip)]
    return "month", [date(first.year + years, month + 1, 1) for years, month in starts]


def _head(page: Page, unit: str, start: date, number: int, cells: int) -> Text:
    """The day on which a cell begins, of few cells each; the month stands where it begins."""
    if cells > 10 and number % 3:
        return ""
    if unit == "month":
        return page.brief.say("date.month", month=page.words.listed("months_short")[start.month - 1], year=start.year)
    return page.brief.day(start, year=False)


def _row(name: Text, days: Counter[date], starts: list[date], entry: date | None) -> StripRow:
    ends = [*starts[1:], date.max]
    cells = tuple(
        StripCell(
            sum(count for day, count in days.items() if start <= day < end),
            entry is not None and start <= entry < end,
        )
        for start, end in zip(starts, ends, strict=True)
    )
    return StripRow(name, cells, sum(days.values()))


def _language_rows(page: Page, starts: list[date], entry: date | None) -> list[StripRow]:
    found: dict[str, Counter[date]] = {}
    for report in page.ix.record.reports:
        day = earliest_day(report.published)
        counter = found.setdefault(report.language or "unknown", Counter())
        if day is not None:
            counter[day] += 1
    return [_row(page.word("languages", code), found[code], starts, entry) for code in sorted(found)]


def _kind_rows(page: Page, starts: list[date], entry: date | None) -> list[StripRow]:
    """Roots by their houses, then sides with those that have no report: silence is information."""
    roots: dict[str | None, set[str]] = {}
    sides: dict[str | None, set[str]] = {side: set() for side in ("party", "monitor", "agency", "outlet")}
    silent = {report.id for report in page.ix.record.reports}
    for claim in page.ix.record.claims:
        roots.setdefault(house_name(claim.root) if claim.root else None, set()).add(claim.report)
        sides.setdefault(side_of(claim), set()).add(claim.report)
        silent.discard(claim.report)
    if silent:
        roots.setdefault(None, set()).update(silent)
        sides.setdefault(None, set()).update(silent)
    days = {report.id: earliest_day(report.published) for report in page.ix.record.reports}
    named = sorted((root for root in roots if root), key=lambda root: (-len(roots[root]), root))[:10]
    told: list[tuple[Text, set[str]]] = [
        (page.f.say("coverage.root", name=page.root(one)), roots[one]) for one in named
    ]
    if None in roots:
        told.append((page.f.say("coverage.root_none"), roots[None]))
    told += [
        (page.f.say("coverage.side", name=page.word("sides", side or "none")), reports)
        for side, reports in sides.items()
    ]
    return [
        _row(name, Counter(day for id_ in reports if (day := days.get(id_)) is not None), starts, entry)
        for name, reports in told
    ]


def report_rows(page: Page) -> list[ReportRow]:
    """The reports in their order."""
    counts = Counter(claim.report for claim in page.ix.record.claims)
    roots: dict[str, dict[str, None]] = {}
    for claim in page.ix.record.claims:
        root = page.ix.root(claim)
        if root:
            roots.setdefault(claim.report, {})[root] = None
    return [
        _report(page, report, list(roots.get(report.id, {})), counts[report.id]) for report in page.ix.record.reports
    ]


def _report(page: Page, report: Report, roots: list[str], claims: int) -> ReportRow:
    language = page.word("languages", report.language or "unknown")
    if report.translated_from:
        source = page.word("languages", report.translated_from)
        language = page.f.join([language, page.f.say("claim.translated", language=source)], ", ")
    published = page.f.published(report.published)
    basis = page.words.table["published_basis"].get(report.published_basis, report.published_basis)
    web = (report.url or "").startswith(("https://", "http://"))
    return ReportRow(
        anchor=anchor("r", report.id),
        label=page.f.v(page.ix.label(report.id)),
        outlet=page.foreign(report.source) if report.source else page.f.say("coverage.source_none"),
        url=(report.url or "") if web else "",
        title=page.foreign(report.title, report.language) if report.title else "",
        published=page.f.join([published, basis], ", ") if report.published else published,
        language=language,
        roots=page.f.join(list(dict.fromkeys(page.root(root) for root in roots)), ", ") or page.f.say("ui.not_stated"),
        claims=claims,
        sha256=report.sha256 or "",
    )
