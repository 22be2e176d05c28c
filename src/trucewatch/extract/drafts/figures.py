"""extract: the figures of a clause: which of its counts measure what the clause says."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.drafts.counts import counts_of, shared, whose
from trucewatch.extract.drafts.victims import implied, several
from trucewatch.extract.meaning.harm import hurt_people
from trucewatch.extract.phrases.item import Count, Item
from trucewatch.extract.sentence import Parsed
from trucewatch.model import Figure
from trucewatch.model.claim import Measure

_PERSONS = frozenset({"killed", "injured", "missing"})
_ONE_BY_ONE = frozenset({"killed", "injured", "captured"})
"""Measures in which a person told of without a number is one."""
_DONE = frozenset({"killed", "injured", "displaced", "neutralised", "captured"})
"""Measures of what is done to somebody, so that only those who undergo it are counted."""
_SINGLE = frozenset({"killed", "injured", "missing", "displaced", "captured", "returned", "refugees"})
"""Measures that count people one by one."""
_DONE_TO = frozenset({"civ.killing", "civ.arrest", "civ.abduction"})
_TWO = 2
_TOLL = frozenset({"toll", "toll_injured", "toll_neutral"})
_BY_TYPE: dict[str, Measure] = {
    "harm.killed": "killed",
    "harm.injured": "injured",
    "harm.displaced": "displaced",
    "state.refugee_stock": "refugees",
    "state.displacement": "displaced",
    "civ.arrest": "captured",
    "civ.abduction": "captured",
    "hum.return": "returned",
    "hum.release_exchange": "prisoners",
    "civ.killing": "killed",
    "dip.threat": "refugees",
    "pol.resettlement": "refugees",
    "kin.aircraft_downed": "aircraft",
    "mon.post_established": "posts",
    "term.observation_post": "posts",
    "mon.patrol": "patrols",
    "dip.demand": "refugees",
    "pos.force_movement": "personnel",
    "pos.reinforcement": "personnel",
    "civ.recruitment": "personnel",
    "dip.agreement": "refugees",
}
_ACT_COUNT: dict[str, Measure] = {
    "kin.air_strike": "strikes",
    "kin.drone_strike": "strikes",
    "kin.shelling": "strikes",
    "mon.patrol": "patrols",
    "kin.missile": "strikes",
    "kin.small_arms": "violations",
}


def figure(
    count: Count, measure: Measure, parsed: Parsed, factor: float = 1.0, population: str | None = None
) -> Figure:
    """A count as a figure of a measure, in the units that the measure's name says."""
    number = count.number
    start, end = parsed.span(count.start, count.end)
    low = number.low * factor
    high = None if number.high is None else number.high * factor
    return Figure(
        measure,
        _round(low),
        None if high is None else _round(high),
        number.approximator,
        population or count.population,
        parsed.original[start:end],
        (start, end),
        more=number.more,
    )


def _round(value: float) -> float:
    return float(int(value)) if value == int(value) else round(value, 4)


def unit_figure(count: Count, item: Item, parsed: Parsed, kind: str) -> Figure | None:
    """A length, area or duration: hours of talks, a corridor's width."""
    head = count.head
    if head is None or "unit" not in head.classes or "calibre" in head.classes:
        return None
    measure: Measure = head.info["measure"]  # type: ignore[assignment]
    if measure == "distance_km" and (item.modifiers | item.classes) & {"wide", "zone"}:
        measure = "width_km"
    return figure(count, measure, parsed, float(head.info.get("factor", "1")))


def calibre_of(items: Iterable[Item]) -> float | None:
    """The millimetres of the weapon told of in some phrases: "120 mm mortars"; None where two calibres are told."""
    told = {c.number.low for item in items for c, _ in counts_of(item) if c.head and "calibre" in c.head.classes}
    return told.pop() if len(told) == 1 else None


def clause_figures(
    clause: Clause, kind: str, measure: str | None, parsed: Parsed, carrier: Item | None = None
) -> list[Figure]:
    """The figures of a clause that says `kind`: victims where it harms, things of war where it downs or counts them."""
    if clause.shares:
        return []
    wanted: Measure | None = measure or _BY_TYPE.get(kind)  # type: ignore[assignment]
    if measure is None and kind in _DONE_TO:
        measure = wanted
    where = [_whom(item, clause) for item in _where(clause, kind, measure)]
    if carrier is not None and kind in _DONE_TO and "harm" not in clause.verb.classes:
        where = carrier.of  # "the arrest of two men"
    found: list[Figure] = []
    for n, item in enumerate(where):
        for count, phrase in shared(item, clause):
            if (n and _of_something(count, phrase)) or (phrase is not item and item.counts and _families(count)):
                continue  # "35 members of the two families"
            made = _driven_out(_counted(count, phrase, kind, wanted, parsed, carrier), count, clause)
            made = _of_other_toll(made, count, clause, parsed)
            if made is not None and all(made.span != f.span for f in found):
                found.append(_exceeded(made, clause))
    if "violate" in clause.verb.classes:
        # "broke the truce seven times"
        often = [o for o in clause.phrases() if "occasion" in o.classes]
        found += [figure(c, "violations", parsed) for o in often for c in o.counts if _is_often(c)]
    if wanted is None or measure not in _ONE_BY_ONE:
        return found
    return _one_by_one(clause, where, found, wanted, parsed)


def _one_by_one(
    clause: Clause, where: list[Item], found: list[Figure], wanted: Measure, parsed: Parsed
) -> list[Figure]:
    """The figures with those told of without a number: one for each, nobody for "no one"."""
    nobody = next((item for item in where if _is_nobody(clause, item, parsed)), None)
    if nobody is not None:
        return [_nobody(nobody, wanted, parsed)]
    if clause.verb.negated or "without" in clause.link:
        return found  # "the driver was not hurt" counts nobody
    if not found and _of_him(clause, parsed):
        span = parsed.span(clause.verb.start, clause.verb.end)
        return [Figure(wanted, 1.0, 1.0, "exact", None, _quote(clause.verb, parsed), span)]
    # "two officers and a child", "an officer along with six soldiers": the one without a number counts too.
    where = [i for n, i in enumerate(where) if not (n and _itself(where[n - 1], i, parsed))]
    where = [of for i in where for of in (i.of if "corpse" in i.classes and len(i.of) > 1 else [i])]
    rest = [
        p for i in where for p in (i.parts or [i]) if not p.counts and not any(o.counts for o in (*p.of, *whose(p)))
    ]
    return _without_apposed([*found, *implied(rest, wanted, parsed)])


def uncounted(clause: Clause, kind: str, measure: str | None, parsed: Parsed) -> list[Figure]:
    """Victims of a clause told of in the plural without a number, as two or more."""
    wanted: Measure | None = measure or _BY_TYPE.get(kind)  # type: ignore[assignment]
    if wanted not in ("killed", "injured") or clause.shares or clause.verb.negated or "without" in clause.link:
        return []
    return several([_whom(item, clause) for item in _where(clause, kind, measure)], wanted, parsed)


def _of_him(clause: Clause, parsed: Parsed) -> bool:
    """ "Which led to his death": a verbal noun of harm that ends with a pronoun for one, behind a verb of causing."""
    items, k = parsed.items, clause.at - 1
    while k >= 0 and items[k].kind in ("prep", "np", "punct"):
        k -= 1
    led = 0 <= k < clause.at - 1 and items[clause.at - 1].kind == "prep" and "cause" in items[k].classes
    ends = tuple(parsed.pack.lists.get("one_owner", ()))
    return led and clause.verb.owned_object and bool(ends) and _quote(clause.verb, parsed).endswith(ends)


def _quote(item: Item, parsed: Parsed) -> str:
    start, end = parsed.span(item.start, item.end)
    return parsed.original[start:end]


def _exceeded(made: Figure, clause: Clause) -> Figure:
    """ "The toll exceeded 80": from 80 on."""
    if made.approximator != "exact" or "exceed" not in clause.verb.classes:
        return made
    return dataclasses.replace(made, high=None, approximator="more_than")


def _is_often(count: Count) -> bool:
    """ "14 times in 24 hours": the hours are no times."""
    return count.head is None or "unit" not in count.head.classes


def _of_other_toll(made: Figure | None, count: Count, clause: Clause, parsed: Parsed) -> Figure | None:
    """ "The dead rose to 14, the wounded to 30": a number behind a second word for a toll is of that one."""
    if made is None or clause.subject is None or not clause.subject.classes & _TOLL:
        return made
    tolls = [i for i in parsed.items if i.kind == "np" and i.classes & _TOLL]
    before = [i for i in tolls if i.start < count.start]
    if len(tolls) < _TWO or not before or made.measure not in ("killed", "injured"):
        return made
    last = max(before, key=lambda item: item.start)
    return dataclasses.replace(made, measure="injured" if "toll_injured" in last.classes else "killed")


def _driven_out(made: Figure | None, count: Count, clause: Clause) -> Figure | None:
    """ "made two dead and thousands of displaced": those were driven out, where the verb itself does not kill."""
    if made is None or made.measure not in _PERSONS or count.head is None or "idp" not in count.head.classes:
        return made
    return made if "harm" in clause.verb.classes else dataclasses.replace(made, measure="displaced")


def _without_apposed(found: list[Figure]) -> list[Figure]:
    """ "two civilians, a man and a woman": who they are is told behind, and adds nobody."""
    first, rest = (found[0], found[1:]) if found else (None, [])
    if first is None or first.high is None or (first.low or 0) < _TWO or len(rest) < _TWO:
        return found
    behind = all(f.span is not None and first.span is not None and f.span[0] > first.span[1] for f in rest)
    return [first] if behind and sum(f.low or 0 for f in rest) == first.low else found


def victims_named(item: Item, kind: str, parsed: Parsed) -> tuple[list[Figure], list[Figure]]:
    """ "the murder of two men", "the fatal shooting of a teenager": who is killed by an act's noun, and who is hit."""
    people = [o for o in item.of if o.classes & {"people"} or any(a.person for a in o.actors)]
    killed = kind == "civ.killing" or bool(item.modifiers & {"fatal"})
    if not people or not (killed or item.classes & {"shooting"}):
        return [], []
    measure: Measure = "killed" if killed else "injured"
    counted = [figure(c, measure, parsed) for o in people for c, _ in counts_of(o)]
    found = [*counted, *implied([o for o in people if not o.counts], measure, parsed)]
    return (found, []) if killed else ([], found)


def _whom(item: Item, clause: Clause) -> Item:
    """ "the name of the boy killed": a participle stands with the person right before it."""
    person = item.of[-1] if clause.kind == "reduced" and item.of and not item.counts else item
    return person if "people" in person.classes and "people" not in item.classes else item


def _of_something(count: Count, phrase: Item) -> bool:
    """ "(killed two men) spanning three generations": a further number before an unknown word counts nobody."""
    return count.head is None and any(m.is_word and not m.senses and m.start >= count.end for m in phrase.marks)


def _itself(before: Item, item: Item, parsed: Parsed) -> bool:
    """ "the doctor himself": the pronoun right behind its noun is nobody more."""
    one = len(item.marks) == 1 and item.marks[0].key in parsed.pack.lists.get("one_person", ())
    return one and 0 <= item.start - before.end <= 1


def _is_nobody(clause: Clause, item: Item, parsed: Parsed) -> bool:
    """ "No one was hurt", "personne n'a été blessé", "did not hurt anyone": nobody, alone or with a negation."""
    keys = {m.key for m in item.marks}
    return item.negated or (clause.verb.negated and bool(keys) and keys <= parsed.pack.lists.get("nobody", frozenset()))


def _nobody(item: Item, measure: Measure, parsed: Parsed) -> Figure:
    """ "No one was hurt": a zero that somebody gives."""
    span = parsed.span(item.start, item.end)
    return Figure(measure, 0.0, 0.0, "exact", None, parsed.original[span[0] : span[1]], span)


def struck(clause: Clause, parsed: Parsed) -> list[Figure]:
    """Whom a shot hit, as injured: "three people were shot". Whether they lived must be told elsewhere."""
    aimed = any(prep.cls >= {"in", "on"} for prep, _ in clause.pps)
    if "hit" not in clause.verb.classes or (not clause.passive and (not clause.objects or aimed)):
        return []
    return clause_figures(clause, "harm.injured", "injured", parsed)


def fatal_part(clause: Clause, parsed: Parsed) -> list[Figure]:
    """ "five men were shot, three of them fatally": the part that died."""
    if "hit" not in clause.verb.classes:
        return []
    items = parsed.items
    for k in range(clause.at + 1, len(items)):
        fatal = items[k].kind == "adv" and any(m.sense("adv", "fatal") for m in items[k].marks)
        if fatal and items[k - 1].kind == "np" and items[k - 1].counts:
            return [figure(items[k - 1].counts[0], "killed", parsed)]
    return []


def _where(clause: Clause, kind: str, measure: str | None) -> list[Item]:
    """Phrases whose counts may be the clause's: for harm the victims only; else everything in it."""
    if clause.subject is not None and clause.subject.classes & _TOLL:
        return [*clause.objects, *clause.pp("to", "in")]
    if any(o.classes & _TOLL for o in clause.objects):
        at = [i for i in clause.pp("in") if not i.places and i.counts and i.counts[0].head is None]
        return [*clause.pp("to"), *at]  # "put the toll at 212"
    if "copula" in clause.verb.classes:
        fell = clause.subject is not None and "fell_victim" in clause.subject.classes
        return clause.objects if fell else [clause.subject] if clause.subject is not None else []
    if measure == "injured" and not clause.verb.classes & {"harm"}:
        return hurt_people(clause)
    if measure in _DONE:
        left = measure == "displaced" and "leave" in clause.verb.classes  # "11,000 people left their homes"
        if "intransitive" in clause.verb.classes or clause.passive or left:
            victims = [clause.subject] if clause.subject else []
        else:
            victims = [o for o in clause.objects if "own_life" not in o.classes]  # "a worker lost his life"
        if "intransitive" not in clause.verb.classes and not victims and kind not in _DONE_TO:
            victims = [clause.subject] if clause.subject else []
        return [*victims, *clause.pp("with")]
    beside = clause.parent is not None and clause.at == clause.parent.at + 1 and clause.passive
    if beside and clause.inherited_subject and clause.subject is not None:
        return [clause.subject, *clause.phrases()]  # "douze camions restent bloqués"
    when = clause.pp("time") if kind.startswith("pos.") else []
    return [item for item in clause.phrases() if item not in when]  # "took the hill after two days of fighting"


def _counted(
    count: Count, phrase: Item, kind: str, wanted: Measure | None, parsed: Parsed, carrier: Item | None
) -> Figure | None:
    head = count.head
    if kind.startswith("pos.") and head is not None and not head.classes & {"people"}:
        wanted = None
    unit = unit_figure(count, phrase, parsed, kind)
    if unit is not None:
        keeps = kind.startswith(("dip.talks", "term.", "state.duration", "dip.call", "pos.", "kin.ground"))
        return unit if keeps else None
    classes = head.classes if head else frozenset()
    people = bool(classes & {"people", "dead_people", "wounded_people", "missing_people", "corpse"}) or head is None
    if head is not None and wanted in _PERSONS and head.info.get("measure") in _PERSONS - {wanted}:
        # "a fait 8 morts et 30 blesses": a noun that says what befell those it counts.
        return figure(count, head.info["measure"], parsed)  # type: ignore[arg-type]
    if (head is None and "animal" in phrase.classes) or (wanted == "refugees" and classes & {"soldier", "fighter"}):
        return None  # "shells killed 20 sheep", "would bring the two armies to blows"
    if wanted in _SINGLE or wanted in ("neutralised", "personnel"):
        made = _of_families if _families(count) and wanted in _SINGLE else figure
        return made(count, wanted, parsed) if people and _plausible(count, wanted) else None
    if wanted in ("prisoners",) and classes & {"prisoner", "people", "hostage"}:
        return figure(count, "hostages" if "hostage" in classes else "prisoners", parsed)
    if (
        head is not None
        and "measure" in head.info
        and not classes & {"unit", "harm"}
        and wanted in (None, head.info["measure"])
    ):
        return figure(count, head.info["measure"], parsed, population=_owner(phrase))  # type: ignore[arg-type]
    if "post" in classes:
        return figure(count, "posts", parsed, population=_owner(phrase))
    if "violate" in classes:
        return figure(count, "violations", parsed)
    act = _ACT_COUNT.get(kind)
    if act and "act" in classes:
        return figure(count, act, parsed)
    return None


def _families(count: Count) -> bool:
    return count.head is not None and count.head.classes >= {"collective", "civilian"}


def _of_families(count: Count, wanted: Measure, parsed: Parsed) -> Figure | None:
    """ "Two families fled": at least as many people; "a family of five": the family is nobody beside the five."""
    if count.number.article:
        return None
    return dataclasses.replace(figure(count, wanted, parsed), high=None, approximator="at_least")


def _plausible(count: Count, measure: Measure) -> bool:
    """A bare number (no noun) counts as victims only when it is no year and not huge."""
    if count.head is not None:
        return True
    low = count.number.low
    year = low == count.number.high and 1900 <= low <= 2100
    return measure in ("killed", "injured", "displaced", "neutralised") and not year and low < 5_000_000


def _owner(phrase: Item) -> str | None:
    ids = [a.id for a in phrase.actors if a.id]
    if phrase.owner is not None:
        ids += [a.id for a in phrase.owner.actors if a.id]
    return ids[0] if ids else None
