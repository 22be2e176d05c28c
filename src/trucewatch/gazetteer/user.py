"""gazetteer: places from the user's own files: our CSV, GeoNames country dumps, tables of P-codes."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from trucewatch.errors import GazetteerError
from trucewatch.gazetteer.entry import Entry
from trucewatch.gazetteer.index import Layer, layer_of
from trucewatch.gazetteer.inflect import cyrillic_forms
from trucewatch.languages.fold import match_key
from trucewatch.model.claim import PlaceLevel

GEONAMES_COLUMNS = 19
RADIUS: dict[PlaceLevel, float] = {
    "site": 1.0, "settlement": 3.0, "district": 15.0, "province": 40.0, "zone": 30.0, "route": 50.0,
    "country": 500.0, "region": 1500.0,
}  # fmt: skip
_HEADERS = {
    "id": ("id", "pcode", "p_code", "code", "geonameid"),
    "name": ("name", "name_en", "names_en", "label"),
    "lat": ("lat", "latitude", "y", "lat_dd", "point_y"),
    "lon": ("lon", "long", "lng", "longitude", "x", "lon_dd", "point_x"),
    "level": ("level",),
    "radius_km": ("radius_km", "radius"),
    "country": ("country", "iso2", "country_code", "countrycode"),
    "within": ("within",),
    "basis": ("basis", "source"),
}
_DIVISION = re.compile(r"adm(?:in)?\d")
_CODES: dict[str, PlaceLevel] = {"P": "settlement", "S": "site", "R": "route", "T": "site", "L": "zone"}
_FEATURES: dict[str, PlaceLevel] = {"ADM1": "province", "ADM2": "district", "ADM3": "district", "PCLI": "country"}

Found = tuple[Entry, frozenset[str]]


def read_user_file(path: Path) -> Layer:
    """The places of one file; which of the three forms it has is seen from its first line.

    Raises GazetteerError with the line, what is wrong with it and what to do.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise GazetteerError(str(path), None, "is not UTF-8 text.", "Save it as UTF-8.") from error
    except OSError as error:
        raise GazetteerError(str(path), None, "cannot be read.", "Check the path and its permissions.") from error
    first = text.partition("\n")[0]
    if not first.strip():
        raise GazetteerError(str(path), None, "is empty.", "Give a table with a header, or a GeoNames dump.")
    rows = _geonames(path, text) if first.count("\t") == GEONAMES_COLUMNS - 1 else _table(path, text)
    layer = layer_of(rows)
    if not layer.entries:
        raise GazetteerError(str(path), None, "has no places.", "Give at least one row below the header.")
    return layer


def _geonames(path: Path, text: str) -> Iterator[Found]:
    for line, cells in enumerate((row.split("\t") for row in text.splitlines() if row.strip()), 1):
        if len(cells) != GEONAMES_COLUMNS:
            problem = f"has {len(cells)} columns, a GeoNames dump has {GEONAMES_COLUMNS}."
            raise GazetteerError(str(path), line, problem, "Download the country's file anew and give it unchanged.")
        level = _FEATURES.get(cells[7]) or _CODES.get(cells[6])
        if level is None:
            continue
        lat, lon = _point(path, line, cells[4], cells[5])
        names = tuple(dict.fromkeys(name for name in (cells[1], cells[2], *cells[3].split(",")) if name))
        entry = Entry(
            id=f"gn:{cells[0]}", name=cells[1], level=level, lat=lat, lon=lon, radius_km=RADIUS[level],
            country=cells[8] or None, within=(cells[8],) if cells[8] else (),
            population=int(cells[14]) if cells[14].isdigit() and cells[14] != "0" else None,
            basis=f"GeoNames, from {path.name}", kind="user", names=names,
        )  # fmt: skip
        yield entry, name_keys(names)


def _table(path: Path, text: str) -> Iterator[Found]:
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    columns = _columns(path, reader.fieldnames or ())
    for row in reader:
        if reader.line_num == 2 and any((cell or "").startswith("#") for cell in row.values() if isinstance(cell, str)):
            continue  # the tags of the Humanitarian Exchange Language, which tables of P-codes carry
        yield _row(path, reader.line_num, row, columns)


def _columns(path: Path, header: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What each of our fields is called in this file; `names` are all columns with further names."""
    known = {column.strip().casefold(): column for column in header if column}
    found = {
        field: tuple(known[alias] for alias in aliases if alias in known)[:1] for field, aliases in _HEADERS.items()
    }
    _divisions(known, found)
    for field in ("name", "lat", "lon"):
        if not found[field]:
            problem = f"has no column for {field}; its header is {', '.join(known) or 'empty'}."
            raise GazetteerError(str(path), 1, problem, f"Name one of its columns {' or '.join(_HEADERS[field])}.")
    division = _DIVISION.match(found["name"][0].casefold())
    own = division.group() if division else "name"
    found["names"] = tuple(known[c] for c in known if c.startswith(("name", own)) and "pcode" not in c)
    if division:
        found["default"] = ("province" if own.endswith("1") else "district",)
    return found


def _divisions(known: dict[str, str], found: dict[str, tuple[str, ...]]) -> None:
    """Columns of a table of divisions (`ADM3_EN`, `admin3Pcode`): the deepest level is what a row is about."""
    for what, ends in (("name", ("_en", "name_en", "name")), ("id", ("_pcode", "pcode"))):
        for depth in "4321":
            heads = (f"adm{depth}", f"admin{depth}")
            hits = [head + end for head in heads for end in ends if head + end in known]
            if hits and not found[what]:
                found[what] = (known[hits[0]],)


def _row(path: Path, line: int, row: dict[str, str], columns: dict[str, tuple[str, ...]]) -> Found:
    cells = {field: (row.get(names[0]) or "").strip() for field, names in columns.items() if names}
    if None in row:
        problem = "has more cells than the header."
        raise GazetteerError(str(path), line, problem, "Put quotation marks around cells that hold the separator.")
    if not cells["name"]:
        raise GazetteerError(str(path), line, "has no name.", "Fill the cell or take the row out.")
    level = _level(path, line, cells.get("level", "") or "".join(columns.get("default", ())))
    lat, lon = _point(path, line, cells["lat"], cells["lon"])
    names = tuple(
        dict.fromkeys(n.strip() for c in columns["names"] for n in (row.get(c) or "").split("|") if n.strip())
    )
    entry = Entry(
        id=cells.get("id") or f"user:{match_key(cells['name']).replace(' ', '-')}:{lat:.3f}:{lon:.3f}",
        name=cells["name"].split("|")[0], level=level, lat=lat, lon=lon,
        radius_km=_radius(path, line, cells.get("radius_km", ""), level),
        country=(cells.get("country") or "").upper()[:2] or None, within=tuple(cells.get("within", "").split()),
        basis=cells.get("basis") or f"the user's file {path.name}", kind="user", names=names,
    )  # fmt: skip
    return entry, name_keys(names)


def name_keys(names: tuple[str, ...]) -> frozenset[str]:
    """The match keys of names as a user gives them, with case forms of those in Cyrillic."""
    return frozenset(match_key(form) for name in names for form in cyrillic_forms(name)) - {""}


def _level(path: Path, line: int, text: str) -> PlaceLevel:
    for level in get_args(PlaceLevel):
        if text == level:
            return level  # type: ignore[no-any-return]
    if not text:
        return "settlement"
    problem, remedy = f"has the level {text!r}, which is none.", f"Use one of {', '.join(get_args(PlaceLevel))}."
    raise GazetteerError(str(path), line, problem, remedy)


def _radius(path: Path, line: int, text: str, level: PlaceLevel) -> float:
    if not text:
        return RADIUS[level]
    radius = _number(path, line, text, "a radius")
    if not 0 < radius <= 10_000:
        raise GazetteerError(str(path), line, f"has the radius {text}.", "Give kilometres above 0.")
    return radius


def _point(path: Path, line: int, lat_text: str, lon_text: str) -> tuple[float, float]:
    lat, lon = _number(path, line, lat_text, "a latitude"), _number(path, line, lon_text, "a longitude")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        problem = f"has the point {lat_text}, {lon_text}, which is not on Earth."
        raise GazetteerError(str(path), line, problem, "Give degrees WGS 84; check that lat and lon are not swapped.")
    return lat, lon


def _number(path: Path, line: int, text: str, what: str) -> float:
    try:
        number = float(text)
    except ValueError as error:
        remedy = "Write it in degrees or kilometres with a decimal point, such as 35.864."
        raise GazetteerError(str(path), line, f"has {text!r} for {what}, which is no number.", remedy) from error
    if not math.isfinite(number):
        raise GazetteerError(str(path), line, f"has {text!r} for {what}.", "Give a finite number.")
    return number
