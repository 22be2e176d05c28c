"""bench: the addresses that readers ask for, many of each kind and no two alike while the store has enough to tell."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from urllib.parse import urlencode

KINDS = (
    "glance", "incidents", "incidents, filtered", "incidents, further on", "map", "map's data", "incident", "ledger",
    "queue", "search", "reports", "report", "API list", "CSV of a day",
)  # fmt: skip
LANGUAGES = ("en", "ar", "fr", "ru", "tr")
WORDS = ("shelled", "warplanes", "drone", "mine", "market", "patrol", "denied", "ceasefire", "killed civilians")


class Store:
    """What a store holds, as far as addresses are made of it; asked by SQL, beside the program."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def some(self, asked: str, *given: object) -> list[tuple[str, ...]]:
        """The answers to a question."""
        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as connection:
            return connection.execute(asked, given).fetchall()


def addresses(path: Path, number: int, seed: int = 1) -> dict[str, list[str]]:
    """So many addresses of each kind."""
    store, rng = Store(path), random.Random(seed)
    days = [day for (day,) in store.some(
        "SELECT DISTINCT substr(start, 1, 10) FROM incidents WHERE start >= '2020' AND known_to IS NULL ORDER BY 1"
    )]  # fmt: skip
    filters = [_filter(rng, store, days, n) for n in range(number)]
    ids = [id_ for (id_,) in store.some(
        "SELECT id FROM incidents WHERE kind = 'event' AND known_to IS NULL ORDER BY substr(id, 6) LIMIT ?", number
    )]  # fmt: skip
    reports = [id_ for (id_,) in store.some("SELECT id FROM reports ORDER BY substr(id, 6) LIMIT ?", number)]
    places = store.some("SELECT start, id FROM incidents WHERE kind = 'event' AND start >= '2020' ORDER BY id")
    cursors = [f"{start}|{id_}" for start, id_ in rng.sample(places, min(number, len(places)))]
    found = {
        "glance": [""],
        "incidents": ["incidents?kind=event"],
        "incidents, filtered": [f"incidents?{one}" for one in filters],
        "incidents, further on": [f"incidents?{urlencode({'kind': 'event', 'after': one})}" for one in cursors],
        "map": [f"map?{one}" for one in filters],
        "map's data": [f"map/incidents.json?{one}" for one in filters],
        "incident": [f"incidents/{one}" for one in ids],
        "ledger": [f"ledger?{urlencode({'from': day})}" for day in rng.sample(days, min(number, len(days)))],
        "queue": ["queue"],
        "search": [f"search?{urlencode({'q': f'{a} {b}'})}" for a in WORDS for b in WORDS if a != b],
        "reports": [f"reports?n={50 * n}" for n in range(number)],
        "report": [f"reports/{one}" for one in reports],
        "CSV of a day": [f"export/incidents.csv?{urlencode({'from': d, 'to': d, 'kind': 'event'})}" for d in days],
    }
    made = {
        kind: [f"/{LANGUAGES[at % 5]}/{one}" for at, one in enumerate(_long(of, number))] for kind, of in found.items()
    }
    made["API list"] = [f"/api/v1/incidents?{one}" for one in filters]
    return {kind: made[kind] for kind in KINDS}


def _long(given: list[str], number: int) -> list[str]:
    return [given[at % len(given)] for at in range(number)]


def _filter(rng: random.Random, store: Store, days: list[str], n: int) -> str:
    """A filter such as people set: an act, a place, a side, some days, a label, or two of these together."""
    first = rng.randrange(len(days))
    period = {"from": days[first], "to": days[min(len(days) - 1, first + 30)]}
    parts: list[dict[str, str]] = [
        {"type": rng.choice(("kin", "kin.shelling", "kin.air_strike", "harm", "dip"))},
        {"place": _one(rng, store, "SELECT DISTINCT place FROM incident_places ORDER BY 1")},
        {"party": _one(rng, store, "SELECT DISTINCT actor FROM incident_actors ORDER BY 1")},
        {"label": rng.choice(("possible", "outside", "no_violation_seen", "alleged"))},
        {"term": "idlib-2020.art1"},
        {"disputed": "1"},
    ]
    return urlencode(parts[n % len(parts)] | (period if n % 2 else {"kind": "event", "from": days[first]}))


def _one(rng: random.Random, store: Store, asked: str) -> str:
    return str(rng.choice(store.some(asked))[0])
