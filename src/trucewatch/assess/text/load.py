"""assess: an agreement's folder read strictly into the model."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from trucewatch.assess.text import provisions, quantity, schema
from trucewatch.assess.text.anchors import Anchors
from trucewatch.assess.text.geometry import Features, Shapes
from trucewatch.assess.text.names import did_you_mean
from trucewatch.assess.text.strictyaml import Document, read
from trucewatch.assess.text.words import wordings
from trucewatch.errors import AgreementError
from trucewatch.model import Act, Agreement, AgreementSource, AnswersFor, Line, Party, Zone
from trucewatch.model.agreement import Phase, WeaponClass

PACKAGED = Path(__file__).parents[2] / "agreements"
FILE = "agreement.yaml"
_SHAPES = {
    "km|m": 'Write a length with its unit, such as "6 km".',
    "https": "Write the whole address, with https://.",
    r"\d{4}-": "Write a day as 2020-03-06.",
}
"""What to write instead, by a part of the pattern that was not met."""


def available() -> tuple[str, ...]:
    """The names of the agreements that ship with the package, sorted."""
    return tuple(sorted(path.parent.name for path in PACKAGED.glob(f"*/{FILE}")))


def folder(name_or_path: str) -> Path:
    """The folder of an agreement: a path if there is one, else the one of that name in the package."""
    path = Path(name_or_path)
    if path.is_file():
        return path.parent
    for candidate in (path, PACKAGED / name_or_path):
        if (candidate / FILE).is_file():
            return candidate
    problem = f'there is no agreement "{name_or_path}" here or in the package.'
    raise AgreementError(name_or_path, None, problem, did_you_mean(name_or_path, available()))


def load_agreement(name_or_path: str) -> Agreement:
    """Load one agreement; AgreementError says where a file is wrong and what to do."""
    where = folder(name_or_path)
    document = read(where / FILE)
    given = _checked(document)
    agreement = _agreement(document, given, where)
    return dataclasses.replace(agreement, words=wordings(agreement, where))


def check(name_or_path: str) -> Agreement:
    """Load an agreement and every text it stands on, for the mistakes that this finds."""
    return load_stack([name_or_path])[0]


def load_stack(names: Iterable[str]) -> tuple[Agreement, ...]:
    """Agreements in the order given, each followed by the texts it stands on; each once."""
    return tuple(agreement for agreement, _ in with_folders(names))


def with_folders(names: Iterable[str]) -> Iterator[tuple[Agreement, Path]]:
    """The same, each with the folder it was read from."""
    waiting, seen = list(names), set[str]()
    while waiting:
        home = folder(waiting.pop(0))
        agreement = load_agreement(str(home))
        if agreement.id in seen:
            continue
        seen.add(agreement.id)
        yield agreement, home
        near = [home.parent / base for base in agreement.supplements]
        waiting[:0] = [str(path) if (path / FILE).is_file() else path.name for path in near]


def _checked(document: Document) -> schema.File:
    if not isinstance(document.data, dict):
        raise document.fail((), "an agreement is a list of fields.", "Start with `schema: trucewatch-agreement/1`.")
    try:
        return schema.File.model_validate(document.data)
    except ValidationError as error:
        raise _explained(document, error) from error


def _explained(document: Document, error: ValidationError) -> AgreementError:
    """The first thing wrong, as a message about the file."""
    first = min(error.errors(), key=lambda item: document.line(tuple(item["loc"])) or 0)
    where, kind = tuple(first["loc"]), first["type"]
    field = str(where[-1]) if where else "agreement"
    if kind == "extra_forbidden":
        return document.fail(where, f'there is no field "{field}" here.', did_you_mean(field, schema.fields()))
    if kind == "missing":
        return document.fail(where, f'the field "{field}" is missing.', "See docs/reference/agreement-format.md.")
    if kind in ("literal_error", "union_tag_invalid"):
        given = str(first.get("ctx", {}).get("tag") or first["input"])
        known = re.findall(r"'([^']+)'", str(first["ctx"].get("expected") or first["ctx"].get("expected_tags")))
        field = "kind" if kind == "union_tag_invalid" else field
        return document.fail(where, f'"{given}" is no value of {field}.', did_you_mean(given, known))
    if kind == "string_pattern_mismatch":
        pattern = str(first["ctx"]["pattern"])
        remedy = next((said for part, said in _SHAPES.items() if part in pattern), "Use letters, digits, . and -.")
        return document.fail(where, f'"{first["input"]}" cannot stand as {field}.', remedy)
    message = str(first["msg"]).removeprefix("Value error, ")
    return document.fail(where, f"{field}: {message}.", "See docs/reference/agreement-format.md.")


def _agreement(document: Document, given: schema.File, where: Path) -> Agreement:
    try:
        zone = quantity.clock(given.tz)
    except ValueError as error:
        raise document.fail(("tz",), f"{error}.", "Use a name of the IANA list.") from error
    anchors = Anchors(document, given.anchors, zone)
    shapes = Shapes(document, given, Features(where))
    provisions.check(document, given)
    lines, zones = shapes.lines(), shapes.zones()
    phases = {item.id: Phase(item.id, item.name, item.from_, item.to) for item in given.phases}
    return Agreement(
        id=given.id,
        title=given.title,
        signed=given.signed,
        tz=given.tz,
        hash=canonical_hash(document.data, lines, zones),
        sources=tuple(AgreementSource(s.title, s.url, s.language) for s in given.sources),
        parties=tuple(_party(party) for party in given.parties),
        anchors=anchors.all(),
        lines=lines,
        zones=zones,
        acts={name: _act(name, act) for name, act in given.acts.items()},
        provisions=tuple(provisions.provision(item, phases) for item in given.provisions),
        supplements=tuple(given.supplements),
        supersedes=tuple(given.supersedes),
        effective=given.effective,
        ends=given.ends,
        phases=phases,
        classes={name: _class(name, item) for name, item in given.classes.items()},
        note=given.note.strip(),
        notes_file="NOTES.md" if (where / "NOTES.md").is_file() else "",
    )


def _party(given: schema.Party) -> Party:
    answers = tuple(AnswersFor(a.party, a.basis, a.since, a.until) for a in given.answers_for)
    return Party(given.id, given.name, given.kind, answers, tuple(given.aliases), tuple(given.listed_by))


def _act(name: str, given: schema.Act) -> Act:
    return Act(
        id=name,
        types=tuple(given.types),
        joint=None if given.joint is None else given.joint == "true",
        weapon_classes=tuple(given.weapon_classes),
        polarity=given.polarity,
        maybe=tuple(given.maybe),
        about=tuple(given.about),
    )


def _class(name: str, given: schema.WeaponClass) -> WeaponClass:
    return WeaponClass(
        id=name,
        kinds=tuple(given.kinds),
        at_least_mm=None if given.at_least_mm is None else float(given.at_least_mm),
        below_mm=None if given.below_mm is None else float(given.below_mm),
        models=tuple(given.models),
        not_models=tuple(given.not_models),
    )


def canonical_hash(data: dict[str, Any], lines: dict[str, Line], zones: dict[str, Zone]) -> str:
    """SHA-256 over what the file says and the shapes that come of it; the order of fields and comments do not count."""
    dated: list[Line | Zone] = [*lines.values(), *zones.values()]
    shapes: list[list[Any]] = [
        *([line.id, line.points] for line in lines.values()),
        *([zone.id, zone.polygons, zone.readings] for zone in zones.values()),
        *(
            [shape.id, "versions", *([one.from_, one.until, one.rings, one.readings] for one in shape.versions)]
            for shape in dated
            if shape.versions
        ),
    ]
    text = json.dumps([_ordered(data), sorted(shapes, key=str)], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _ordered(value: Any) -> Any:
    """Lists of things with an id in the order of their ids, white space in words made one."""
    if isinstance(value, dict):
        return {key: _ordered(item) for key, item in value.items()}
    if isinstance(value, list):
        items = [_ordered(item) for item in value]
        named = all(isinstance(item, dict) and "id" in item for item in items)
        return sorted(items, key=lambda item: str(item["id"])) if named else items
    return " ".join(value.split())
