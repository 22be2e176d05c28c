"""Dataclasses in the compiled copy: the same objects as in the sources, from written constructors."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from tools.written_out import written_out

_SOURCE = '''
from __future__ import annotations
from dataclasses import dataclass, field
import dataclasses


@dataclass(frozen=True, slots=True)
class Number:
    """A number."""

    low: float
    high: float | None = None
    units: tuple[str, ...] = ()
    """What it counts."""

    def double(self) -> float:
        return 2 * self.low  # stays as it is


@dataclasses.dataclass(slots=True)
class Bag:
    held: list[int] = field(default_factory=list)
    said: str | None = field(default=None, metadata={"alias": "told"})
    seen: int = 0

    def __post_init__(self) -> None:
        self.seen = len(self.held)


class Plain:
    pass
'''


def _loaded(source: str) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": __name__}
    exec(compile(source, "made", "exec"), names)
    return names


@pytest.mark.parametrize(
    ("name", "arguments"), [("Number", (1.0,)), ("Number", (1.0, 2.0, ("km",))), ("Bag", ([1, 2],))]
)
def test_objects_are_as_those_of_the_source(name: str, arguments: tuple[object, ...]) -> None:
    before, after = _loaded(_SOURCE)[name](*arguments), _loaded(written_out(_SOURCE))[name](*arguments)
    assert repr(after) == repr(before)
    assert dataclasses.astuple(after) == dataclasses.astuple(before)
    assert [f.metadata for f in dataclasses.fields(after)] == [f.metadata for f in dataclasses.fields(before)]


def test_what_was_frozen_can_still_be_a_key_and_be_replaced() -> None:
    made = _loaded(written_out(_SOURCE))["Number"]
    assert {made(1.0): "one"}[made(1.0)] == "one"
    assert dataclasses.replace(made(1.0), high=3.0) == made(1.0, 3.0)


def test_another_process_makes_the_same_object_from_its_arguments() -> None:
    after = _loaded(written_out(_SOURCE))["Number"](1.0, 2.0, ("km",))
    made, arguments = after.__reduce__()
    assert made(*arguments) == after


def test_each_object_has_a_list_of_its_own() -> None:
    made = _loaded(written_out(_SOURCE))["Bag"]
    first = made()
    first.held.append(1)
    assert made().held == []


def test_the_constructor_is_written_and_all_else_stays() -> None:
    text = written_out(_SOURCE)
    assert "def __init__(self, low: float, high: float | None = None, units: tuple[str, ...] = ()) -> None:" in text
    assert "# stays as it is" in text
    assert "class Plain:\n    pass\n" in text


@pytest.mark.parametrize("odd", [
    "@dataclass\nclass One:\n    low: int\n",
    "@dataclass(order=True)\nclass One:\n    low: int\n",
    "@dataclass(frozen=True)\nclass One(Base):\n    low: int\n",
    "@dataclass(frozen=True)\nclass One:\n    low: ClassVar[int] = 1\n",
    "@dataclass(slots=True)\nclass One:\n    low: int\n    def __init__(self) -> None:\n        self.low = 1\n",
])  # fmt: skip
def test_classes_of_another_make_are_left_alone(odd: str) -> None:
    assert written_out(odd) == odd
