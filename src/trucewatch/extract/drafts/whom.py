"""extract: whom an act harmed, told by a relative clause behind its noun: "the raid on the town, in which 12 died"."""

from __future__ import annotations

from trucewatch.extract.clauses.beyond import describes
from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.meaning.mode import UNTOLD
from trucewatch.extract.meaning.roles import each_once
from trucewatch.extract.phrases.item import Item, is_comma
from trucewatch.extract.sentence import Parsed

_ACTS = ("kin.", "civ.")
_BETWEEN = frozenset({"prep", "np", "time", "punct", "adv"})
"""What may stand between an act's noun and the relative clause: where and on whom it was."""


def with_victims(drafts: list[Draft], parsed: Parsed) -> list[Draft]:
    """The drafts of a sentence with the harm of a relative clause taken into the act whose noun it stands behind."""
    gone: set[int] = set()
    for harm in drafts:
        act = _named_again(harm, drafts) or _act_before(harm, drafts, parsed)
        if act is None or id(act) in gone:
            continue
        act.figures = [*act.figures, *(f for f in harm.figures if all(f.span != g.span for g in act.figures))]
        act.end, act.partner = max(act.end, harm.end), act.partner or harm.clause
        known = {a.text for a in act.actors}
        act.actors = each_once([*act.actors, *(a for a in harm.actors if a.text not in known)])
        act.rule = f"{act.rule}+{harm.rule.rpartition('.')[2]}"
        gone.add(id(harm))
    return [d for d in drafts if id(d) not in gone]


def _named_again(harm: Draft, drafts: list[Draft]) -> Draft | None:
    """The claim before of the act that a relative clause goes on about: "claimed the raid that led to the death of"."""
    if harm.carrier is None or not harm.type.startswith(_ACTS) or harm.polarity == "-" or not harm.figures:
        return None
    for act in drafts:
        again = act is not harm and act.carrier is harm.carrier and act.type == harm.type and act.start <= harm.start
        if again and act.clause is not harm.clause and _may_be_one(act, harm):
            return act
    return None


def _act_before(harm: Draft, drafts: list[Draft], parsed: Parsed) -> Draft | None:
    """The act whose noun stands right before the relative clause of a harm, with nothing told in between."""
    clause = harm.clause
    if clause is None or not harm.type.startswith("harm.") or harm.polarity == "-" or harm.modality in UNTOLD:
        return None
    opener = _relative_of(clause.at, parsed)
    if opener is None:
        return None
    for act in reversed(drafts):
        at = _index(act.carrier, parsed) if act.carrier is not None else None
        if at is None or at > opener or not act.type.startswith(_ACTS) or not _may_be_one(act, harm):
            continue
        return act if all(item.kind in _BETWEEN for item in parsed.items[at + 1 : opener]) else None
    return None


def _may_be_one(act: Draft, harm: Draft) -> bool:
    """Whether an act may have done a harm: both told as so, or both alleged, and its victims not told yet."""
    measures = {f.measure for f in act.figures}
    told = act.polarity == "+" and act.modality not in UNTOLD
    alike = (act.modality == "accused") == (harm.modality == "accused")
    return told and alike and all(f.measure not in measures for f in harm.figures)


def _relative_of(at: int, parsed: Parsed) -> int | None:
    """Where the relative clause of the verb at `at` opens; one that goes on without a comma may tell of any noun."""
    if describes(parsed.items[at]):
        return at  # "saldırı | öldüğü": a participle right behind the noun that it describes
    for k in range(at - 1, -1, -1):
        item = parsed.items[k]
        if item.kind == "rel":
            governed = k > 0 and parsed.items[k - 1].kind == "prep"
            before = k - 1 - governed
            return k if before >= 0 and (governed or is_comma(parsed.items[before])) else None
        if item.kind in ("vg", "comp", "sub"):
            return None
    return None


def _index(carrier: Item, parsed: Parsed) -> int | None:
    return next((k for k, item in enumerate(parsed.items) if item is carrier), None)
