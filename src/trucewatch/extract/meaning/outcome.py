"""extract: how an act ended: cut short, failed, or completed, which only the whole of it can be."""

from __future__ import annotations

from collections.abc import Iterator

from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.phrases.acts import PARTS
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed

DUTIES = ("mon.", "wd.", "hum.", "term.withdrawal")
"""What can be told as done in full; of a battle or a strike that says nothing."""


def outcome(clause: Clause, kind: str, told: str | None, parsed: Parsed, *, real: bool) -> str | None:
    """How the act of a clause ended, where its words say so; `told` is what the rule that fits says.

    `real`: whether it is told as having happened; what is planned or denied has not been completed.
    "Completed" is an act told with a verb that ends it, or as done wholly: never the first phase, a part, or "partly".
    """
    if told not in (None, "completed"):
        return told
    if not real or not kind.startswith(DUTIES):
        return None
    ended = told == "completed" or "complete" in clause.verb.classes or ended_by(clause) is not None
    ended = ended or _says(clause, parsed, "wholly")
    return "completed" if ended and not _in_part(clause, parsed) else None


def ended_by(clause: Clause) -> Clause | None:
    """The clause whose verb ends the act of this one: "finished withdrawing"; it is as real as that is."""
    host = clause.parent
    if host is None or "complete" not in host.verb.classes or clause.verb.form not in ("gerund", "infinitive"):
        return None
    return host if clause.kind in ("complement", "infinitive") or host.at == clause.at - 1 else None


def _in_part(clause: Clause, parsed: Parsed) -> bool:
    told = [clause] if (host := ended_by(clause)) is None else [clause, host]
    return any(
        _says(one, parsed, "partly") or any(_is_part(item) for item in (*one.phrases(), *_subject(one))) for one in told
    )


def _subject(clause: Clause) -> list[Item]:
    return [clause.subject] if clause.subject is not None else []


def _is_part(item: Item) -> bool:
    """ "The first phase of the withdrawal", "half of it", "two thirds", "70 per cent": never the whole."""
    if not PARTS.isdisjoint(item.classes) or not PARTS.isdisjoint(item.modifiers):
        return True
    return any(m.text == "%" or (m.number is not None and m.number.role == "fraction") for m in item.marks)


def _says(clause: Clause, parsed: Parsed, how: str) -> bool:
    """Whether an adverb of a kind stands in the clause, or within its verb."""
    if any(mark.sense("adv", how) for mark in clause.verb.marks):
        return True
    return any(mark.sense("adv", how) for item in _adverbs(clause, parsed) for mark in item.marks)


def _adverbs(clause: Clause, parsed: Parsed) -> Iterator[Item]:
    """Those in a clause, and those right behind its last word: "is completed in part"."""
    k = clause.at
    while k and parsed.items[k - 1].start >= clause.start:
        k -= 1
    while k < len(parsed.items) and (parsed.items[k].end <= clause.end or parsed.items[k].kind == "adv"):
        if parsed.items[k].kind == "adv":
            yield parsed.items[k]
        k += 1
