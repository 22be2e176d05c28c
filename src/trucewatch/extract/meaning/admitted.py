"""extract: acts that their own doer tells of: "claimed responsibility for the bombing", "admitted the strike"."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed

_OF_WHAT = frozenset({"for", "of", "to", "in", "about", "against"})
"""Prepositions between a verb of admitting and the act's noun: "responsibility for", "confessed to", "в убийстве"."""


def admission_of(item: Item, parsed: Parsed) -> Clause | None:
    """The clause in which somebody says of himself that he did what a noun names; not where nobody did or may do."""
    for clause in parsed.clauses:
        if "admit" not in clause.verb.classes or clause.verb.negated or clause.verb.modal:
            continue
        if admitter(clause) is None:
            continue
        told = [clause.subject] if clause.passive else [*clause.objects, *clause.pp(*_OF_WHAT)]
        if any(item is part for whole in told for part in _with_its_own(whole)):
            return clause
    return None


def _with_its_own(whole: Item | None) -> list[Item]:
    """A phrase with what it joins and what it is of: "responsibility of the strike"."""
    if whole is None:
        return []
    return [whole, *whole.parts, *whole.of, *([whole.owner] if whole.owner is not None else [])]


def admitter(clause: Clause) -> Item | None:
    """Who admits it: the subject, or whoever stands behind "by" in a passive; nobody where it is "no group"."""
    who = next(iter(clause.pp("by")), None) if clause.passive else clause.subject
    return who if who is not None and not who.negated else None
