"""check: duties that are counted: each period and each counter for itself, and what an exchange makes due."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.check.account import is_of
from trucewatch.check.clock import DAY, FIRST, LAST, SECOND, Stretch, length, midnight, stretches, written
from trucewatch.check.expected import Expected, name_of, plain
from trucewatch.check.performed import deeds
from trucewatch.check.scene import Scene
from trucewatch.languages.fold import match_key
from trucewatch.model import Act, Provision, Time
from trucewatch.model.agreement import Amount

MOST = 4000


@dataclass(frozen=True)
class Tally:
    """A number that somebody counted over a stretch of time."""

    counter: str
    low: float
    high: float
    span: Stretch
    claim: str
    population: str | None


def tallies(term: Provision, act: Act, measure: str, scene: Scene) -> list[Tally]:
    """Every number of a measure that is told of an act and is not certainly told of elsewhere."""
    found = set()
    of = term.amount.of if term.amount is not None else None
    for account in scene.accounts:
        codes = {account.incident.type, *(claim.type for claim in account.claims)}
        if not any(is_of(code, act.types) for code in codes):
            continue
        if scene.place(account.incident, term.where).value == "F":
            continue
        for claim in account.done:
            for one in claim.figures:
                named = match_key(one.population) if one.population is not None else None
                wanted = of is None or (named is not None and match_key(of) in named)
                time = Time(one.period[0], one.period[1]) if one.period is not None else claim.time
                if one.measure != measure or not wanted or time is None:
                    continue
                span = stretches(time, scene.local, scene.local, scene.standard.undated_within_days)[0]
                if span[0] != FIRST and span[1] != LAST:
                    high = math.inf if one.high is None else one.high
                    who = one.counted_by or account.root(claim)
                    found.add(Tally(who, one.low or 0.0, high, span, claim.id, one.population))
    return sorted(found, key=lambda one: (one.span[0], one.counter, one.low, one.claim))


def _periods(term: Provision, per: str, scene: Scene) -> list[Stretch]:
    """The periods begun by now; days are days of the clock."""
    whole, step = scene.stretch(scene.term(term)), length(per)
    if whole is None:
        return []
    days, rest = divmod(step, DAY)
    start = whole[0] if rest else midnight(whole[0].astimezone(scene.local).date(), scene.local)
    made: list[Stretch] = []
    while start < whole[1] and len(made) < MOST:
        stop = start + step if rest else midnight(start.astimezone(scene.local).date() + days * DAY, scene.local)
        made.append((start, stop))
        start = stop
    return made


def quota(term: Provision, amount: Amount, scene: Scene) -> Iterator[Expected]:
    """Each period for which somebody counted, and the series."""
    spans = _periods(term, str(amount.per), scene)
    if term.act is None or not spans or scene.now is None:
        yield plain(scene, term, "inactive")
        return
    asked, told = amount.min or 0.0, tallies(term, scene.agreement.acts[term.act], str(amount.measure), scene)
    made = []
    for span in spans:
        within = [one for one in told if one.span[0] >= span[0] and one.span[1] <= span[1]]
        if within:
            made.append(_period(term, asked, span, within, scene))
    yield from made
    yield _series(term, asked, spans, made, told, scene)


def _period(term: Provision, asked: float, span: Stretch, told: list[Tally], scene: Scene) -> Expected:
    bounds, now = {}, scene.now
    assert now is not None
    for name in sorted({one.counter for one in told}):
        own = {(one.low, one.high) for one in told if one.counter == name}
        bounds[name] = max(low for low, _ in own), sum(high for _, high in own)
    table = {name: _met(low, high, asked, closed=span[1] <= now) for name, (low, high) in bounds.items()}
    label = next(iter(table.values())) if len(set(table.values())) == 1 else "disputed"
    low, high = min(low for low, _ in bounds.values()), max(high for _, high in bounds.values())
    return Expected(
        name_of(scene.agreement.id, term.id, None, written(span[0])),
        term.id,
        label,
        due=(written(span[0]), written(span[1] - SECOND)),
        count=_count(low, high, asked),
        readings=table if len(table) > 1 else {},
        supports=tuple(sorted({one.claim for one in told})),
    )


def _met(low: float, high: float, asked: float, *, closed: bool) -> str:
    if low >= asked:
        return "fulfilled"
    if high >= asked:
        return "unknown"
    return "partly" if closed else "pending"


def _count(low: float, high: float, of: float) -> dict[str, float | None]:
    return {"low": low, "high": None if high == math.inf else high, "of": of}


def _series(
    term: Provision, asked: float, spans: list[Stretch], made: list[Expected], told: list[Tally], scene: Scene
) -> Expected:
    labels = [one.label for one in made]
    label = "unknown"
    if "disputed" in labels:
        label = "disputed"
    elif "partly" in labels or any(_short(one, spans, asked) for one in told):
        label = "partly"
    elif set(labels) == {"fulfilled"} and len(labels) >= len(spans) - 1:
        label = "fulfilled"
    met = labels.count("fulfilled")
    open_ = len(spans) - len(made) + sum(one in ("unknown", "disputed", "pending") for one in labels)
    return dataclasses.replace(
        plain(scene, term, label),
        due=(written(spans[0][0]), written(spans[-1][1] - SECOND)),
        count=_count(float(met), float(met + open_), float(len(spans))),
    )


def _short(one: Tally, spans: list[Stretch], asked: float) -> bool:
    """Whether a number over more than one period is less than was due in them."""
    over = sum(start >= one.span[0] and stop <= one.span[1] for start, stop in spans)
    return over > 1 and one.high < over * asked


def rounds(term: Provision, amount: Amount, scene: Scene) -> Expected:
    """Acts that are due in each period."""
    spans, now = _periods(term, str(amount.per), scene), scene.now
    if not spans or now is None:
        return plain(scene, term, "inactive")
    done = [deed for deed in deeds(term, scene) if deed.done]
    ended, asked = [span for span in spans if span[1] <= now], amount.min or 1.0
    sure = [span for span in ended if sum(deed.sure and _in(deed.spans, span) for deed in done) >= asked]
    maybe = [span for span in ended if sum(_meets(deed.spans, span) for deed in done) >= asked]
    blank = [span for span in ended if span not in maybe]
    if not ended:
        label = "pending"
    elif len(sure) == len(ended):
        label = "fulfilled"
    elif not blank:
        label = "unknown"
    elif len(blank) < len(ended):
        label = "partly"
    else:
        label = "not_performed" if all(scene.watched(term, span) for span in blank) else "overdue"
    return dataclasses.replace(
        plain(scene, term, label, [claim for deed in done for claim in deed.account.incident.claims]),
        due=(written(spans[0][0]), written(spans[-1][1] - SECOND)),
        count=_count(float(len(sure)), float(len(maybe)), float(len(ended))),
    )


def _in(told: tuple[Stretch, ...], span: Stretch) -> bool:
    return bool(told) and all(start >= span[0] and stop <= span[1] for start, stop in told)


def _meets(told: tuple[Stretch, ...], span: Stretch) -> bool:
    return not told or any(start < span[1] and stop > span[0] for start, stop in told)


def exchange(term: Provision, amount: Amount, scene: Scene) -> Expected:
    """What is due by what the other side released, and what was given."""
    other = scene.agreement.acts[str(amount.for_act)]
    released = tallies(term, other, str(amount.for_measure), scene)
    own = scene.agreement.acts[term.act] if term.act is not None else None
    given = tallies(term, own, str(amount.measure), scene) if own is not None else []
    due = [0.0, 0.0]
    for low, high, population in _once(released):
        named = match_key(population or "")
        rates = [rate for name, rate in amount.ratio.items() if named and match_key(name) in named]
        rates = rates or list(amount.ratio.values())
        due = [due[0] + low * min(rates), due[1] + high * max(rates)]
    if due[1] == 0:
        return plain(scene, term, "inactive")
    done = [sum(low for low, _, _ in _once(given)), sum(high for _, high, _ in _once(given))]
    if done[0] >= due[1]:
        label = "fulfilled"
    elif done[1] >= due[0]:
        label = "unknown"
    else:
        label = "partly" if done[0] > 0 else "overdue"
    made = plain(scene, term, label, [one.claim for one in (*released, *given)])
    return dataclasses.replace(made, count=_count(float(done[0]), float(done[1]), due[0]))


def _once(told: list[Tally]) -> list[tuple[float, float, str | None]]:
    """Each release once: numbers for one stretch and population are one, from the least to the greatest."""
    groups: dict[tuple[Stretch, str | None], list[Tally]] = {}
    for one in told:
        groups.setdefault((one.span, one.population), []).append(one)
    return [
        (min(one.low for one in group), max(one.high for one in group), population)
        for (_, population), group in groups.items()
    ]
