"""check: what the findings of a duty must say: done or not by its deadline, kept or not, and what excuses it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import datetime

from trucewatch.check import series
from trucewatch.check.clock import Stretch, instant, written
from trucewatch.check.expected import Expected, plain
from trucewatch.check.performed import Deed, deeds
from trucewatch.check.scene import Scene
from trucewatch.model import Provision
from trucewatch.model import Window as Term


def expected(term: Provision, scene: Scene) -> Iterator[Expected]:
    """Every finding that a duty must have, before what excuses it."""
    amount, span = term.amount, scene.term(term)
    if term.checkability != "auto":
        yield plain(scene, term, "not_evaluable")
    elif term.form == "quota" and amount is not None:
        yield from series.quota(term, amount, scene)
    elif term.form == "exchange" and amount is not None:
        yield series.exchange(term, amount, scene)
    elif term.form == "maintain":
        yield _kept(term, scene)
    elif amount is not None and amount.per is not None:
        yield series.rounds(term, amount, scene)
    elif span is not None and (span.by or (span.to and term.form != "recur")):
        yield _achieved(term, span, scene)
    else:
        told = [deed for deed in deeds(term, scene) if deed.done]
        yield plain(scene, term, "not_evaluable", _claims(told))


def power(term: Provision, scene: Scene) -> Expected:
    """The finding of a power: whether anybody tells that it was used."""
    if term.act is None or term.checkability != "auto":
        return plain(scene, term, "not_evaluable")
    used = deeds(term, scene)
    told, denied = any(deed.done for deed in used), any(deed.failed for deed in used)
    label = "inactive" if not used else "disputed" if told and denied else "unknown"
    return plain(scene, term, label, _claims(used))


def _claims(told: Iterable[Deed]) -> list[str]:
    return [claim for deed in told for claim in deed.account.incident.claims]


def _kept(term: Provision, scene: Scene) -> Expected:
    """A state to be kept."""
    against = [deed for deed in deeds(term, scene) if deed.done]
    if not against:
        seen = scene.watched(term, scene.stretch(scene.term(term)))
        return plain(scene, term, "maintained" if seen else "no_violation_seen")
    broken = any(deed.sure and len(deed.held) >= scene.standard.min_roots for deed in against)
    made = plain(scene, term, "not_performed" if broken else "unknown", _claims(against))
    return made if broken else dataclasses.replace(made, decisive=("occurrence",))


def _achieved(term: Provision, span: Term, scene: Scene) -> Expected:
    """Something to be done by a deadline."""
    last = str(span.by or span.to)
    if scene.waits(last) or scene.waits(span.from_):
        return plain(scene, term, "inactive")
    hull, named = _deadlines(last, scene)
    edges = written(hull[0]), written(hull[1])
    if scene.undefined(term.where):
        return dataclasses.replace(plain(scene, term, "not_evaluable"), due=edges)
    if scene.now is None:
        return dataclasses.replace(plain(scene, term, "unknown"), due=edges)
    asked = int(term.amount.min or 1) if term.amount is not None else 1
    told = deeds(term, scene)
    label = _by(hull, told, asked, scene)
    if label == "overdue" and scene.watched(term, scene.stretch(span)):
        label = "not_performed"
    return dataclasses.replace(
        plain(scene, term, label, _claims(deed for deed in told if deed.done)),
        due=edges,
        count={
            "low": float(sum(deed.sure and deed.over_by(hull[0]) for deed in told)),
            "high": float(sum(deed.done and not deed.part and deed.begun_by(hull[1]) for deed in told)),
            "of": float(asked),
        },
        decisive=("time",) if label in ("pending", "due", "overdue", "unknown") else (),
        readings={name: _by(edge, told, asked, scene) for name, edge in named.items()},
    )


def _deadlines(last: str, scene: Scene) -> tuple[Stretch, dict[str, Stretch]]:
    anchor = scene.anchor(last)
    named = {name: _edge(pair, scene) for name, pair in anchor.readings.items()}
    everything = [_edge((str(anchor.earliest), str(anchor.latest)), scene), *named.values()]
    return (min(low for low, _ in everything), max(high for _, high in everything)), named


def _edge(pair: tuple[str, str], scene: Scene) -> Stretch:
    return instant(pair[0], scene.local), instant(pair[1], scene.local)


def _by(due: Stretch, told: list[Deed], asked: int, scene: Scene) -> str:
    """The label for one deadline."""
    timely = [deed for deed in told if deed.begun_by(due[1])]
    if any(deed.failed for deed in timely) and any(deed.done for deed in timely):
        return "disputed"
    if any(deed.cut for deed in timely):
        return "partly"
    now = scene.now
    assert now is not None
    certain = [deed for deed in told if deed.sure]
    if sum(deed.over_by(due[0]) for deed in certain) >= asked:
        return "fulfilled"
    if now <= due[0]:
        return "pending"
    if sum(deed.done and not deed.part for deed in timely) >= asked:
        return "unknown"
    if now <= due[1]:
        return "due"
    if len(certain) >= asked:
        return "performed_late"
    if _too_late_to_tell(due[1], scene.reports_from):
        return "unknown"
    return "partly" if any(deed.done and deed.part for deed in told) else "overdue"


def _too_late_to_tell(due: datetime, reports_from: datetime | None) -> bool:
    """Whether the reports begin after the deadline, so that they cannot show what was done by then."""
    return reports_from is not None and reports_from > due


def excused(made: list[Expected], scene: Scene) -> Iterator[Expected]:
    """The same, with those excused that hang on a duty of the other side which was clearly not kept."""
    labels: dict[str, set[str]] = {}
    for one in made:
        labels.setdefault(one.provision, set()).add(one.label)
    links = {term.id: term.excused_by for term in scene.agreement.provisions}
    for one in made:
        others = set().union(*(labels.get(name, set()) for name in links[one.provision]))
        open_ = one.label in ("overdue", "partly", "not_performed", "performed_late")
        clear = others & {"not_performed", "performed_late", "supported"}
        yield dataclasses.replace(one, label="excused") if open_ and clear else one
