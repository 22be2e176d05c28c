"""extract: a row of a patrol's or monitor's observations becomes a claim without going through prose."""

from __future__ import annotations

import datetime as dt
import hashlib
import re

from trucewatch.extract.knowledge import Knowledge
from trucewatch.extract.phrases.acts import BY_WEAPON
from trucewatch.gazetteer import resolve
from trucewatch.languages.fold import match_key
from trucewatch.model import Attribution, Claim, Figure, Place, Report, Span, Time, Weapon
from trucewatch.model.claim import Measure, Observed

_HOW: dict[str, Observed] = {
    "seen": "seen",
    "heard": "heard",
    "imagery": "imagery",
    "told": "told",
    "claimed": "claimed",
}
_MEASURE: dict[str, Measure] = {
    "kin.shelling": "shells",
    "kin.air_strike": "strikes",
    "kin.drone_strike": "strikes",
    "mon.patrol": "patrols",
    "harm.killed": "killed",
    "harm.injured": "injured",
}


def observation_claims(report: Report, knowledge: Knowledge) -> list[Claim]:
    """The one claim of an observation row; none when what was observed is not in the vocabulary."""
    cells = {str(k): str(v).strip() for k, v in dict(report.meta["observation"]).items() if str(v).strip()}  # type: ignore[call-overload]
    kind = _type(cells, knowledge, report.language)
    if kind is None:
        return []
    span = _span(report.text, cells.get("observed", ""))
    who = cells.get("reported_by") or report.source or "observer"
    key = hashlib.sha256(f"{report.id}|{kind}".encode()).hexdigest()[:12]
    claim = Claim(
        id=f"c_{key}",
        report=report.id,
        spans=((0, len(report.text)),),
        quote=report.text,
        type=kind,
        polarity="-" if _denied(cells, knowledge, report.language) else "+",
        time=_time(cells.get("time", ""), report.text),
        place=_place(cells, knowledge, report.text),
        weapon=Weapon(cells.get("weapon")) if cells.get("weapon") else None,
        observed=_HOW.get(cells.get("how", "").lower()),
        figures=_figures(cells, kind, report.text),
        attribution=(Attribution(who, "monitor"),),
        root=who,
        confidence=0.9,
        why=("rule table.observation", f"observed: {report.text[span[0] : span[1]]}"),
        extractor="table",
    )
    return [claim]


def _span(text: str, cell: str) -> Span:
    # A whole cell: the "1" of a count is not the "1" of a date.
    found = re.search(rf"(?<![\w.:-]){re.escape(cell)}(?![\w.:-])", text) if cell else None
    return found.span() if found else (0, len(text))


def _type(cells: dict[str, str], knowledge: Knowledge, language: str | None) -> str | None:
    """A vocabulary code as given, else the act that the words name, made exact by the weapon."""
    observed = cells.get("observed", "")
    if re.fullmatch(r"[a-z]+\.[a-z_]+", observed):
        return observed
    codes = [language, *knowledge.packs] if language in knowledge.packs else list(knowledge.packs)
    words = match_key(observed).split(" ")
    for code in codes:
        pack = knowledge.packs[code or "en"]
        for width in range(min(4, len(words)), 0, -1):
            for i in range(len(words) - width + 1):
                for sense in pack.phrases.get(" ".join(words[i : i + width]), ()):
                    if sense.type and not sense.type.startswith("dip."):
                        weapon = match_key(cells.get("weapon", ""))
                        return BY_WEAPON.get(weapon, sense.type) if sense.type == "civ.attack" else sense.type
    return None


def _denied(cells: dict[str, str], knowledge: Knowledge, language: str | None) -> bool:
    """Whether what was observed is that nothing was: "no firing during four hours"."""
    words = set(match_key(cells.get("observed", "")).split(" "))
    codes = [language] if language in knowledge.packs else list(knowledge.packs)
    return any(words & knowledge.packs[code or "en"].lists.get("no_words", frozenset()) for code in codes)


def _time(cell: str, text: str) -> Time | None:
    """The minute or day of a row, in the clock that the row gives."""
    found = re.match(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?(?::\d\d)?\s*(Z|[+-]\d\d:?\d\d)?", cell)
    if not found:
        return None
    span = _span(text, cell)
    zone = found[3].replace("Z", "+00:00") if found[3] else None
    day = dt.date.fromisoformat(found[1])
    if found[2] is None:
        return Time(found[1], (day + dt.timedelta(days=1)).isoformat(), "day", text=cell, span=span)
    start = dt.datetime.fromisoformat(f"{found[1]}T{found[2]}")
    end = start + dt.timedelta(minutes=1)
    edges = (start.isoformat(timespec="minutes"), end.isoformat(timespec="minutes"))
    return Time(*edges, "minute", text=cell, span=span, zone=zone)


def _place(cells: dict[str, str], knowledge: Knowledge, text: str) -> Place | None:
    name = cells.get("place", "")
    try:
        lat, lon = float(cells["lat"]), float(cells["lon"])
    except (KeyError, ValueError):
        if not name:
            return None
        return resolve(name, knowledge.gazetteer.lookup(match_key(name)), asked=None, near=())
    span = _span(text, cells["lat"])
    return Place(name or f"{lat}, {lon}", name or None, None, "site", lat, lon, 0.5, span=span)


def _figures(cells: dict[str, str], kind: str, text: str) -> tuple[Figure, ...]:
    cell = cells.get("count", "")
    measure = _MEASURE.get(kind)
    if not re.fullmatch(r"\d+", cell) or measure is None:
        return ()
    return (Figure(measure, float(cell), float(cell), text=cell, span=_span(text, cell)),)
