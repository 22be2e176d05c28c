"""extract: clauses: a verb group with its subject, objects, prepositional phrases and times, and how it hangs."""

from __future__ import annotations

from typing import Any

from trucewatch.extract.phrases.item import Item

_FIELDS = (
    "at",
    "attributive",
    "between",
    "children",
    "consumed",
    "end",
    "front",
    "inherited_subject",
    "inverted",
    "kind",
    "last",
    "link",
    "objects",
    "parent",
    "pps",
    "shares",
    "start",
    "subject",
    "times",
    "verb",
)


class Clause:
    """One verb group and what belongs to it. `kind` says how it hangs on its `parent` clause."""

    __slots__ = _FIELDS

    def __init__(self, verb: Item, at: int, subject: Item | None = None) -> None:
        """Take the verb group and its index among the items; the rest is found later."""
        self.verb = verb
        self.at = at
        self.kind = "main"
        self.link: frozenset[str] = frozenset()
        """Classes of the subordinator ("condition", "time")."""
        self.parent: Clause | None = None
        self.subject = subject
        self.objects: list[Item] = []
        self.pps: list[tuple[Item, Item]] = []
        self.between: list[tuple[Item, Item]] = []
        """Prepositional phrases between subject and verb: "raids by helicopters killed"."""
        self.times: list[Item] = []
        self.start = 0
        self.end = 0
        self.last = 0
        """Index of the last item that belongs to it."""
        self.consumed = False
        self.inherited_subject = False
        self.attributive = False
        """A participle behind its noun, which stays an object or prepositional object of the clause before."""
        self.front: Item | None = None
        self.shares = False
        """Its object stands behind the verb joined to it: "killed and wounded scores"."""
        self.children: list[Clause] = []
        self.inverted = 0
        """The subject stands behind the verb: `"...", said Putin`."""

    def but(self, **fields: Any) -> Clause:
        """The same clause with some fields of its own."""
        made = Clause(self.verb, self.at)
        for name in _FIELDS:
            setattr(made, name, fields[name] if name in fields else getattr(self, name))
        return made

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
        found = self.objects.copy()
        if self.subject is not None and not self.inherited_subject:
            found.insert(0, self.subject)
        for _, phrase in self.pps:
            found.append(phrase)
        return found

    def pp(self, *classes: str) -> list[Item]:
        """Objects of prepositions of these classes."""
        found: list[Item] = []
        for prep, phrase in self.pps:
            for one in classes:
                if one in prep.cls:
                    found.append(phrase)
                    break
        return found


def governed(items: list[Item], k: int) -> bool:
    """Whether the noun phrase at `k` is the object of a preposition."""
    j = k - 1
    while j >= 0 and items[j].kind == "punct" and items[j].marks[0].text == '"':
        j -= 1
    return j >= 0 and items[j].kind in ("prep", "accord")
