"""hindsight: the causes of a change, from what the two records hold: reports, corrections, judgements, texts, time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from trucewatch.hindsight.difference import Cause
from trucewatch.model import Claim, Correction, Finding, Incident, Record, Report

JUDGED = (" judged same", " judged not same", " judged accept", " judged reject", " judged unsure")


@dataclass(frozen=True)
class Side:
    """One of the two records, with its things by id."""

    record: Record
    reports: Mapping[str, Report] = field(init=False)
    claims: Mapping[str, Claim] = field(init=False)
    incidents: Mapping[str, Incident] = field(init=False)
    home: Mapping[str, str] = field(init=False)
    """Claim -> the incident that it is about."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "reports", {one.id: one for one in self.record.reports})
        object.__setattr__(self, "claims", {one.id: one for one in self.record.claims})
        standing = [one for one in self.record.incidents if one.merged_into is None]
        object.__setattr__(self, "incidents", {one.id: one for one in standing})
        object.__setattr__(self, "home", {claim: one.id for one in standing for claim in one.claims})


@dataclass(frozen=True)
class Both:
    """The earlier record and the later."""

    was: Side
    now: Side

    def of_incidents(self, was: Incident | None, now: Incident | None) -> list[Cause]:
        """Why an incident is otherwise: by its claims, and by what people said of it."""
        before, after = set(was.claims if was else ()), set(now.claims if now else ())
        causes = [*self.of_claims(before, after), *_judgements(was, now)]
        if causes or before == after:
            return causes
        moved = sorted(before ^ after)
        where = "; ".join(
            f"{claim} was in {self.was.home.get(claim)}, is in {self.now.home.get(claim)}" for claim in moved
        )
        near = self._neighbours(before | after)
        return [*near, Cause("elsewhere", ", ".join(moved), f"its claims were laid together otherwise: {where}")]

    def of_claims(self, before: Iterable[str], after: Iterable[str]) -> list[Cause]:
        """Reports of claims that came or went, and corrections of those that stayed."""
        first, last = set(before), set(after)
        found = [self._came(claim) for claim in sorted(last - first) if claim not in self.was.claims]
        found += [self._went(claim) for claim in sorted(first - last) if claim not in self.now.claims]
        for claim in sorted(first | last):
            found += _corrections(self.was.claims.get(claim), self.now.claims.get(claim))
        return list(dict.fromkeys(found))

    def _came(self, claim: str) -> Cause:
        report = self.now.claims[claim].report
        if report in self.was.reports:
            return Cause("version", report, f"report {report} was read anew")
        told = self.now.reports.get(report)
        day = (told.published if told else None) or "without a date"
        return Cause(
            "report", report, f"report {report} ({(told.source if told else None) or 'no source'}, {day}) came in"
        )

    def _went(self, claim: str) -> Cause:
        report = self.was.claims[claim].report
        if report in self.now.reports:
            return Cause("version", report, f"report {report} was read anew")
        return Cause("withdrawn", report, f"report {report} is not among those known any more")

    def _neighbours(self, claims: set[str]) -> list[Cause]:
        """New reports in the incidents in which the claims now are: they drew them together or apart."""
        homes = {self.now.home[claim] for claim in claims if claim in self.now.home}
        near = {claim for home in homes for claim in self.now.incidents[home].claims}
        return self.of_claims(claims, claims | near)

    def of_finding(self, was: Finding | None, now: Finding | None) -> list[Cause]:
        """Why a finding is otherwise: text and profile first, then what it rests on, then the passage of time."""
        one = was or now
        old, new = (_hashes(side.record, one.agreement if one else "") for side in (self.was, self.now))
        found = []
        if old and new and old[0] != new[0]:
            found.append(Cause("text", new[0], "the file of the agreement says something else"))
        if old and new and old[1] != new[1]:
            found.append(Cause("profile", new[1], "evidence is looked at by another profile"))
        found += self._of_what_it_rests_on(was, now)
        return found or self.of_rest(was or now)

    def _of_what_it_rests_on(self, was: Finding | None, now: Finding | None) -> list[Cause]:
        old = self.was.incidents.get(was.incident or "") if was else None
        new = self.now.incidents.get(now.incident or "") if now else None
        if old is None and was is None and new is not None:
            old = self.before(new)
        if new is None and now is None and old is not None:
            new = self.after(old)
        found = self.of_incidents(old, new) if old or new else []
        return found or self.of_claims(was.supports if was else (), now.supports if now else ())

    def of_rest(self, finding: Finding | None) -> list[Cause]:
        """What is left: the instant at which terms stand, another version, or other things that a finding looks at."""
        old, new = _instant(self.was.record), _instant(self.now.record)
        if finding is not None and finding.incident is None:
            others = self._on_the_term(finding)
            if others:
                return others
        if old != new:
            return [Cause("time", str(new), f"terms stand as of {new}, before as of {old}")]
        if self.was.record.run.version != self.now.record.run.version:
            return [Cause("version", self.now.record.run.version, "another version of the program made it")]
        return [Cause("elsewhere", "", "something else that it is a function of changed")]

    def _on_the_term(self, finding: Finding) -> list[Cause]:
        """Causes of changes in the findings on events under the same term: a term stands by all of them together."""
        found: list[Cause] = []
        for side in (self.was, self.now):
            for other in side.record.findings:
                same = (other.agreement, other.provision) == (finding.agreement, finding.provision)
                if same and other.incident is not None:
                    old, new = self.pair(other.incident, side)
                    found += self.of_incidents(old, new)
        return list(dict.fromkeys(found))

    def pair(self, incident: str, side: Side) -> tuple[Incident | None, Incident | None]:
        """An incident of one record with what it is in the other."""
        if side is self.was:
            old = self.was.incidents.get(incident)
            return old, self.after(old) if old else None
        new = self.now.incidents.get(incident)
        return (self.before(new) if new else None), new

    def after(self, old: Incident) -> Incident | None:
        """What an incident has become: the same id, else where its first claim is."""
        return _same(old, self.now)

    def became(self, incident: str | None) -> str | None:
        """The id of what an incident of the earlier record is in the later."""
        old = self.was.incidents.get(incident or "")
        new = self.after(old) if old else None
        return new.id if new else None

    def before(self, new: Incident) -> Incident | None:
        """What an incident was."""
        return _same(new, self.was)


def _same(one: Incident, side: Side) -> Incident | None:
    if one.id in side.incidents:
        return side.incidents[one.id]
    home = next((side.home[claim] for claim in one.claims if claim in side.home), None)
    return side.incidents[home] if home else None


def _hashes(record: Record, agreement: str) -> tuple[str, str] | None:
    """The hashes of a text and of the profile by which a record holds it."""
    found = (one for one in record.findings if one.agreement == agreement)
    return next(((one.agreement_hash, one.profile_hash) for one in found), None)


def _instant(record: Record) -> str | None:
    """The instant at which the terms of a record stand."""
    return next((one.as_of.get("valid") for one in record.findings), record.run.as_of)


def _corrections(was: Claim | None, now: Claim | None) -> Iterator[Cause]:
    old, new = (set(map(_said, claim.corrections)) if claim else set() for claim in (was, now))
    if was is None or now is None:
        return
    for who in sorted(new - old):
        yield Cause("correction", now.id, f"a person corrected it: {who}")
    for who in sorted(old - new):
        yield Cause("correction", now.id, f"a correction was taken back: {who}")


def _said(one: Correction) -> str:
    return f"{one.field}: {one.was} became {one.now} ({one.who}{': ' + one.why if one.why else ''})"


def _judgements(was: Incident | None, now: Incident | None) -> Iterator[Cause]:
    """Sentences of judgements that stand among the reasons of one and not of the other."""
    old, new = (
        {line for line in (incident.why if incident else ()) if any(word in line for word in JUDGED)}
        for incident in (was, now)
    )
    yield from (Cause("judgement", line, "a person decided") for line in sorted(new - old))
    yield from (Cause("judgement", line, "a decision was taken back") for line in sorted(old - new))
