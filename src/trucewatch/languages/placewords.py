"""languages: the words of a language that stand beside names of places: kinds of place, compass points, lengths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from trucewatch.languages.fold import match_key

PlaceKind = Literal["settlement", "camp", "part", "site", "around", "district", "county", "province"]
"""What a word beside a name says that it names: `part` lies in a settlement, `around` lies about one; a
`district` is called after its chief town, a `county` is not."""
KINDS: tuple[PlaceKind, ...] = get_args(PlaceKind)
PlaceRole = Literal[
    "people", "force", "voice", "stationed", "source", "taken", "treated", "clinic", "belongs", "called", "plain",
    "local", "lies", "said",
]  # fmt: skip
"""What a word beside a name says of it: whose home it is (`people` of X), what bears it (the `force` X), where one
reports from (a `voice` in X), where those who fire are (`stationed` in X, their `source`), where the hurt were brought
(`taken` to a `clinic` in X, or `treated` there), what holds another place (`belongs` to X), another name of one
(`called` X); `plain` words stand where names do and are none. The `local` powers of a town (its police, its mayor)
speak of what was in it; what `lies` in a place stands before the preposition ("the school located in X"), and what is
`said` there behind the name in Turkish.
"""
ROLES: tuple[PlaceRole, ...] = get_args(PlaceRole)
SETS = ("articles", "openers", "streets", "links", "ways")
COMPASS = ("n", "ne", "e", "se", "s", "sw", "w", "nw", "middle")
KM = {"km": 1.0, "mile": 1.609, "metre": 0.001}


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Match keys of words beside place names. `compass` gives degrees clockwise from north, None for the middle."""

    kinds: dict[str, PlaceKind] = field(default_factory=dict)
    compass: dict[str, float | None] = field(default_factory=dict)
    lengths: dict[str, float] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()
    """Small words inside names: "al", "de"; the openers too."""
    openers: frozenset[str] = frozenset()
    """Small words without which a name is another's: "Abu", "Umm"."""
    streets: frozenset[str] = frozenset()
    """Words, with those up to the name, for streets: they are called after towns and lie in others."""
    links: frozenset[str] = frozenset()
    """Words behind which a road's two ends are named: "linking Adal and Bashir"."""
    ways: frozenset[str] = frozenset()
    """Words for roads and rivers, which may be far from the town of their name: "the Adal road"."""
    roles: dict[str, PlaceRole] = field(default_factory=dict)
    _compass_ends: dict[str, frozenset[str]] = field(default_factory=dict)
    _of_streets: dict[str, frozenset[str]] = field(default_factory=dict)
    _of_kinds: dict[str, frozenset[str]] = field(default_factory=dict)

    def ends_compass(self, word: str) -> bool:
        """Whether a folded word may close the name of a compass point: most words do not, and need no further look."""
        if not self._compass_ends:
            self._compass_ends["last"] = frozenset(key.rpartition(" ")[2] for key in self.compass)
        return word in self._compass_ends["last"] or not word.isalnum()

    def may_open_kind(self, word: str) -> bool:
        """Whether a folded word may open a kind of place of several words: most do not, and need no further look."""
        return word in self._ends_of_kinds("first", 0)

    def may_close_kind(self, word: str) -> bool:
        """The same of a word that may close one."""
        return word in self._ends_of_kinds("last", -1)

    def _ends_of_kinds(self, which: str, n: int) -> frozenset[str]:
        if which not in self._of_kinds:
            self._of_kinds[which] = frozenset(key.split(" ")[n] for key in self.kinds if " " in key)
        return self._of_kinds[which]

    def may_be_street(self, word: str) -> bool:
        """Whether a folded word may stand in the words for a street: most do not, and need no further look."""
        if not self._of_streets:
            self._of_streets["all"] = frozenset(word for key in self.streets for word in key.split(" "))
        return word in self._of_streets["all"] or not word.isalnum()


def place_words(raw: Mapping[str, Any]) -> PlaceWords:
    """The words of a `places.yaml`."""
    kinds = {key: kind for kind in KINDS for key in _keys(raw.get("kinds", {}).get(kind, ()))}
    compass = {
        key: None if point == "middle" else index * 45.0
        for index, point in enumerate(COMPASS)
        for key in _keys(raw.get("compass", {}).get(point, ()))
    }
    lengths = {key: KM[unit] for unit in KM for key in _keys(raw.get("lengths", {}).get(unit, ()))}
    articles, openers, streets, links, ways = (frozenset(_keys(raw.get(key, ()))) for key in SETS)
    roles = {key: role for role in ROLES for key in _keys(raw.get("roles", {}).get(role, ()))}
    return PlaceWords(kinds, compass, lengths, articles | openers, openers, streets, links, ways, roles)


def _keys(words: Any) -> list[str]:
    return [match_key(str(word)) for word in words]
