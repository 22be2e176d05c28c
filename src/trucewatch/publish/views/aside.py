"""publish: what was set aside, with its reason: nothing is lost without a word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from trucewatch.model import Record
from trucewatch.publish.format import Text
from trucewatch.publish.page import Page

_EVENT_MODALITIES = ("happened", "ongoing", "state", "term")


@dataclass(frozen=True, slots=True)
class Aside:
    """One thing set aside."""

    what: Text
    where: Text
    why: Text


def asides(page: Page) -> list[Aside]:
    """Rejected input, held-back reports, talk that is no event, background, furniture, withheld names."""
    record = page.ix.record
    return [
        *_rejected(page, record),
        *_reports(page, record),
        *_talk(page, record),
        *_furniture(page, record),
        *_masked(page),
    ]


def _rejected(page: Page, record: Record) -> list[Aside]:
    out = []
    for item in record.rejected:
        place = item.source if item.line is None else f"{item.source}:{item.line}"
        why = page.f.join([page.ours(one) if one else "" for one in (item.reason, item.remedy)], " ")
        out.append(Aside(page.f.say("aside.rejected"), page.foreign(place), why))
    return out


def _reports(page: Page, record: Record) -> list[Aside]:
    say = page.f.say
    out: list[Aside] = []
    for key, ids in (("held_back", record.run.held_back), ("edge", record.run.edge_reports)):
        out.extend(Aside(say(f"aside.{key}"), page.report_link(id_), say(f"aside.{key}_why")) for id_ in ids)
    told = {claim.report for claim in record.claims}
    silent = [report.id for report in record.reports if report.id not in told]
    out.extend(Aside(say("aside.no_claims"), page.report_link(id_), say("aside.no_claims_why")) for id_ in silent)
    return out


def _talk(page: Page, record: Record) -> list[Aside]:
    say, out = page.f.say, []
    counts = Counter(claim.modality for claim in record.claims if claim.modality not in _EVENT_MODALITIES)
    for modality in sorted(counts):
        what = say("aside.talk", counts[modality], modality=page.word("modality", modality))
        reports = dict.fromkeys(claim.report for claim in record.claims if claim.modality == modality)
        out.append(Aside(what, page.f.join([page.report_link(id_) for id_ in reports], ", "), say("aside.talk_why")))
    background = [claim for claim in record.claims if claim.background]
    if background:
        links = page.f.join(
            [page.report_link(id_) for id_ in dict.fromkeys(claim.report for claim in background)], ", "
        )
        out.append(Aside(say("aside.background", len(background)), links, say("aside.background_why")))
    return out


def _furniture(page: Page, record: Record) -> list[Aside]:
    out = []
    for report in record.reports:
        length = sum(end - start for start, end in report.furniture)
        if length and report.text:
            share = page.f.v(f"{100 * length / len(report.text):.0f} %")
            why = page.f.say("aside.furniture_why", share=share)
            out.append(Aside(page.f.say("aside.furniture"), page.report_link(report.id), why))
    return out


def _masked(page: Page) -> list[Aside]:
    if not page.mask.names:
        return []
    why = page.f.say("aside.masked_why", n=page.f.number(len(page.mask.names)))
    return [Aside(page.f.say("aside.masked"), "", why)]
