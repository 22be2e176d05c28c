"""extract: on which act a participle of harm behind a comma hangs: "a bomb went off as cars passed, killing two"."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause

_CARRIES = frozenset({"begin", "throw", "launch", "deal"})
"""Verbs that carry an act: "accused of having launched rockets, wounding six"."""
_FORCE = frozenset({"strike", "blast", "shooting", "attack_generic", "impact", "raid", "offensive", "fire_weapon"})


def is_over(clause: Clause) -> bool:
    """ "Admitted to having shelled the town", "accusé d'avoir bombardé": an act that is over, in an infinitive."""
    return clause.kind == "infinitive" and clause.verb.perfect and bool(clause.verb.classes & (_FORCE | _CARRIES))


def with_force(harm: Clause, previous: Clause) -> Clause:
    """ "A bomb went off as a convoy passed, killing two": what kills is the act, not what went on beside it."""
    above = previous.parent
    aside = previous.kind in ("gerund", "reduced") or (previous.kind == "sub" and "time" in previous.link)
    beside = aside and not previous.verb.classes & (_FORCE | {"harm"})
    told = above is not None and above.kind in ("main", "coordinate") and above.verb.classes & _FORCE
    return above if beside and told and above is not None and "harm" in harm.verb.classes else previous
