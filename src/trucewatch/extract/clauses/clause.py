"""extract: clauses: a verb group with its subject, objects, prepositional phrases and times, and how it hangs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from trucewatch.extract.phrases.item import Item


@dataclass(slots=True, eq=False)
class Clause:
    """One verb group and what belongs to it. `kind` says how it hangs on its `parent` clause."""

    verb: Item
    at: int
    """Index of the verb group among the items."""
    kind: str = "main"
    link: frozenset[str] = frozenset()
    """Classes of the subordinator ("condition", "time")."""
    parent: Clause | None = None
    subject: Item | None = None
    objects: list[Item] = field(default_factory=list)
    pps: list[tuple[Item, Item]] = field(default_factory=list)
    between: list[tuple[Item, Item]] = field(default_factory=list)
    """Prepositional phrases between subject and verb: "raids by helicopters killed"."""
    times: list[Item] = field(default_factory=list)
    start: int = 0
    end: int = 0
    last: int = 0
    """Index of the last item that belongs to it."""
    consumed: bool = False
    inherited_subject: bool = False
    attributive: bool = False
    """A participle behind its noun, which stays an object or prepositional object of the clause before."""
    front: Item | None = None
    shares: bool = False
    """Its object stands behind the verb joined to it: "killed and wounded scores"."""
    children: list[Clause] = field(default_factory=list)
    inverted: int = 0
    """The subject stands behind the verb: `"...", said Putin`."""

    @property
    def passive(self) -> bool:
        """Whether the subject undergoes the act."""
        return self.verb.passive

    def hangs_on(self, other: Clause) -> bool:
        """Whether it hangs on another clause, over others or not; of a ring (two verbal nouns) each hangs on itself."""
        seen: list[Clause] = []
        one = self.parent
        while one is not None and one is not other and one not in seen:
            seen.append(one)
            one = one.parent
        return one is other

    def phrases(self) -> list[Item]:
        """Subject, objects and prepositional objects."""
        found = [self.subject] if self.subject is not None and not self.inherited_subject else []
        return [*found, *self.objects, *(np for _, np in self.pps)]

    def pp(self, *classes: str) -> list[Item]:
        """Objects of prepositions of these classes."""
        return [np for prep, np in self.pps if prep.cls & set(classes)]


def governed(items: Sequence[Item], k: int) -> bool:
    """Whether the noun phrase at `k` is the object of a preposition."""
    j = k - 1
    while j >= 0 and items[j].kind == "punct" and items[j].marks[0].text == '"':
        j -= 1
    return j >= 0 and items[j].kind in ("prep", "accord")
