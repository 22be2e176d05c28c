"""assess: reports that an obligation was performed: which acts count, which may, and how whole they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from trucewatch.assess.case import Case
from trucewatch.assess.evidence import TELLING, TOLD, Evidence
from trucewatch.assess.facets import place, when
from trucewatch.assess.facets.times import Span, spans
from trucewatch.assess.facets.what import listed
from trucewatch.assess.text.quantity import SECOND
from trucewatch.model import Act, Claim, Provision, Window

SPOTS = frozenset({"point", "site", "settlement"})
"""Levels of a place that is less than the ground a whole is asked for."""
MOST = 3
"""Acts nearly counted that are told one by one."""


@dataclass(frozen=True, slots=True)
class Performance:
    """One incident that may be a performance, and by which roots it was held, cut short, or failed."""

    evidence: Evidence
    held_by: tuple[str, ...]
    cut_by: tuple[str, ...]
    failed_by: tuple[str, ...]
    certain: bool
    """True when the act, its place and its start in the window are beyond doubt, and nobody says it was not whole."""
    why: str
    part: bool = False
    """True where the duty is a whole and this is told of as less: one spot, or not as completed."""

    @property
    def held(self) -> bool:
        """Whether somebody tells that it took place, at least in part."""
        return bool(self.held_by or self.cut_by)

    def ends_by(self, edge: datetime, case: Case) -> bool:
        """Whether it certainly ended by an instant."""
        return all(span.end - SECOND <= edge for span in self.spans(case)) and bool(self.spans(case))

    def may_begin_by(self, edge: datetime, case: Case) -> bool:
        """Whether it may have begun by an instant."""
        return any(span.start <= edge for span in self.spans(case)) or not self.spans(case)

    def spans(self, case: Case) -> tuple[Span, ...]:
        """When it may have been, by the agreement's clock; none where no account tells."""
        time = self.evidence.incident.time
        return () if time is None else spans(time, case.local, case.local, case.profile)


def performances(provision: Provision, window: Window, case: Case) -> list[Performance]:
    """Incidents that are, or may be, a performance after the window's start, in the order of their ids."""
    act = case.act(provision)
    if act is None:
        return []
    start = Window(from_=window.from_)
    hindered = _hindrances(provision, start, case)
    found = []
    for item in case.of_types(act.types):
        if item.incident.kind in TELLING and _about(item, act):
            made = _performance(provision, act, start, item, hindered, case)
            if made is not None:
                found.append(made)
    return found


def nearly(provision: Provision, window: Window, case: Case) -> list[str]:
    """Acts that one condition alone keeps from being counted, each with the reason: those that come closest first."""
    act = case.act(provision)
    if act is None:
        return []
    found: list[tuple[int, str]] = []
    for item in case.of_types(act.types):
        told = item.roots(item.asserting) if item.claims else item.incident.roots
        if item.incident.kind not in TELLING or not told:
            continue
        lacking = list(_lacking(provision, act, Window(from_=window.from_), item, case))
        if len(lacking) == 1:
            rank, why = lacking[0]
            found.append((rank, f"Nearly counted: {listed(told)} told of one, but {why}."))
    said = list(dict.fromkeys(why for _, why in sorted(found)))
    more = [f"Nearly counted besides: {len(said) - MOST}."] if len(said) > MOST else []
    return said[:MOST] + more


def _lacking(provision: Provision, act: Act, start: Window, item: Evidence, case: Case) -> Iterator[tuple[int, str]]:
    """Each condition that an act certainly does not meet."""
    if _joint(item, act, provision, case) == "F":
        yield 0, "not by all who are bound together" if act.joint else "by more than one side together"
    if not _about(item, act):
        yield 1, "about something else"
    time = when.in_window(item.incident.time, start, case).facet
    if time.value == "F":
        yield 2, time.why
    where = place.in_reach(item.incident.place, provision.where, case, item.incident.time).facet
    if where.value == "F":
        yield 3, where.why


def _about(item: Evidence, act: Act) -> bool:
    """Acts that are speech count only when they are about what the file says."""
    return not act.about or any(claim.about in act.about for claim in item.claims)


def _performance(
    provision: Provision, act: Act, start: Window, item: Evidence, hindered: list[Evidence], case: Case
) -> Performance | None:
    time = when.in_window(item.incident.time, start, case).facet
    where = place.in_reach(item.incident.place, provision.where, case, item.incident.time).facet
    joint = _joint(item, act, provision, case)
    if "F" in (time.value, where.value, joint):
        return None
    failed = _by(item, (claim for claim in item.claims if _failed(claim)))
    cut = _by(item, (claim for claim in item.asserting if claim.outcome == "cut_short"))
    held = (
        _by(item, (c for c in item.asserting if c.outcome not in ("cut_short", "failed")))
        if item.claims
        else item.incident.roots
    )
    blocking = [other for other in hindered if _same_day(item, other)]
    if held and not cut and blocking:
        cut = tuple(sorted({root for other in blocking for root in other.asserting_roots}))
    if not (held or cut or failed):
        return None
    part = provision.whole and _part(item)
    sure = (time.value, where.value, joint) == ("T", "T", "T") and bool(held) and not (cut or failed or part)
    told = listed(tuple(sorted({*held, *cut, *failed})))
    why = f"{told}: time {time.value} ({time.why}), place {where.value} ({where.why})."
    return Performance(item, held, cut, failed, sure, why, part)


def _part(item: Evidence) -> bool:
    """Whether less than a whole is told: nobody says that it was completed, or it was completed at one spot."""
    spot = item.incident.place is not None and item.incident.place.level in SPOTS
    return spot or not any(claim.outcome == "completed" for claim in item.asserting)


def _failed(claim: Claim) -> bool:
    told = claim.modality in TOLD
    return claim.modality == "denied" or (told and (claim.polarity == "-" or claim.outcome == "failed"))


def _by(item: Evidence, claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({item.root(claim) for claim in claims}))


def _joint(item: Evidence, act: Act, provision: Provision, case: Case) -> str:
    """Whether it was done together: said so, or by actors that stand for all bearers."""
    if act.joint is None:
        return "T"
    actors = {case.party_of(a.id) for a in item.incident.actors if a.role in ("party", "perpetrator")} - {None}
    together = any(claim.joint for claim in item.claims) or set(provision.bearers) <= actors
    if together:
        return "T" if act.joint else "F"
    alone = len(actors) == 1
    return ("F" if alone else "N") if act.joint else ("T" if alone else "N")


def _hindrances(provision: Provision, start: Window, case: Case) -> list[Evidence]:
    """Events that kept a performance from being whole, in the window and not certainly elsewhere."""
    if provision.hindered_by is None:
        return []
    wanted = case.agreement.acts[provision.hindered_by]
    found = []
    for item in case.of_types(wanted.types):
        if item.incident.kind != "event" or not item.asserting:
            continue
        time = when.in_window(item.incident.time, start, case).facet
        where = place.in_reach(item.incident.place, provision.where, case, item.incident.time).facet
        if time.value != "F" and where.value != "F":
            found.append(item)
    return found


def _same_day(left: Evidence, right: Evidence) -> bool:
    first, second = left.incident.time, right.incident.time
    return bool(first and second and first.start and second.start and first.start[:10] == second.start[:10])
