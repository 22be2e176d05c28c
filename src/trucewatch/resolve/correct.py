"""resolve: what people corrected, laid over the claims. The claim itself stays as it was made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from trucewatch.errors import SettingsError
from trucewatch.model import Claim, Correction, Rejected
from trucewatch.model.codec import from_row, to_row
from trucewatch.resolve.judgement import Judgement

CORRECTABLE = (
    "type", "modality", "polarity", "time", "place", "actors", "weapon", "joint", "outcome", "observed", "figures",
    "attribution", "root", "background", "about",
)  # fmt: skip
"""Fields a person may correct. What the report says (its words and where they stand) is not among them."""

_LOCATED = ("id", "lat", "lon", "radius_km", "level", "country", "within", "candidates", "area")
_WIDTH = ("radius_km", "area")
"""What told how wide an area is, and not how well the point is known that a person gives in its stead."""
_LISTS = ("actors", "figures", "attribution")


@dataclass(frozen=True, slots=True)
class Corrected:
    """The claims with the corrections laid over them, and the corrections that do not fit any more."""

    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...]


def corrected(claims: Sequence[Claim], judgements: Iterable[Judgement]) -> Corrected:
    """Lay every correction over its claim; each claim carries what was there before, who changed it, and why."""
    wanted: dict[str, list[Judgement]] = {}
    for judgement in sorted(judgements, key=lambda j: j.when or ""):
        if judgement.verdict == "correct":
            for claim in judgement.claims:
                wanted.setdefault(claim, []).append(judgement)
    rejected: list[Rejected] = []
    laid = tuple(_all_of(claim, wanted[claim.id], rejected) if claim.id in wanted else claim for claim in claims)
    return Corrected(laid, tuple(rejected))


def correct(claim: Claim, judgement: Judgement) -> Claim:
    """One correction laid over a claim; SettingsError where the claim has no such field or it cannot hold the value."""
    row: dict[str, Any] = to_row(claim)
    notes = []
    for path, value in sorted(judgement.values.items()):
        before = _set(row, path, value)
        notes.append(Correction(path, before, value, judgement.who, judgement.when, judgement.why))
    if "place.name" in judgement.values:
        _unpoint(row["place"], judgement.values, _LOCATED)
    elif {"place.lat", "place.lon"} & judgement.values.keys() and "area" in row["place"]:
        _unpoint(row["place"], judgement.values, _WIDTH)
    try:
        changed = from_row(Claim, row)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"{claim.id}: {where}: {first['msg']}. See `trucewatch schema claim`.") from error
    return replace(changed, corrections=(*claim.corrections, *notes))


def _all_of(claim: Claim, judgements: Iterable[Judgement], rejected: list[Rejected]) -> Claim:
    for judgement in judgements:
        try:
            claim = correct(claim, judgement)
        except SettingsError as error:
            name = judgement.id or f"the correction by {judgement.who}"
            rejected.append(Rejected(name, f"it does not fit the claim: {error}", "Correct the claim anew."))
    return claim


def _set(row: dict[str, Any], path: str, value: object) -> object:
    """Put a value where a dotted path leads; None takes the field away. Returns what was there."""
    parts = path.split(".")
    if parts[0] not in CORRECTABLE:
        raise SettingsError(f"{path}: this cannot be corrected. What can: {', '.join(CORRECTABLE)}.")
    place: Any = row
    for part in parts[:-1]:
        place = _step(place, part, path)
    last: Any = parts[-1]
    if isinstance(place, list):
        last = _index(place, last, path)
        before = place[last]
    else:
        before = place.get(last)
    if value is None:
        place.pop(last) if isinstance(place, list) else place.pop(last, None)
    else:
        place[last] = value
    return before


def _unpoint(place: dict[str, Any], values: dict[str, object], parts: Iterable[str]) -> None:
    """A place of another name is not where the one that was read lies: what is not said anew is not known."""
    for part in parts:
        if f"place.{part}" not in values:
            place.pop(part, None)


def _step(place: Any, part: str, path: str) -> Any:
    if isinstance(place, list):
        return place[_index(place, part, path)]
    inner = place.setdefault(part, [] if part in _LISTS else {})
    if not isinstance(inner, (dict, list)):
        raise SettingsError(f"{path}: {part} has no parts. See `trucewatch schema claim`.")
    return inner


def _index(place: list[Any], part: str, path: str) -> int:
    if not part.isdigit() or int(part) >= len(place):
        raise SettingsError(f"{path}: there are {len(place)} of them here, counted from 0; {part} is none.")
    return int(part)
