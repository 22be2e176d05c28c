"""tests: a broken actor list is refused with its file, its line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.actors import load_actors
from trucewatch.errors import InputError

BROKEN = Path(__file__).parents[1] / "broken" / "actors"
EXPECTED = {
    "unknown_field": (3, '"colour" is not a field'),
    "double_id": (5, "first on line 1"),
    "unknown_kind": (2, '"kind" cannot be "country"'),
    "no_kind": (1, 'lacks "kind"'),
    "unknown_parent": (1, '"ZZQ", which no list has'),
    "bad_date": (4, '"since" cannot be "28 August"'),
    "names_not_a_list": (4, "must be a list"),
    "bad_language": (4, "is not a language code"),
    "not_a_list": (1, "must be a list"),
    "not_yaml": (3, "this is not YAML"),
    "other_kind": (1, 'has kind "state" in an earlier list'),
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_broken_list_is_refused_where_it_is_wrong(name: str) -> None:
    line, problem = EXPECTED[name]
    with pytest.raises(InputError) as caught:
        load_actors([BROKEN / f"{name}.yaml"])
    assert (caught.value.line, Path(caught.value.path).name) == (line, f"{name}.yaml")
    assert problem in caught.value.problem
    assert caught.value.remedy


def test_every_broken_file_is_expected() -> None:
    assert {path.stem for path in BROKEN.glob("*.yaml")} == set(EXPECTED)


def test_a_missing_file_says_so() -> None:
    with pytest.raises(InputError, match=r"cannot be read"):
        load_actors([BROKEN / "nowhere.yaml"])
