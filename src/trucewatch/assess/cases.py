"""assess: the cases beside an agreement: what is told, and the label that each provision must then get."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from trucewatch.assess.findings import findings
from trucewatch.assess.text.load import folder, load_agreement
from trucewatch.assess.text.names import did_you_mean
from trucewatch.assess.text.strictyaml import Document, read
from trucewatch.assess.told import incident, reports
from trucewatch.errors import AgreementError
from trucewatch.model import Agreement, Claim, Coverage, Finding, Incident
from trucewatch.model.claim import Measure
from trucewatch.model.finding import FindingLabel

CASES = "cases.yaml"


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One expectation of one case: whether it held, and why not."""

    name: str
    passed: bool
    why: str = ""


class Strict(BaseModel):
    """Unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")


class Account(Strict):
    """What one root says of the incident."""

    root: str
    says: Literal["happened", "denied", "completed", "cut_short", "failed", "stopped", "planned", "accused"] = (
        "happened"
    )
    by: Annotated[str, Field(description="kind of speaker: monitor, party, official, agency, outlet, witness")] = (
        "monitor"
    )
    speaker: str | None = None
    saw: Literal["seen", "heard", "imagery", "told", "claimed"] | None = None
    response_to: str | None = None


class Count(Strict):
    """A number that an account gives; `to` after `number` makes it a range, `of` says of whom or what."""

    measure: Literal[tuple(get_args(Measure))]  # type: ignore[valid-type]
    number: float
    to: float | None = None
    of: str | None = None
    counted_by: str | None = None


class Watch(Strict):
    """Who would have seen every act of some types, in a zone, from one day until another."""

    who: str
    types: Annotated[list[str], Field(min_length=1)]
    from_: Annotated[str, Field(alias="from")]
    to: str
    zone: str | None = None


class Told(Strict):
    """An incident as reports tell of it."""

    type: str
    kind: Literal["event", "figure", "statement", "term", "state"] = "event"
    date: str | None = None
    from_: Annotated[str | None, Field(alias="from")] = None
    to: str | None = None
    clock: str | None = None
    day_of_report_only: Literal["true", "false"] = "false"
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    level: str | None = None
    perpetrator: list[str] = []
    blamed: list[str] = []
    parties: list[str] = []
    target: list[str] = []
    killed: dict[str, str] = {}
    counts: list[Count] = []
    weapon: str | None = None
    calibre_mm: float | None = None
    words: Annotated[str, Field(description="words of the account, where a model's name in them decides")] = ""
    joint: Literal["true", "false"] = "false"
    about: str | None = None
    accounts: Annotated[list[Account], Field(min_length=1)]


class Expect(Strict):
    """What one provision must get: the label, and optionally the deciding facets and the label of readings."""

    provision: str
    label: str
    decisive: list[str] | None = None
    readings: dict[str, str] = {}


class CaseFile(Strict):
    """One case: a name, the instant at which terms stand, what is told, what must follow."""

    name: str
    as_of: str
    incidents: list[Told] = []
    coverage: list[Watch] = []
    expect: Annotated[list[Expect], Field(min_length=1)]


class Cases(Strict):
    """A whole `cases.yaml`."""

    cases: Annotated[list[CaseFile], Field(min_length=1)]


def run_cases(name_or_path: str) -> list[CaseResult]:
    """Run every case beside an agreement; AgreementError where the file itself is wrong."""
    given, agreement = _read(name_or_path)
    return [_run(case, agreement) for case in given.cases]


def told_in(name_or_path: str) -> Iterator[tuple[str, list[Incident], list[Claim]]]:
    """Of each case its instant, its incidents and the claims that tell of them."""
    for case in _read(name_or_path)[0].cases:
        yield case.as_of, *_told(case)


def _read(name_or_path: str) -> tuple[Cases, Agreement]:
    agreement = load_agreement(name_or_path)
    document = read(folder(name_or_path) / CASES)
    try:
        given = Cases.model_validate(document.data)
    except ValidationError as error:
        raise _explained(document, error) from error
    _check(document, given, agreement)
    return given, agreement


def _told(case: CaseFile) -> tuple[list[Incident], list[Claim]]:
    pairs = [incident(told.model_dump(by_alias=False), at) for at, told in enumerate(case.incidents)]
    return [pair[0] for pair in pairs], [claim for pair in pairs for claim in pair[1]]


def _explained(document: Document, error: ValidationError) -> AgreementError:
    first = error.errors()[0]
    where = tuple(first["loc"])
    known = {name for model in (Account, Count, Watch, Told, Expect, CaseFile) for name in _names(model)}
    return document.fail(where, f"{'.'.join(map(str, where))}: {first['msg']}.", did_you_mean(str(where[-1]), known))


def _names(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def _check(document: Document, given: Cases, agreement: Agreement) -> None:
    known: Mapping[str, set[str]] = {
        "provision": {item.id for item in agreement.provisions},
        "label": set(get_args(FindingLabel)),
    }
    for at, case in enumerate(given.cases):
        for index, expected in enumerate(case.expect):
            for field, names in known.items():
                value: Any = getattr(expected, field)
                if value not in names:
                    where = ("cases", at, "expect", index, field)
                    raise document.fail(where, f'there is no {field} "{value}".', did_you_mean(value, names))


def _run(case: CaseFile, agreement: Agreement) -> CaseResult:
    incidents, claims = _told(case)
    made = findings(
        incidents,
        claims,
        reports(claims, case.as_of),
        [agreement],
        valid=case.as_of,
        known=case.as_of,
        coverage=[Coverage(w.who, tuple(w.types), w.from_, w.to, w.zone) for w in case.coverage],
    )
    wrong = [why for expected in case.expect for why in _wrong(expected, made)]
    return CaseResult(case.name, not wrong, "; ".join(wrong))


def _wrong(expected: Expect, made: list[Finding]) -> list[str]:
    """How the findings of the provision differ from what is expected; nothing when one fits."""
    there = [finding for finding in made if finding.provision == expected.provision]
    misses = []
    for finding in there:
        miss = _miss(expected, finding)
        if not miss:
            return []
        misses.append(miss)
    return [f"{expected.provision}: {'; or '.join(misses) or 'no finding'}"]


def _miss(expected: Expect, finding: Finding) -> str:
    if finding.label != expected.label:
        return f"expected {expected.label}, found {finding.label} ({' '.join(finding.why)})"
    if expected.decisive is not None and tuple(expected.decisive) != finding.decisive:
        return f"expected {expected.decisive} to decide, found {list(finding.decisive)} ({' '.join(finding.why)})"
    for name, label in expected.readings.items():
        if finding.readings.get(name) != label:
            return f'expected {label} by the reading "{name}", found {finding.readings}'
    return ""
