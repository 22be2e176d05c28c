"""extract: what a provision provides for in a verbal noun: "the deal provides for | withdrawing all by Friday"."""

from __future__ import annotations

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.meaning.classify import classify
from trucewatch.extract.sentence import Parsed

_VERBAL = frozenset({"gerund", "infinitive"})


def provided(clause: Clause, parsed: Parsed) -> Clause | None:
    """The clause with what a provision is about, where its own has nothing but the verb; None where it tells more."""
    if "provide_term" not in clause.verb.classes or clause.objects or clause.pps or clause.passive:
        return None
    inner = next((c for c in clause.children if c.at > clause.at), None)
    if inner is None or inner.kind not in _VERBAL or inner.verb.form not in _VERBAL:
        return None
    whole, part = classify(clause, parsed.pack), classify(inner, parsed.pack)
    if whole is None or part is None or not whole.type.startswith("term.") or part.type.startswith("term."):
        return None
    return inner
