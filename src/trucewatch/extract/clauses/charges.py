"""extract: whoever is accused is the subject of what he is accused of: "accused the rebels of | shelling the town"."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.phrases.item import Item

_HANGS = frozenset({"gerund", "infinitive"})


def charge(clauses: list[Clause]) -> None:
    """Gives what hangs on an accusing verb the accused for its subject, and all that shares that subject with it."""
    moved: dict[int, tuple[Item, Item]] = {}
    for clause in clauses:
        parent = clause.parent
        if parent is None or clause.subject is None or not clause.inherited_subject:
            continue
        if id(parent) in moved and clause.subject is moved[id(parent)][0]:
            moved[id(clause)] = moved[id(parent)]
        elif "accuse" in parent.verb.classes and clause.kind in _HANGS and clause.subject is parent.subject:
            if parent.passive or not parent.objects:
                continue
            moved[id(clause)] = (parent.subject, parent.objects[0])
        else:
            continue
        clause.subject = moved[id(clause)][1]
