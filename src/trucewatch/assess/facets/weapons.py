"""assess: the facet class: was it done with a weapon that the provision names, by kind, calibre and model?"""

from __future__ import annotations

from trucewatch.assess.case import Case
from trucewatch.assess.evidence import Evidence
from trucewatch.assess.facets.what import listed
from trucewatch.languages.fold import match_key
from trucewatch.model import Act, Claim, Facet
from trucewatch.model.agreement import WeaponClass

_Fit = tuple[str, str]
"""T, F or N, and a reason."""


def weapon_class(evidence: Evidence, wanted: Act, case: Case) -> Facet:
    """T where every account tells of a weapon that is named, F where none does, else N."""
    if not wanted.weapon_classes:
        return Facet("T", "the provision names no weapons")
    told = [claim for claim in evidence.asserting if claim.weapon is not None and claim.weapon.class_ is not None]
    if not told:
        return Facet("N", f"the weapon is not told; the provision names {listed(wanted.weapon_classes)}")
    fits = sorted({_fit(claim, wanted, case) for claim in told})
    values = {value for value, _ in fits}
    why = "; ".join(reason for _, reason in fits)
    if len(values) == 1:
        return Facet(values.pop(), why)  # type: ignore[arg-type]
    return Facet("N", f"accounts differ on the weapon: {why}")


def _fit(claim: Claim, wanted: Act, case: Case) -> _Fit:
    """The best answer that one of the named classes gives for one account."""
    answers = [_against(claim, name, case) for name in wanted.weapon_classes]
    return next((answer for value in ("T", "N") for answer in answers if answer[0] == value), answers[0])


def _against(claim: Claim, name: str, case: Case) -> _Fit:
    kind = str(claim.weapon and claim.weapon.class_)
    named = case.agreement.classes.get(name)
    if named is None:
        return (
            ("T", f"{kind} is named by the provision")
            if kind == name
            else ("F", f"{kind} is not named by the provision")
        )
    if named.kinds and kind not in named.kinds:
        return "F", f"{kind} is not among the weapons called {name}"
    return _model(claim, named) or _calibre(claim, named, kind)


def _model(claim: Claim, named: WeaponClass) -> _Fit | None:
    """What the name of a model decides; None where models decide nothing."""
    quote = f" {match_key(claim.quote)} "
    for model in named.not_models:
        if f" {match_key(model)} " in quote:
            return "F", f"{model} is taken out of {named.id}"
    for model in named.models:
        if f" {match_key(model)} " in quote:
            return "T", f"{model} is named in {named.id}"
    return ("N", f"{named.id} names models, and no account tells one of them") if named.models else None


def _calibre(claim: Claim, named: WeaponClass, kind: str) -> _Fit:
    size = claim.weapon.calibre_mm if claim.weapon is not None else None
    if named.at_least_mm is None and named.below_mm is None:
        return "T", f"{kind} is among the weapons called {named.id}"
    if size is None:
        return "N", f"{kind} may be of {named.id}; the calibre is not told"
    fits = (named.at_least_mm is None or size >= named.at_least_mm) and (
        named.below_mm is None or size < named.below_mm
    )
    return ("T" if fits else "F"), f"{kind} of {size:g} mm is {'' if fits else 'not '}of the calibre of {named.id}"
