"""bench: made-up reports of a truce, in plain sentences over real villages; the same seed gives the same texts."""

from __future__ import annotations

import datetime as dt
import json
import random
from dataclasses import dataclass
from pathlib import Path

FIRST_DAY = dt.date(2020, 3, 6)
DAYS = 25
VILLAGES = (
    "Saraqeb", "Kafr Nabl", "Ariha", "Maarat al-Numan", "Binnish", "Sarmin", "Taftanaz", "Jisr al-Shughur",
    "Khan Shaykhun", "Atarib", "Darat Izza", "Ihsim", "Kansafra", "Salqin", "Harim", "Nayrab", "Afrin", "Azaz",
    "al-Bab", "Jarabulus", "Manbij", "Qalaat al-Madiq", "Kafr Zita", "al-Lataminah", "Morek", "Haritan", "Anadan",
)  # fmt: skip
HOUSES = ("Outlet One", "Outlet Two", "Outlet Three", "Reuters", "AFP", "TASS", "SANA", "Anadolu Agency")
SOURCES = ("the Syrian Observatory for Human Rights", "the White Helmets", "state media", "a local council", "Reuters")
ACTS = (
    "Government artillery shelled {village} on {day}, killing {n} civilians, {source} said.",
    "Russian warplanes bombed {village} on {day}, wounding {n} people, {source} reported.",
    "Opposition fighters fired rockets at army positions near {village} on {day}, {source} said.",
    "A Turkish drone struck a vehicle near {village} on {day}, killing {n} soldiers, {source} said.",
    "A mine exploded in {village} on {day} and killed {n} people, {source} reported.",
    "Government forces clashed with opposition fighters near {village} on {day}, {source} said.",
    "{n} people were killed when a shell hit a market in {village} on {day}, according to {source}.",
)
BESIDE = (
    "Russia's defence ministry denied that its aircraft had bombed {village} on {day}.",
    "The Turkish foreign minister called on all sides to respect the ceasefire.",
    "The Syrian army said it had not shelled {village} on {day}.",
    "Turkish and Russian troops held a joint patrol on the M4 highway on {day}.",
)


def write(path: Path, number: int, seed: int) -> None:
    """Write reports as lines of JSON: each tells of one to three acts, many of which other reports tell of too."""
    rng = random.Random(seed)
    acts = [_act(rng) for _ in range(number)]
    with path.open("w", encoding="utf-8") as stream:
        for at in range(number):
            stream.write(json.dumps(_report(rng, at, acts), ensure_ascii=False) + "\n")


@dataclass(frozen=True, slots=True)
class Act:
    """What happened, as a sentence that still wants a number and a source."""

    day: dt.date
    number: int
    sentence: str


def _act(rng: random.Random) -> Act:
    day = FIRST_DAY + dt.timedelta(days=rng.randrange(DAYS))
    sentence = rng.choice(ACTS).replace("{village}", rng.choice(VILLAGES)).replace("{day}", _words(day))
    return Act(day, rng.choice((2, 3, 4, 5, 8, 14)), sentence)


def _report(rng: random.Random, at: int, acts: list[Act]) -> dict[str, str]:
    day = acts[at].day
    near = [act for act in rng.sample(acts, min(60, len(acts))) if 0 <= (day - act.day).days <= 2][: rng.randrange(3)]
    told = [_filled(rng, act) for act in (acts[at], *near)]
    if rng.random() < 0.4:
        told.append(rng.choice(BESIDE).format(village=rng.choice(VILLAGES), day=_words(day)))
    published = day + dt.timedelta(days=rng.choice((0, 0, 1)))
    return {
        "id": f"r_{at:06d}",
        "text": "\n\n".join(told),
        "source": rng.choice(HOUSES),
        "language": "en",
        "published": published.isoformat(),
    }


def _filled(rng: random.Random, act: Act) -> str:
    """What one report says of an act; one in eight has one more dead or hurt than the others."""
    number = act.number + (rng.random() < 0.12)
    return act.sentence.replace("{n}", str(number)).replace("{source}", rng.choice(SOURCES))


def _words(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"
