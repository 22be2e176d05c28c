"""Prohibitions held against one incident after another, each finding sealed by itself: the oracle of the columns.

This is how `assess` did it before; what is fast must say the same, letter for letter. What it still does one by one, a
standard of proof and a report of calm, is asked of it and not written here again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.assess import labels
from trucewatch.assess.case import Case
from trucewatch.assess.evidence import Evidence, matches
from trucewatch.assess.facets import place, unless, weapons, what, when, who
from trucewatch.assess.facets.anchored import window
from trucewatch.assess.facets.facet import Read
from trucewatch.assess.made import finding
from trucewatch.assess.prohibition import calm_told
from trucewatch.assess.seal import sealed
from trucewatch.assess.verdict import shortfall
from trucewatch.model import Act, Claim, Facet, Finding, Provision
from trucewatch.model.finding import POTENTIAL, FindingLabel


def one_by_one(case: Case, evidence: Sequence[Evidence], claims: Sequence[Claim]) -> list[Finding]:
    """Findings of all prohibitions of a case about single incidents."""
    made = [
        one
        for provision in case.agreement.provisions
        if provision.kind == "prohibition"
        for one in findings(provision, evidence, case)
    ]
    return list(sealed(made, evidence, claims))


@dataclass(frozen=True, slots=True)
class _Held:
    """One provision held against one incident."""

    facets: dict[str, Facet]
    reads: dict[str, Read]
    proven: bool
    shortfall: str
    evaluable: bool
    undated: bool


def findings(provision: Provision, evidence: Sequence[Evidence], case: Case) -> list[Finding]:
    """A finding for each event whose act may be the one forbidden, and for each sign of calm."""
    act = case.act(provision)
    made: list[Finding] = []
    if act is None:
        return made
    for item in evidence:
        calm = item.is_halt or _is_kept_by(item, provision, case)
        if not calm and not (item.told and what.act(item, act).value != "F"):
            continue
        found = calm_told(provision, act, item, case) if calm else _event(provision, act, item, case)
        made += [] if found is None else [found]
    return made


def _is_kept_by(item: Evidence, provision: Provision, case: Case) -> bool:
    if provision.kept_by is None or item.incident.kind not in ("event", "state"):
        return False
    told = bool(item.asserting) or not item.claims
    return told and matches(item.incident.type, case.agreement.acts[provision.kept_by].types)


def _event(provision: Provision, act: Act, item: Evidence, case: Case) -> Finding:
    held = _hold(provision, act, item, case)
    label = _label(held, held.facets)
    deciding = (
        ("time",)
        if label == "not_evaluable" and held.undated
        else labels.decisive({name: one.value for name, one in held.facets.items()})
    )
    reasons = [f"{name}: {held.facets[name].why}." for name in deciding]
    if label in ("alleged", "possible", "disputed", "disputed_unproven") and held.shortfall:
        reasons.append(f"standard of proof: {held.shortfall}.")
    if label == "not_evaluable" and held.undated:
        reasons.append("No account tells the day, and it may lie on either side of the term's time.")
    return finding(
        case,
        provision,
        label,
        incident=item.incident.id,
        facets=held.facets,
        decisive=deciding,
        would_change=_would_change(held, label),
        why=tuple(reasons) or ("all seven questions are answered yes.",),
        readings=_readings(held),
        grades=case.profile.graded((*item.asserting_roots, *item.denying_roots), item.incident.occurrence),
    )


def _hold(provision: Provision, act: Act, item: Evidence, case: Case) -> _Held:
    bearer = who.bearer(item, provision, case)
    reads = {
        "time": when.in_window(item.incident.time, window(case, provision), case),
        "place": place.in_reach(item.incident.place, provision.where, case, item.incident.time),
        "not_excepted": unless.not_excepted(item, provision, bearer, case),
    }
    facets = {
        "occurrence": what.occurrence(item, case),
        "act": what.act(item, act),
        "class": weapons.weapon_class(item, act, case),
        "time": reads["time"].facet,
        "place": reads["place"].facet,
        "bearer": bearer.facet,
        "not_excepted": reads["not_excepted"].facet,
    }
    lacking = shortfall(item, case, blamed_only=bearer.blamed_only)
    undated = facets["time"].value == "N" and when.undated(item.incident.time)
    return _Held(facets, reads, not lacking, lacking, reads["place"].undefined is None, undated)


def _label(held: _Held, facets: dict[str, Facet]) -> FindingLabel:
    given = labels.label(facets, proven=held.proven, evaluable=held.evaluable)
    # An event whose day nobody tells is not shown as a potential violation of a term that began in between.
    return "not_evaluable" if held.undated and given in POTENTIAL and facets["time"].value == "N" else given


def _readings(held: _Held) -> dict[str, str]:
    """The label under each reading of one condition, the others taken together."""
    table: dict[str, str] = {}
    plain = _label(held, held.facets)
    for name, read in held.reads.items():
        labelled = {reading: str(_label(held, {**held.facets, name: one})) for reading, one in read.readings.items()}
        # Exceptions that change nothing are no reading worth a line; clocks and zones show that the label is robust.
        if name != "not_excepted" or set(labelled.values()) != {plain}:
            table |= labelled
    return table


def _would_change(held: _Held, label: str) -> tuple[str, ...]:
    words = {
        "occurrence": "an independent account that it happened or did not",
        "act": "an account that says what kind of act it was",
        "class": "the weapon",
        "time": "the hour and its time zone",
        "place": "a more exact place, or an agreed line",
        "bearer": "an account of who did it",
        "not_excepted": "whom it was aimed at, and what it answered",
    }
    if label == "outside":
        false = [name for name in labels.FACETS if held.facets[name].value == "F"]
        return tuple(f"{name}: {words[name]}" for name in false) if len(false) == 1 else ()
    open_ = [f"{name}: {words[name]}" for name in labels.FACETS if held.facets[name].value in ("N", "B")]
    if label == "alleged":
        open_.append(f"standard of proof: {held.shortfall}")
    return tuple(open_)
