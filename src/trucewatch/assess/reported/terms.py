"""assess: each claim on what an agreement contains, beside the text: agreement, difference, absence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Literal

from trucewatch.assess.case import Case
from trucewatch.assess.facets.anchored import anchor
from trucewatch.assess.facets.times import EVER, NEVER, spans
from trucewatch.assess.profile import load_profile
from trucewatch.assess.reported import numbers
from trucewatch.assess.reported.kinds import RIGHT, candidates, compared, loose
from trucewatch.assess.reported.meant import meant
from trucewatch.languages.fold import match_key
from trucewatch.model import Agreement, Anchor, Claim, Provision, Report
from trucewatch.model.claim import TimePrecision
from trucewatch.model.reported import Relation, ReportedTerm, TermPoint

ENTRY = "term.entry_into_force"
DATED = frozenset({"term.patrol", "term.deadline"})
"""Types of which a stated day is the day that the text sets."""
FINE: frozenset[TimePrecision] = frozenset({"minute", "hour", "day"})
OUTSIDE_OF_THE_TEXT = frozenset({"statement", "practice"})
_BEST: tuple[Relation, ...] = ("agrees", "statement", "differs", "open", "absent")
_HOUR = timedelta(hours=1)


def reported_terms(
    claims: Iterable[Claim], reports: Iterable[Report], agreements: Sequence[Agreement]
) -> list[ReportedTerm]:
    """Every claim on what an agreement contains, held beside the text that it means, in the order of the claims."""
    by_id = {report.id: report for report in reports}
    cases = {text.id: Case(text, load_profile(), None, None) for text in agreements}
    found = []
    for claim in claims:
        texts = meant(claim, by_id.get(claim.report), agreements) if compared(claim) else []
        if texts:
            found.append(_first_that_has_it(claim, texts, cases))
    return found


def _first_that_has_it(claim: Claim, texts: Sequence[Agreement], cases: dict[str, Case]) -> ReportedTerm:
    """By the text that is meant; where that has nothing of the kind, by one that it stands on."""
    made = [_held(claim, text, cases[text.id]) for text in texts]
    return next((one for one in made if one.relation != "absent" or one.provision is not None), made[0])


def _held(claim: Claim, text: Agreement, case: Case) -> ReportedTerm:
    if claim.type == ENTRY and text.effective is not None:
        return _entry(claim, text, case)
    if claim.type == "term.absent":
        return _made(claim, text, "open", why=("It tells what the text does not hold; that takes a person.",))
    found = candidates(claim, text)
    if not found:
        told = "The text has no term of this kind."
        relation: Relation = "agrees" if claim.polarity == "-" and claim.type != RIGHT else "absent"
        return _made(claim, text, relation, why=(told,))
    if claim.polarity == "-" and claim.type != RIGHT and not loose(claim):
        return _against(claim, found, text)
    return min((_beside(claim, term, found, text, case) for term in found), key=_rank)


def _rank(made: ReportedTerm) -> int:
    return _BEST.index(made.relation)


def _against(claim: Claim, found: Sequence[Provision], text: Agreement) -> ReportedTerm:
    """Told to be absent from a text that has a term of the kind."""
    why = ("It is told to be absent, and the text has a term of this kind.",)
    return _made(claim, text, "differs", found[0], found[1:], why=why)


def _beside(claim: Claim, term: Provision, all_: Sequence[Provision], text: Agreement, case: Case) -> ReportedTerm:
    points = tuple(_points(claim, term, text, case))
    others = [one for one in all_ if one.id != term.id]
    if term.basis in OUTSIDE_OF_THE_TEXT:
        why = f"The text has no such clause; it stands in {_outside(term)} alone."
        return _made(claim, text, "statement", term, (), points, (why,))
    if any(point.fits == "no" for point in points):
        return _made(claim, text, "differs", term, (), points, ("The text has such a term and says otherwise.",))
    if any(not point.text for point in points):
        why = "The text has a term of this kind and does not give the number told."
        return _made(claim, text, "absent", term, (), points, (why,))
    if not points and loose(claim):
        why = "The text has terms of this kind; whether one of them is meant takes a person."
        return _made(claim, text, "open", term, others, (), (why,))
    told = "The text has such a term, and what is told of it fits." if points else "The text has such a term."
    return _made(claim, text, "agrees", term, () if points else others, points, (told,))


def _outside(term: Provision) -> str:
    return "one side's statement" if term.basis == "statement" else "practice"


def _points(claim: Claim, term: Provision, text: Agreement, case: Case) -> Iterator[TermPoint]:
    for figure in numbers.figures(claim):
        said = numbers.stated(term, text, figure.measure)
        fits = _fits(any(one.fits(figure.low, figure.high) for one in said)) if said else None
        told = _interval(figure.low, figure.high)
        words = tuple(dict.fromkeys(one.words for one in said))
        yield TermPoint("figure", told, words, fits, figure.measure, max((one.sides for one in said), default=1))
    if not claim.figures:
        yield from (TermPoint("number", number) for number in numbers.bare(claim))
    yield from _day(claim, term, case)
    yield from _parties(claim, term, case)
    yield from _line(claim, term, text)


def _fits(value: bool) -> Literal["yes", "no"]:
    return "yes" if value else "no"


def _interval(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return f"up to {high:g}" if high is not None else f"{low:g} or more"
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _day(claim: Claim, term: Provision, case: Case) -> Iterator[TermPoint]:
    """A day that is stated beside the day that the provision begins or is due."""
    time = claim.time
    if (
        claim.type not in DATED
        or time is None
        or time.basis != "stated"
        or time.precision not in FINE
        or not time.start
    ):
        return
    due = claim.type == "term.deadline"
    edges = (term.when.by or term.when.to, None if due else term.when.from_) if term.when is not None else ()
    days = {day for name in edges if name for day in _days(name, case)}
    told = {str(time.end)[:10], _before(str(time.end)[:10])} if due and time.end else {time.start[:10]}
    if days:
        yield TermPoint("day", time.text or min(told), tuple(sorted(days)), _fits(bool(told & days)))


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _days(name: str, case: Case) -> set[str]:
    """The days of an anchor by the clock of the place, by each reading."""
    found = anchor(case, name)
    return {datetime.fromisoformat(edge).astimezone(case.local).date().isoformat() for edge in _texts(found)}


def _texts(found: Anchor) -> list[str]:
    """The instants of an anchor by each reading."""
    told = [edge for pair in found.readings.values() for edge in pair]
    return told or [edge for edge in (found.earliest, found.latest) if edge is not None]


def _parties(claim: Claim, term: Provision, case: Case) -> Iterator[TermPoint]:
    """Who is told to do it beside who is bound to."""
    told = {case.party_of(one.id) for one in claim.actors if one.role in ("party", "perpetrator") and one.id} - {None}
    if term.kind != "obligation" or not told or not term.bearers or term.act is None:
        return
    fits = told <= set(term.bearers)
    names = ", ".join(sorted(case.name(str(one)) for one in told))
    yield TermPoint("party", names, tuple(case.name(one) for one in term.bearers), _fits(fits))


def _line(claim: Claim, term: Provision, text: Agreement) -> Iterator[TermPoint]:
    """The road or river that is told beside the one that the zone is built on."""
    zone = text.zones.get(term.defines or (term.where.of if term.where is not None else ""))
    if zone is None or zone.of is None or claim.place is None or claim.place.level != "route":
        return
    said = match_key(f"{claim.place.name or ''} {claim.place.text}").split()
    yield TermPoint("line", claim.place.text, (text.lines[zone.of].name,), _fits(match_key(zone.of) in said))


def _entry(claim: Claim, text: Agreement, case: Case) -> ReportedTerm:
    """When it is told to come into force: held by the day, and by the hour where it is foretold."""
    found, time = anchor(case, str(text.effective)), claim.time
    edges = [datetime.fromisoformat(edge) for edge in _texts(found)]
    if time is None or time.basis == "published" or not (time.start or time.end) or not edges:
        why = ("The text says when it comes into force; the report tells no time of its own.",)
        return _made(claim, text, "open", why=why)
    low, high = min(edges), max(edges)
    span = spans(time, case.local, case.local, case.profile)[0]
    start, end = span.start, span.end
    foretold = claim.modality != "happened" and time.precision in ("minute", "hour")
    slack = _HOUR if foretold else timedelta(0)
    same_day = bool(_local_days(start, end, case) & _local_days(low, high + timedelta(seconds=1), case))
    fits = start - slack <= high and end + slack >= low if foretold and start > NEVER and end < EVER else same_day
    told = time.text or (str(time.start) if time.precision == "day" else f"{time.start or '..'} to {time.end or '..'}")
    point = TermPoint("day", told, tuple(dict.fromkeys(case.say(edge) for edge in sorted(edges))), _fits(fits))
    relation: Relation = "agrees" if fits else "differs"
    return _made(claim, text, relation, points=(point,), why=("When it comes into force.",))


def _local_days(start: datetime, end: datetime, case: Case) -> set[str]:
    """The days of a stretch by the clock of the place; the first and the last where it is long or open."""
    if start == NEVER or end == EVER:
        return set()
    last = max(start, end - timedelta(seconds=1))
    first, stop = start.astimezone(case.local).date(), last.astimezone(case.local).date()
    return {(first + timedelta(days=n)).isoformat() for n in range(min((stop - first).days, 366) + 1)}


def _made(
    claim: Claim,
    text: Agreement,
    relation: Relation,
    term: Provision | None = None,
    others: Sequence[Provision] = (),
    points: tuple[TermPoint, ...] = (),
    why: tuple[str, ...] = (),
) -> ReportedTerm:
    more = tuple(one.id for one in others)
    return ReportedTerm(claim.id, text.id, text.hash, relation, term.id if term else None, more, points, why)
