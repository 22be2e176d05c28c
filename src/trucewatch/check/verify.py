"""check: every finding worked out a second time; what differs is refused, with what it says and what was found."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from trucewatch.check import duty, inputs, prohibition
from trucewatch.check.account import Account
from trucewatch.check.expected import Expected, plain
from trucewatch.check.scene import LEANS, Scene
from trucewatch.check.standard import Standard
from trucewatch.model import Agreement, Claim, Coverage, Finding, Incident, Instance, Lineage, Record, Report

CLOSE = 0.03
"""By so much two ways of measuring may differ on the part of a disk that lies inside."""


@dataclass(frozen=True)
class Given:
    """What is to be verified: findings, and all that they may name."""

    findings: Sequence[Finding]
    incidents: Sequence[Incident]
    claims: Sequence[Claim]
    reports: Sequence[Report]
    agreements: Sequence[Agreement]
    standard: Standard
    coverage: Sequence[Coverage] = ()
    lineage: Sequence[Lineage] = ()


def given(record: Record, standard: Standard, coverage: Sequence[Coverage] = ()) -> Given:
    """A record as it is verified by a standard."""
    parts = record.findings, record.incidents, record.claims, record.reports, record.agreements
    return Given(*parts, standard, coverage, record.lineage)


@dataclass(frozen=True)
class Refusal:
    """Something that does not stand: where, and why."""

    where: str
    why: str


@dataclass
class _Known:
    incidents: Mapping[str, Incident]
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    scenes: dict[tuple[str, str], Scene] = field(default_factory=dict)


def verify(told: Given) -> tuple[Refusal, ...]:
    """All that is refused; nothing where every finding stands."""
    known = _Known(
        {one.id: one for one in told.incidents},
        {one.id: one for one in told.claims},
        {one.id: one for one in told.reports},
    )
    refused = itertools.chain(
        inputs.quotations(told.claims, known.reports),
        inputs.incidents((one for one in told.incidents if one.merged_into is None), known.claims),
        _findings(told, known),
    )
    return tuple(Refusal(where, why) for where, why in refused)


def _findings(given: Given, known: _Known) -> Iterator[inputs.Refused]:
    instants = {(one.as_of.get("valid"), one.as_of.get("known")) for one in given.findings}
    if len(instants) > 1:
        yield "findings", f"they are a function of different instants: {sorted(map(str, instants))}"
        return
    valid, when = next(iter(instants), (None, None))
    texts = {one.id: one for one in given.agreements}
    for finding in given.findings:
        if finding.agreement not in texts:
            yield f"finding {finding.id}", f"its agreement {finding.agreement} is not there"
    for text in _in_time(given.agreements):
        own = [one for one in given.findings if one.agreement == text.id]
        yield from _of_text(own, text, (valid, when), given, known)


def _in_time(stack: Sequence[Agreement]) -> Iterator[Agreement]:
    """Texts as long as they last: one that another names as superseded lasts until that other's beginning."""
    for text in stack:
        later = [other for other in stack if text.id in other.supersedes and other.effective]
        start = later[-1].anchors.get(str(later[-1].effective)) if later else None
        stop = text.anchors.get(str(text.ends)) if text.ends else None
        known = start is not None and start.earliest and start.latest
        over = stop is not None and stop.latest and start is not None and stop.latest <= str(start.earliest)
        if start is None or not known or over:
            yield text
        else:
            yield dataclasses.replace(text, ends="its successor", anchors={**text.anchors, "its successor": start})


def _of_text(
    own: Sequence[Finding], text: Agreement, instants: tuple[str | None, str | None], given: Given, known: _Known
) -> Iterator[inputs.Refused]:
    ways = _ways(text, instants, given, known)
    seen: set[str] = set()
    for finding in own:
        where = f"finding {finding.id} ({text.id} {finding.provision})"
        if finding.id in seen:
            yield where, "it is there twice"
        seen.add(finding.id)
        for why in (*_hashes(finding, text, given, known), *_recomputed(finding, text, ways)):
            yield where, why
    for id_, wanted in ways[0].items():
        if id_ not in seen:
            about = f"incident {wanted.incident}" if wanted.incident else "the term as a whole"
            yield f"{text.id} {wanted.provision}", f"a finding on {about} is missing: the claims give {wanted.label}"


def _ways(
    text: Agreement, instants: tuple[str | None, str | None], given: Given, known: _Known
) -> list[dict[str, Expected]]:
    """All findings that a text must have; more than one way where a place lies as near as measuring allows."""
    scene = Scene(text, given.standard, *instants, _accounts(given, known), given.coverage, _begin(given.reports))
    ways = [_expected(scene)]
    if scene.close_calls:
        ways += [_expected(dataclasses.replace(scene, lean=lean, _anchors={})) for lean in LEANS[1:]]
    return ways


def _expected(scene: Scene) -> dict[str, Expected]:
    made: list[Expected] = []
    for term in scene.agreement.provisions:
        if term.kind == "prohibition":
            made += prohibition.expected(term, scene)
        elif term.kind == "obligation":
            made += duty.expected(term, scene)
        elif term.kind == "power":
            made.append(duty.power(term, scene))
        elif term.kind == "principle":
            made.append(plain(scene, term, "not_evaluable"))
    return {one.id: one for one in duty.excused(made, scene)}


def _accounts(given: Given, known: _Known) -> list[Account]:
    houses = {one.id: one.source for one in given.reports if one.source}
    taken = {one.report: one.root for one in given.lineage if one.whole}
    taken |= {claim: one.root for one in given.lineage if one.basis == "cites" for claim in one.claims}
    standing = sorted((one for one in given.incidents if one.merged_into is None), key=lambda one: one.id)
    return [
        Account(one, tuple(known.claims[name] for name in sorted(one.claims) if name in known.claims), houses, taken)
        for one in standing
    ]


def _begin(reports: Sequence[Report]) -> datetime | None:
    """The earliest instant at which one of the reports may have appeared."""
    found = []
    for report in reports:
        first = (report.published or "").partition("/")[0]
        if first not in ("", ".."):
            padded = first if len(first) > 7 else (first + "-01-01")[:10]
            moment = datetime.fromisoformat(padded)
            found.append(moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC))
    return min(found, default=None)


def _hashes(finding: Finding, text: Agreement, given: Given, known: _Known) -> Iterator[str]:
    if finding.agreement_hash != text.hash:
        yield f"it was made under the text {finding.agreement_hash[:12]}, the text given is {text.hash[:12]}"
    if finding.profile_hash != given.standard.hash:
        yield f"it was made under the profile {finding.profile_hash[:12]}, the one given is {given.standard.hash[:12]}"
    if finding.evidence_hash != inputs.evidence_hash(finding, known.incidents, known.claims):
        yield "the incident or the claims that it rests on are not those that it was made from"
    if finding.hash != inputs.own_hash(finding):
        yield "its hash does not fit what it says"


def _recomputed(finding: Finding, text: Agreement, ways: Sequence[Mapping[str, Expected]]) -> list[str]:
    """How a finding differs from what the claims give, by the way that comes nearest to it."""
    kinds = {term.id: term.kind for term in text.provisions}
    if finding.provision not in kinds:
        return [f"the text has no provision {finding.provision}"]
    if kinds[finding.provision] != finding.kind:
        return [f"it calls {finding.provision} a {finding.kind}, the text has a {kinds[finding.provision]}"]
    found = []
    for way in ways:
        wanted = way.get(finding.id)
        if wanted is None:
            found.append([f"the claims and the text call for no such finding of {finding.incident or 'the term'}"])
        else:
            found.append(list(_differences(finding, wanted)))
    return min(found, key=len)


def _differences(finding: Finding, wanted: Expected) -> Iterator[str]:
    if finding.provision != wanted.provision or finding.incident != wanted.incident:
        yield f"it is on {finding.provision} and {finding.incident}, its id on {wanted.provision} and {wanted.incident}"
    for name in sorted({*finding.facets, *wanted.facets}):
        said = finding.facets[name].value if name in finding.facets else "nothing"
        if said != wanted.facets.get(name):
            yield f"{name} says {said}, the claims give {wanted.facets.get(name, 'nothing')}"
    for name, share in wanted.shares.items():
        if name in finding.facets and not _near(finding.facets[name].p, share):
            yield f"the share of {name} says {finding.facets[name].p}, the claims give {share}"
    instance = finding.instance or Instance()
    for what, given, stated, found in (
        ("label", "claims", finding.label, wanted.label),
        ("decisive", "claims", finding.decisive, wanted.decisive or ()),
        ("readings", "claims", dict(finding.readings), dict(wanted.readings)),
        ("supports", "claims", finding.supports, wanted.supports),
        ("grades", "profile", dict(finding.grades), dict(wanted.grades)),
        ("due", "text", instance.due, wanted.due),
        ("count", "claims", instance.count, wanted.count),
    ):
        if stated != found:
            yield f"{what} says {_words(stated)}, the {given} give{'' if given == 'claims' else 's'} {_words(found)}"


def _words(value: object) -> str:
    """A value as a sentence names it."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "nothing"
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {one}" for name, one in value.items()) or "nothing"
    return "nothing" if value is None else str(value)


def _near(said: tuple[float, float] | None, found: tuple[float, float] | None) -> bool:
    if said is None or found is None:
        return said is found
    return all(abs(one - other) <= CLOSE for one, other in zip(said, found, strict=True))
