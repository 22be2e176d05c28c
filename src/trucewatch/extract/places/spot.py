"""extract: a spot: one name of a place in a sentence, with what the words beside it say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trucewatch.gazetteer import Entry
from trucewatch.languages.placewords import PlaceKind

Aside = Literal["people", "home", "voice", "base", "clinic", ""]
"""What a name is to an act, when it is not where the act was: the place of its `people` ("residents of Adal"), their
`home` ("from the people of Adal"), that of the `voice` that reports, the `base` of those who fired, the place of the
`clinic` to which the hurt came.
"""
_WHERE = frozenset({"in", "near", "on", "between", "through", "to", "from"})


@dataclass(slots=True)
class Spot:
    """A name of a place, known or not: marks `[i, j)` of the name, `[first, last)` with the words that belong to it."""

    i: int
    j: int
    start: int
    end: int
    entries: tuple[Entry, ...] = ()
    key: str = ""
    kind: PlaceKind | None = None
    prep: frozenset[str] = frozenset()
    first: int = 0
    last: int = 0
    bearing: float | None = None
    """Degrees of a compass word beside it ("south of", "northern")."""
    of: bool = False
    """The compass word or kind stands before with "of": "12 km south of Adal"."""
    km: float | None = None
    link: Literal["of", "comma", "and", "poss", ""] = ""
    """What parts it from the spot before."""
    holder: Spot | None = None
    more: Spot | None = None
    """What goes on to say where: "in the desert near Adal"."""
    other: Spot | None = None
    """The other end of "between Adal and Bashir"."""
    beside: Spot | None = None
    """The next of "Adal and Bashir in Homs", which share what holds them."""
    core: str = ""
    """An unknown name without its word for a side: "Adal" of "Eastern Adal"."""
    around: bool = False
    """What lies around the town is meant: "the countryside of the town of Adal"."""
    modifies: bool = False
    """The name tells whose act a noun behind it is: "a US strike"."""
    aside: Aside = ""
    local: bool = False
    """Its own police, mayor or firemen are told of: "Adal police"."""
    folk: bool = False
    """Somebody of the place is told of: "an Adal boy"."""
    called: str = ""
    """An unknown name that the text gives as another one of this place: "Adal (Bashir)"."""
    whole: bool = False
    """The name and the word behind it are one name that the gazetteer has: "the Adal crossing"."""
    way: bool = False
    """It names a road or a river that leads to the place and may be far from it."""
    agent: bool = False
    """The name is an actor's too: "Damascus" may be who, not where."""

    @property
    def located(self) -> bool:
        """Whether a preposition or a kind of place stands beside the name, so that it tells where."""
        side = self.of and self.bearing is not None  # "south of Adal"
        named = self.kind is not None and (bool(self.entries) or not self.prep or bool(self.prep & _WHERE))
        return bool(self.prep & _WHERE) or named or self.holder is not None or side
