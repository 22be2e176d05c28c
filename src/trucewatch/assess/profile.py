"""assess: how strictly evidence is looked at: the standard of proof and the thresholds, apart from any agreement."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from trucewatch.actors import ALSO, house_name
from trucewatch.assess.text.names import did_you_mean
from trucewatch.assess.text.strictyaml import read
from trucewatch.model.incident import Occurrence

DEFAULT = Path(__file__).parent / "default.yaml"


Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""Of a house: completely reliable, usually, fairly, not usually, unreliable; F cannot be judged, and is no verdict."""
Credibility = Literal["1", "2", "3", "4", "5", "6"]
"""Of what is told: confirmed, probably true, possibly true, doubtful, improbable; 6 cannot be judged."""


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
    credibility: dict[Occurrence, Credibility]
    least_reliability: Reliability
    hash: str
    reliability: dict[str, Reliability] = field(default_factory=dict)
    radius_km: dict[str, float] = field(default_factory=dict)

    def grade(self, root: str) -> Reliability:
        """How reliable the user holds a root to be; of houses that made it together, the less reliable."""
        given = [self.reliability.get(house_name(name), "F") for name in root.split(ALSO)]
        judged = [grade for grade in given if grade != "F"]
        return max(judged) if judged else "F"

    def counts(self, root: str) -> bool:
        """Whether a root counts towards the standard of proof: what cannot be judged does."""
        grade = self.grade(root)
        return grade == "F" or grade <= self.least_reliability

    def graded(self, roots: Iterable[str], occurrence: Occurrence) -> dict[str, str]:
        """Each root with its own grade beside that of what is told; nothing where nobody is graded."""
        if not self.reliability:
            return {}
        return {root: f"{self.grade(root)}{self.credibility[occurrence]}" for root in sorted(set(roots))}


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
    reliability: dict[str, Reliability]
    credibility: dict[Occurrence, Credibility]
    least_reliability: Reliability
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
    missing = [step for step in get_args(Occurrence) if step not in given.credibility]
    if missing:
        raise document.fail(
            ("credibility",), f"credibility: {missing[0]} has no grade.", "Give each step one of 1 to 6."
        )
    settings = given.model_dump(exclude={"schema_"})
    digest = hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()
    settings["reliability"] = {house_name(name): grade for name, grade in given.reliability.items()}
    return Profile(**settings, hash=digest)
