"""assess: what the fields of an agreement file are made of: names, words, lengths, days, numbers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(pattern=r"^[A-Za-z][\w.-]*$")]
Words = Annotated[str, Field(min_length=1)]
Length = Annotated[str, Field(pattern=r"^\d+(\.\d+)?\s*(km|m)$", description='a length with its unit, such as "6 km"')]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
Address = Annotated[str, Field(pattern=r"^https?://\S+$")]
YesNo = Literal["true", "false"]
Count = Annotated[str, Field(pattern=r"^\d+(\.\d+)?$", description='a number, such as "600"')]
Nth = Annotated[str, Field(pattern=r"^[1-9]\d*$")]


class Strict(BaseModel):
    """Unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


def exactly_one(given: Strict, names: tuple[str, ...]) -> None:
    """Raise ValueError unless one of the named fields is given."""
    present = [name for name in names if getattr(given, name) is not None]
    if len(present) != 1:
        raise ValueError(
            f"give exactly one of {', '.join(names)}" + (f", not {' and '.join(present)}" if present else "")
        )
