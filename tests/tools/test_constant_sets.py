"""Questions to sets in the compiled copy: asked the quick way, with the same answers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.constant_sets import with_constant_sets

_SOURCE = """from __future__ import annotations

FORCE = frozenset({"a", "b"})


class Holder:
    def __init__(self, classes):
        self.classes = classes


def few(x):
    return 1 if x.classes & {"a", "c"} and not x.classes & {"d"} else 0


def many(x):
    return bool(x.classes & {"a", "b", "c", "d"})


def named(x):
    return [y for y in [1] if x.classes & FORCE]


def called(x):
    return any(set(y.classes) & {"a", "b"} for y in [x])


def common(x):
    found = x.classes & {"a", "b", "e"}
    found |= {"z"}
    return sorted(found - {"b"}), x.classes & {"a"} or "none", sorted(x.classes | {"q"})


def across(x):
    if x.classes & {
        "a",
        "b",
    }:
        return True
    return False
"""
_NAMES = ("few", "many", "named", "called", "common", "across")


def _loaded(source: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(compile(source, "made", "exec"), names)
    return names


_BEFORE, _AFTER = _loaded(_SOURCE), _loaded(with_constant_sets(_SOURCE))


@given(st.sets(st.sampled_from("abcdefz")))
def test_every_question_has_the_same_answer(classes: set[str]) -> None:
    for name in _NAMES:
        before, after = _BEFORE[name](_BEFORE["Holder"](set(classes))), _AFTER[name](_AFTER["Holder"](set(classes)))
        assert after == before, name


def test_a_set_is_not_changed_by_being_asked() -> None:
    holder = _AFTER["Holder"]({"a", "b"})
    _AFTER["common"](holder)
    assert holder.classes == {"a", "b"}


@pytest.mark.parametrize(("before", "after"), [
    ('if x & {"a"}:\n    pass\n', "if ('a' in x):\n    pass\n"),
    ('y = bool(x.z & {"a", "b"})\n', "y = bool(('a' in x.z or 'b' in x.z))\n"),
    ("y = not f(x) & WORDS\n", "y = not (not WORDS.isdisjoint(f(x)))\n"),
    ('y = {"a"} | x\n', 'y = {"a"} | x\n'),
    ("y = 3 & z\n", "y = 3 & z\n"),
    ('y = bool("é" in z and x & {"a"})\n', "y = bool(\"é\" in z and ('a' in x))\n"),
])  # fmt: skip
def test_only_the_question_is_written_anew(before: str, after: str) -> None:
    assert with_constant_sets(before) == after


def test_a_set_that_is_needed_itself_is_made_once() -> None:
    text = with_constant_sets('def f(x):\n    return x & {"a", "b"}, x & {"a", "b"}\n')
    assert text.count("frozenset(") == 1
    assert "return x & _WORDS_0, x & _WORDS_0" in text
