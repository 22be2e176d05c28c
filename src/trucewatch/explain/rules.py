"""explain: where a rule stands, so that it can be changed: a frame of a language pack, or a module of the engine."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import fields
from importlib import resources
from importlib.resources.abc import Traversable

from trucewatch.languages.pack import Frame, Pack


def origin(rule: str, pack: Pack | None) -> str:
    """Where a rule is written and, for one of a pack, what it asks for; just `extract/` where it is not found."""
    code = pack.code if pack is not None else ""
    if pack is not None:
        frame = next((frame for frame in pack.frames if frame.id == rule.partition("+")[0]), None)
        if frame is not None:
            return f"languages/{code}/frames.yaml{_line(code, frame.id)}, {'; '.join(_asks(frame))}"
    return _made_in(rule.removeprefix(f"{code}.").partition("+")[0])


def _asks(frame: Frame) -> Iterator[str]:
    """The conditions of a frame and what it gives, as the file has them."""
    for field in fields(frame):
        value = getattr(frame, field.name)
        if field.name == "id" or not value:
            continue
        shown = ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)
        yield f"{field.name}: {shown}"


@functools.cache
def _line(code: str, rule: str) -> str:
    """`:12`, the line of a rule in its pack; nothing where the line does not stand out."""
    file = resources.files("trucewatch.languages").joinpath(code, "frames.yaml")
    named = re.compile(rf"\bid: *[\"']?{re.escape(rule)}[\"']?\s*[,}}\n]")
    found = named.search(file.read_text(encoding="utf-8")) if file.is_file() else None
    return "" if found is None else f":{found.string.count(chr(10), 0, found.start()) + 1}"


@functools.cache
def _made_in(name: str) -> str:
    """The module that gives a rule its name; it holds it in whole, or its family (`speech.` of `speech.deny`)."""
    family = name.partition(".")[0]
    for written in (f'}}.{name}"', f'"{name}"', f'rule {name}"', f"}}.{family}.", f"}}.{family}"):
        for module, text in _engine().items():
            if written in text:
                return f"extract/{module}"
    return "extract/"


@functools.cache
def _engine() -> dict[str, str]:
    """The modules of the engine by their path below `extract`."""
    return dict(sorted(_modules(resources.files("trucewatch.extract"), "")))


def _modules(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for file in folder.iterdir():
        if file.is_dir():
            yield from _modules(file, f"{path}{file.name}/")
        elif file.name.endswith(".py"):
            yield f"{path}{file.name}", file.read_text(encoding="utf-8")
