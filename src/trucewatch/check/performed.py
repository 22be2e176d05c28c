"""check: what tells that a duty was done: by whom held, cut short or failed, and whether beyond doubt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from trucewatch.check.account import DONE, Account, is_of
from trucewatch.check.clock import SECOND, Stretch, stretches
from trucewatch.check.scene import Scene
from trucewatch.model import Act, Claim, Provision
from trucewatch.model import Window as Term


@dataclass(frozen=True)
class Deed:
    """One incident that is or may be a performance."""

    account: Account
    held: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    sure: bool = False
    part: bool = False
    spans: tuple[Stretch, ...] = field(default=())

    @property
    def done(self) -> bool:
        """Whether somebody tells that it was done, at least in part."""
        return bool(self.held or self.cut)

    def over_by(self, edge: datetime) -> bool:
        """Whether it was certainly over by an instant."""
        return bool(self.spans) and all(end - SECOND <= edge for _, end in self.spans)

    def begun_by(self, edge: datetime) -> bool:
        """Whether it may have begun by an instant."""
        return not self.spans or any(start <= edge for start, _ in self.spans)


def deeds(term: Provision, scene: Scene) -> list[Deed]:
    """All that may be a performance of a duty, after its beginning."""
    if term.act is None:
        return []
    act, span = scene.agreement.acts[term.act], scene.term(term)
    start = Term(from_=span.from_ if span else None)
    blocks = _blocks(term, start, scene)
    found = []
    for account in scene.accounts:
        about = not act.about or any(claim.about in act.about for claim in account.claims)
        if account.may_tell and about and is_of(account.incident.type, act.types):
            found += _deed(account, act, term, start, blocks, scene)
    return found


def _deed(account: Account, act: Act, term: Provision, start: Term, blocks: list[Account], scene: Scene) -> list[Deed]:
    told = account.incident
    answers = [
        scene.time(told, start).value,
        scene.place(told, term.where).value,
        _joint(account, act, term, scene),
    ]
    if "F" in answers:
        return []
    failed = account.roots(claim for claim in account.claims if _failed(claim))
    cut = account.roots(claim for claim in account.done if claim.outcome == "cut_short")
    held = account.roots(claim for claim in account.done if claim.outcome not in ("cut_short", "failed"))
    held = held if account.claims else told.roots
    if held and not cut:
        cut = tuple(sorted({root for block in blocks if _one_day(told.time, block) for root in block.tellers}))
    if not (held or cut or failed):
        return []
    part = term.whole and not _all_of_it(account)
    sure = answers == ["T", "T", "T"] and bool(held) and not cut and not failed and not part
    days = scene.standard.undated_within_days
    spans = stretches(told.time, scene.local, scene.local, days) if told.time else []
    return [Deed(account, held, cut, failed, sure, part, tuple(spans))]


def _all_of_it(account: Account) -> bool:
    """Whether somebody tells of it as completed, and not at one spot alone."""
    place = account.incident.place
    if place is not None and place.level in ("settlement", "site", "point"):
        return False
    return "completed" in {claim.outcome for claim in account.done}


def _failed(claim: Claim) -> bool:
    if claim.modality == "denied":
        return True
    return claim.modality in DONE and (claim.polarity == "-" or claim.outcome == "failed")


def _joint(account: Account, act: Act, term: Provision, scene: Scene) -> str:
    """Whether it was done together, as the act asks."""
    if act.joint is None:
        return "T"
    cast = [one for one in account.incident.actors if one.role in ("party", "perpetrator")]
    parties = {party.id for one in cast if (party := scene.party(one.id))}
    together = any(claim.joint for claim in account.claims) or parties >= set(term.bearers)
    if together:
        return "T" if act.joint else "F"
    if len(parties) == 1:
        return "F" if act.joint else "T"
    return "N"


def _blocks(term: Provision, start: Term, scene: Scene) -> list[Account]:
    """What kept a performance from being whole."""
    if term.hindered_by is None:
        return []
    types = scene.agreement.acts[term.hindered_by].types
    found = []
    for account in scene.accounts:
        told = account.incident
        if told.kind != "event" or not account.done or not is_of(told.type, types):
            continue
        if "F" not in (scene.time(told, start).value, scene.place(told, term.where).value):
            found.append(account)
    return found


def _one_day(time: object, other: Account) -> bool:
    one, two = getattr(time, "start", None), getattr(other.incident.time, "start", None)
    return bool(one and two and one[:10] == two[:10])
