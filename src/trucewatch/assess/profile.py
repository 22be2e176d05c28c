"""assess: how strictly evidence is looked at: the standard of proof and the thresholds, apart from any agreement."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from trucewatch.assess.text.names import did_you_mean
from trucewatch.assess.text.strictyaml import read

DEFAULT = Path(__file__).parent / "default.yaml"


@dataclass(frozen=True, slots=True)
class Profile:
    """A standard of proof with its thresholds; `hash` is over all of it. See `default.yaml` for what each means."""

    name: str
    min_roots: int
    visual_alone: bool
    need_outsider: bool
    self_denial_disputes: bool
    defeating_bases: tuple[str, ...]
    undated_within_days: int
    time_share: float
    hash: str
    radius_km: dict[str, float] = field(default_factory=dict)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    schema_: Annotated[Literal["trucewatch-profile/1"], Field(alias="schema")]
    name: str
    min_roots: Annotated[int, Field(ge=1)]
    visual_alone: bool
    need_outsider: bool
    self_denial_disputes: bool
    defeating_bases: tuple[str, ...]
    undated_within_days: Annotated[int, Field(ge=0)]
    time_share: Annotated[float, Field(gt=0, le=1)]
    radius_km: dict[str, float]


def load_profile(path: Path = DEFAULT) -> Profile:
    """Read a profile; AgreementError says what is wrong with it."""
    document = read(path)
    try:
        given = _File.model_validate(document.data)
    except ValidationError as error:
        first = error.errors()[0]
        where = tuple(first["loc"])
        remedy = did_you_mean(str(where[-1]) if where else "", _File.model_fields)
        raise document.fail(where, f"{'.'.join(map(str, where))}: {first['msg']}.", remedy) from error
    settings = given.model_dump(exclude={"schema_"})
    digest = hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()
    return Profile(**settings, hash=digest)
