"""assess: what is done and with what: acts and classes of weapons of an agreement file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from trucewatch.assess.text.fields.base import Count, Strict, Words, YesNo


class WeaponClass(Strict):
    """Weapons that the text names together: kinds as claims name them, calibres, models (as they are written)."""

    kinds: list[Words] = []
    at_least_mm: Count | None = None
    below_mm: Count | None = None
    models: list[Words] = []
    not_models: list[Words] = []

    @model_validator(mode="after")
    def _some(self) -> WeaponClass:
        if not (self.kinds or self.models):
            raise ValueError("name `kinds`, `models` or both")
        return self


class Act(Strict):
    """A kind of act as vocabulary codes with conditions; `weapon_classes` are kinds or names of `classes`."""

    types: Annotated[list[Words], Field(min_length=1)]
    maybe: list[str] = []
    joint: YesNo | None = None
    weapon_classes: list[str] = []
    polarity: Literal["+", "-"] = "+"
    about: list[str] = []
