"""extract: blasts that are accidents: what burst in a factory or by a gas leak is no act of the conflict."""

from __future__ import annotations

from trucewatch.extract.drafts.draft import Draft
from trucewatch.extract.sentence import Parsed

_OPEN = "kin.explosion_undetermined"
"""The code of a blast whose kind nobody tells."""
_LOOTED = "civ.looting_destruction"
_CIVIL = frozenset({"accident", "civil_cause"})


def tells_of_accident(parsed: Parsed) -> bool:
    """Whether a sentence holds a blast beside what bursts by itself."""
    found: set[str] = set()
    for item in parsed.items:
        if item.kind in ("np", "vg"):
            found |= item.all_classes()
    return "blast" in found and bool(found & _CIVIL)


def without_accidents(drafts: list[Draft], sentences: list[Parsed]) -> list[Draft]:
    """The drafts of a report with the blasts of an accident taken out; whom they killed stays told, as harm alone.

    A report that tells of shelling or a bomb as well is about that, and keeps its blasts.
    """
    told = {draft.type for draft in drafts}
    others = any(kind.startswith("kin.") and kind != _OPEN for kind in told)
    if others or told.isdisjoint((_OPEN, _LOOTED)) or not any(tells_of_accident(parsed) for parsed in sentences):
        return list(drafts)
    kept: list[Draft] = []
    for draft in drafts:
        if draft.type == _OPEN:
            measure = next((f.measure for f in draft.figures if f.measure in ("killed", "injured")), None)
            if measure is None:
                continue
            draft.type, draft.weapon = f"harm.{measure}", None
        elif draft.type == _LOOTED:
            continue
        kept.append(draft)
    return kept
