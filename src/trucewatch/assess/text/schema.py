"""assess: what may stand in an `agreement.yaml`, field by field. Everything in the file is text; types come later."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from trucewatch.assess.text.fields.acts import Act, WeaponClass
from trucewatch.assess.text.fields.base import Day, Id, Strict, Words
from trucewatch.assess.text.fields.parties import AnswersFor, Party, Source
from trucewatch.assess.text.fields.places import Buffer, Line, Version, Where, Zone
from trucewatch.assess.text.fields.terms import Amount, AnyProvision, Obligation, Permission, Power, Prohibition
from trucewatch.assess.text.fields.times import Amendment, Anchor, Moment, Phase, Window

__all__ = [
    "SCHEMA", "Act", "Amendment", "Amount", "Anchor", "AnswersFor", "AnyProvision", "Buffer", "File", "Line", "Moment",
    "Obligation", "Party", "Permission", "Phase", "Power", "Prohibition", "Source", "Version", "WeaponClass", "Where",
    "Window", "Zone", "agreement_schema", "fields",
]  # fmt: skip
SCHEMA = "trucewatch-agreement/1"


class File(Strict):
    """A whole `agreement.yaml`."""

    schema_: Annotated[Literal["trucewatch-agreement/1"], Field(alias="schema")]
    id: Id
    title: Words
    signed: Day
    tz: Words
    supplements: list[Id] = []
    supersedes: list[Id] = []
    sources: Annotated[list[Source], Field(min_length=1)]
    parties: Annotated[list[Party], Field(min_length=1)]
    effective: Id | None = None
    ends: Id | None = None
    anchors: dict[str, Anchor] = {}
    lines: dict[str, Line] = {}
    zones: dict[str, Zone] = {}
    classes: dict[str, WeaponClass] = {}
    phases: list[Phase] = []
    acts: dict[str, Act] = {}
    provisions: Annotated[list[AnyProvision], Field(min_length=1)]
    note: str = ""


def fields() -> frozenset[str]:
    """The names of all fields that a file may have, for "did you mean"."""
    names: set[str] = set()
    for definition in agreement_schema().get("$defs", {}).values():
        names |= set(definition.get("properties", {}))
    return frozenset(names | set(agreement_schema()["properties"]))


def agreement_schema() -> dict[str, Any]:
    """The JSON Schema of `agreement.yaml`; all scalars are strings, as they are read."""
    return TypeAdapter(File).json_schema(by_alias=True)
