"""store: what people decide: appended, followed in everything that stands from then on, and undone by another entry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select

from trucewatch import resolve
from trucewatch.assess.text.names import did_you_mean
from trucewatch.errors import SettingsError
from trucewatch.model import Claim
from trucewatch.model.codec import to_row
from trucewatch.publish.wording import load_words
from trucewatch.resolve import Judgement
from trucewatch.resolve.judgement import Verdict, contradictions
from trucewatch.store import ask, rows, tables
from trucewatch.store.append import append, close
from trucewatch.store.held import Held, held_in
from trucewatch.store.knowledge import loaded
from trucewatch.store.standing import Stood, restand
from trucewatch.store.store import Change, Store

PAIRS: tuple[Verdict, ...] = ("same", "not_same", "unsure")


@dataclass(frozen=True, slots=True)
class Word:
    """Who decides, and why. Both are kept with every decision."""

    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Act:
    """One decision of a person: `j_` and its number in the log. `undone` is the entry that took it back."""

    id: str
    what: str
    judgements: tuple[Judgement, ...]
    who: str
    when: str
    why: str
    undone: int | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What a decision came to: the act's id, and what stands after it."""

    act: str
    stood: Stood


@dataclass(frozen=True, slots=True)
class _Said:
    """One verdict that an act makes."""

    verdict: Verdict
    claims: tuple[str, ...]
    values: dict[str, object] = field(default_factory=dict)


def judge(store: Store, verdict: Verdict, claims: Sequence[str], word: Word) -> Judged:
    """Decide whether claims are about the same thing, or whether each is accepted or rejected."""
    if verdict in PAIRS and len(set(claims)) < 2:
        raise SettingsError(f"{verdict.replace('_', ' ')}: name two claims or more, not one and the same.")

    def said(kept: Held) -> list[_Said]:
        _known(kept, claims)
        return [_Said(verdict, tuple(claims))]

    return _decide(store, verdict, word, said)


def correct(store: Store, claim: str, values: dict[str, object], word: Word) -> Judged:
    """Lay other values over a claim, which stays as it was made: `{"place.name": "Saraqib", "figures.0.high": 4}`."""

    for code in (values.get(name) for name in ("type", "about")):
        if isinstance(code, str) and code not in load_words("en").table["types"]:
            raise SettingsError(f'"{code}" is no type. {did_you_mean(code, load_words("en").table["types"])}')

    def said(kept: Held) -> list[_Said]:
        (made,) = _known(kept, [claim])
        (laid,) = resolve.corrected([made], kept.judgements()).claims
        resolve.correct(laid, Judgement("correct", (claim,), word.who, values=values))
        return [_Said("correct", (claim,), values)]

    return _decide(store, "correct", word, said)


def merge(store: Store, incidents: Sequence[str], word: Word) -> Judged:
    """Hold incidents to be one: all their claims are about the same thing."""
    if len(set(incidents)) < 2:
        raise SettingsError("merge: name two incidents or more, not one and the same.")

    def said(kept: Held) -> list[_Said]:
        return [_Said("same", tuple(claim for id_ in incidents for claim in _claims_of(kept, id_)))]

    return _decide(store, "merge", word, said)


def split(store: Store, incident: str, claims: Sequence[str], word: Word) -> Judged:
    """Take claims out of an incident: they are about one thing, and it is not what the others are about."""

    def said(kept: Held) -> list[_Said]:
        held = _claims_of(kept, incident)
        strangers = [claim for claim in claims if claim not in held]
        if strangers:
            raise SettingsError(f"{', '.join(strangers)}: not of {incident}. Its claims are {', '.join(held)}.")
        rest = [claim for claim in held if claim not in claims]
        if not rest or not claims:
            raise SettingsError(f"split {incident}: name some of its claims and not all: {', '.join(held)}.")
        apart = [_Said("not_same", (out, stays)) for out in claims for stays in rest]
        return [*([_Said("same", tuple(claims))] if len(claims) > 1 else []), *apart]

    return _decide(store, "split", word, said)


def undo(store: Store, act: str, word: Word) -> Judged:
    """Take a decision back. It stays in the log, closed; what stands is worked out without it."""
    with store.changing("undo", word.who) as change:
        standing = {one.id: one for one in acts(held_in(change))}
        if act not in standing:
            raise SettingsError(f"there is no judgement {act}. `trucewatch judge list` lists them.")
        if standing[act].undone is not None or standing[act].what == "undo":
            raise SettingsError(f"{act} was undone already, or undoes another. Judge anew instead.")
        table = tables.judgements
        close(change, table, change.connection.execute(select(table.c.pk).where(table.c.act == act)).scalars().all())
        row = json.dumps({"undoes": act, "who": word.who, "when": change.at, "why": word.why}, ensure_ascii=False)
        append(change, table, [{"id": f"j_{change.n}", "act": f"j_{change.n}", "verdict": "undo", "row": row}])
        change.details.update(undoes=act, why=word.why)
        return Judged(f"j_{change.n}", _restand(change))


def acts(kept: Held) -> tuple[Act, ...]:
    """Every decision that had been made, oldest first, with those that were undone by then."""
    table, log = tables.judgements, tables.log
    with kept.connect() as connection:
        told = select(table).where(table.c.known_from <= kept.n).order_by(table.c.pk)
        made = connection.execute(told).all()
        what = dict(map(tuple, connection.execute(select(log.c.n, log.c.what))))
    found: dict[str, Act] = {}
    for row in made:
        gone = row.known_to if row.known_to is not None and row.known_to <= kept.n else None
        one = _act(row, str(what.get(row.known_from, row.verdict)), gone)
        before = found.get(row.act)
        found[row.act] = replace(before, judgements=(*before.judgements, *one.judgements)) if before else one
    return tuple(found.values())


def _decide(store: Store, what: str, word: Word, said: Any) -> Judged:
    if not word.who.strip() or not word.why.strip():
        raise SettingsError("a judgement needs both: --by, who decides, and --why, the reason.")
    with store.changing(what, word.who) as change:
        kept = held_in(change)
        made = [
            Judgement(one.verdict, one.claims, word.who, change.at, word.why, one.values, f"j_{change.n}.{i}")
            for i, one in enumerate(said(kept), 1)
        ]
        clash = contradictions([*kept.judgements(), *made])
        if clash:
            raise SettingsError(f"{clash[0]} Undo one of them first: `trucewatch judge undo`.")
        table = tables.judgements
        given = [{"id": one.id, "act": f"j_{change.n}", "verdict": one.verdict, "row": rows.text(one)} for one in made]
        append(change, table, given)
        change.details.update(judgements=[to_row(one) for one in made][:3], why=word.why)
        return Judged(f"j_{change.n}", _restand(change))


def _restand(change: Change) -> Stood:
    with loaded(change.connection, change.n) as knowledge:
        return restand(change, held_in(change), knowledge)


def _known(kept: Held, claims: Iterable[str]) -> list[Claim]:
    asked = list(claims)
    found = ask.claims(kept, asked)
    missing = [one for one in asked if one not in {claim.id for claim in found}]
    if missing:
        raise SettingsError(f"the store holds no claim {', '.join(missing)}. A report's claims.jsonl lists their ids.")
    return list(found)


def _claims_of(kept: Held, incident: str) -> tuple[str, ...]:
    found = ask.incident(kept, incident)
    if found is None:
        raise SettingsError(f"no incident {incident} stands. A report's incidents.jsonl lists their ids.")
    return found.claims


def _act(row: Any, what: str, gone: int | None) -> Act:
    if row.verdict == "undo":
        said = json.loads(row.row)
        return Act(row.act, "undo", (), said["who"], said["when"], f"undoes {said['undoes']}: {said['why']}")
    one = rows.thing(Judgement, row.row)
    return Act(row.act, what, (one,), one.who, one.when or "", one.why, gone)
