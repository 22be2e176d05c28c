"""read: the shape of a language's file in `data`, against which it is checked."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class LanguageFile(BaseModel):
    """The shape of one language's file."""

    model_config = ConfigDict(extra="forbid")

    language: str
    months: list[list[str]] = Field(min_length=12, max_length=12)
    weekdays: list[list[str]] = Field(min_length=7, max_length=7)
    today: list[str]
    this_day: list[str]
    not_this_week: list[str]
    not_this_week_after: list[str] = []
    future: list[str]
    future_before: list[str]
    date_of: list[str] = []
    """What stands between a day and its month: "5th of March"."""
    stamp: list[str]
    by: list[str]
    credit_lead: list[str]
    and_: list[str] = Field(alias="and")
    photo: list[str]
    labels: list[str]
    lines: list[str]
    starts: list[str]
    anywhere: list[str]
    others: list[str] = []
    """Headings over titles of other stories."""
    ago: list[str] = []
    """How long ago a story came, as lists of titles say it."""


def checked(raw: Any) -> dict[str, Any]:
    """The fields of a file that fits; raises a ValueError for one that does not."""
    return LanguageFile.model_validate(raw).model_dump()
