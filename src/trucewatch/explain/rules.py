"""explain: where a rule stands, so that it can be changed: a frame of a language pack, or a module of the engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from trucewatch.languages.pack import Frame, Pack

MADE_IN = {
    "speech": "extract/speech.py",
    "said": "extract/speech.py",
    "noun": "extract/nominal.py",
    "term": "extract/classify.py",
    "harm": "extract/classify.py",
    "act": "extract/classify.py",
    "talks": "extract/classify.py",
    "alliance": "extract/classify.py",
    "table": "extract/observations.py",
}
"""Rules that are the same in every language, by the second part of their name, and the file that holds them."""


def origin(rule: str, pack: Pack | None) -> str:
    """Where a rule is written and, for one of a pack, what it asks for."""
    if pack is not None:
        frame = next((frame for frame in pack.frames if frame.id == rule), None)
        if frame is not None:
            return f"languages/{pack.code}/frames.yaml, {'; '.join(_asks(frame))}"
    parts = rule.split(".")
    family = parts[1] if len(parts) > 1 and pack is not None and parts[0] == pack.code else parts[0]
    return MADE_IN.get(family, "extract/")


def _asks(frame: Frame) -> Iterator[str]:
    """The conditions of a frame and what it gives, as the file has them."""
    for field in fields(frame):
        value = getattr(frame, field.name)
        if field.name == "id" or not value:
            continue
        shown = ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)
        yield f"{field.name}: {shown}"
