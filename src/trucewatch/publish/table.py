"""publish: incidents as a table that spreadsheets open as it is, Arabic included."""

from __future__ import annotations

import csv as csv_module
import io
from collections.abc import Callable

from trucewatch.model import Incident, Record
from trucewatch.publish.index import Index, index, is_potential
from trucewatch.publish.marking import marking_of
from trucewatch.publish.mask import Mask, mask
from trucewatch.publish.wording import load_words

BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Cell = Callable[[Incident, Index, Mask], object]


def _place(name: str) -> Cell:
    def cell(incident: Incident, _: Index, hide: Mask) -> object:
        place = hide.place(incident.place)
        return None if place is None else getattr(place, name)

    return cell


def _time(name: str) -> Cell:
    return lambda incident, _, __: None if incident.time is None else getattr(incident.time, name)


def _actors(role: str) -> Cell:
    def cell(incident: Incident, _: Index, hide: Mask) -> object:
        return "; ".join(actor.id or hide.plain(actor.text) for actor in incident.actors if actor.role == role)

    return cell


def _figures(incident: Incident, _: Index, hide: Mask) -> object:
    parts = []
    for figure in incident.figures:
        name = f"{figure.measure} {hide.plain(figure.population or '')}".strip()
        low, high = (_number(bound) or ".." for bound in (figure.low, figure.high))
        best = "" if figure.best is None else f" best {_number(figure.best)}"
        parts.append(f"{name}: {low if low == high else f'{low}/{high}'}{best} ({figure.relation})")
    return "; ".join(parts)


def _number(bound: float | None) -> str:
    return "" if bound is None else f"{bound:.15g}"


def _findings(incident: Incident, ix: Index, _: Mask) -> object:
    return "; ".join(f"{f.agreement}/{f.provision}: {f.label}" for f in ix.findings_of.get(incident.id, []))


def _potential(incident: Incident, ix: Index, _: Mask) -> object:
    return sum(is_potential(finding) for finding in ix.findings_of.get(incident.id, []))


def _quote(incident: Incident, ix: Index, hide: Mask) -> object:
    return " | ".join(hide.plain(claim.quote) for claim in ix.claims_of(incident))


COLUMNS: dict[str, Cell] = {
    "id": lambda incident, _, __: incident.id,
    "tag": lambda incident, ix, _: ix.tags.get(incident.id),
    "kind": lambda incident, _, __: incident.kind,
    "type": lambda incident, _, __: incident.type,
    "type_words": lambda incident, _, __: load_words("en").named("types", incident.type),
    "start": _time("start"),
    "end": _time("end"),
    "precision": _time("precision"),
    "time_basis": _time("basis"),
    "place": _place("name"),
    "place_text": _place("text"),
    "place_id": _place("id"),
    "level": _place("level"),
    "lat": _place("lat"),
    "lon": _place("lon"),
    "radius_km": _place("radius_km"),
    "perpetrator": _actors("perpetrator"),
    "target": _actors("target"),
    "party": _actors("party"),
    "figures": _figures,
    "occurrence": lambda incident, _, __: incident.occurrence,
    "responsibility": lambda incident, _, __: incident.responsibility,
    "reports": lambda incident, _, __: len(incident.reports),
    "roots": lambda incident, _, __: "; ".join(incident.roots),
    "disagreements": lambda incident, _, __: "; ".join(f"{d.field} {d.kind}" for d in incident.disagreements),
    "potential_violations": _potential,
    "findings": _findings,
    "claims": lambda incident, _, __: "; ".join(incident.claims),
    "report_ids": lambda incident, _, __: "; ".join(incident.reports),
    "quotations": _quote,
    "marking": lambda incident, ix, _: marking_of(incident, ix),
}
"""The columns in their order. Their names and meanings stand in `docs/reference/incidents-csv.md`; new ones go last."""


def csv(record: Record, *, unmask: bool = False) -> str:
    """A row for each incident, all kinds, with a byte-order mark; unknown values are empty cells."""
    ix, hide = index(record), mask(record, unmask=unmask)
    stream = io.StringIO()
    stream.write(BOM)
    writer = csv_module.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for incident in ix.incidents.values():
        writer.writerow(cell_text(cell(incident, ix, hide)) for cell in COLUMNS.values())
    return stream.getvalue()


def cell_text(value: object) -> str:
    """A value as text; words that a spreadsheet would run as a formula are quoted."""
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return f"{value:.15g}"
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
