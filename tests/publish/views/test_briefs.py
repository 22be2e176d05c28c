"""What the report comes to."""

from __future__ import annotations

import dataclasses

from tests.publish.sample_record import record
from trucewatch.model import Record
from trucewatch.publish.page import page, striptags
from trucewatch.publish.views.briefs import in_brief


def shown(held: Record | None = None) -> list[tuple[str, str]]:
    tools = page(held or record(), "en", unmask=False)
    return [(brief.chip.icon, striptags(brief.bold)) for brief in in_brief(tools, tools.ix.ordered_agreements())]


def test_the_five_sentences_stand_in_their_order() -> None:
    assert [icon for icon, _ in shown()] == ["i-potential", "i-support", "i-pending", "i-disagree", "i-potential"]


def test_each_text_counts_its_own_findings() -> None:
    said = shown()
    assert said[0][1] == "1 potential violation of Harbour Protocol of 5 March 2031 is found in these reports."
    assert said[-1][1] == "1 potential violation of Hill Memorandum of 2029 is found in these reports."


def test_duties_ahead_and_past_are_told_apart() -> None:
    held = record()
    late = [dataclasses.replace(f, label="overdue") if f.provision == "map" else f for f in held.findings]
    assert shown(dataclasses.replace(held, findings=tuple(late)))[2][1] == (
        "1 duty is not yet due; 1 duty is past its day:"
    )


def test_a_disputed_obligation_is_no_potential_violation() -> None:
    held = record()
    disputed = [dataclasses.replace(f, label="disputed") if f.kind == "obligation" else f for f in held.findings]
    assert shown(dataclasses.replace(held, findings=tuple(disputed)))[0][1].startswith("1 potential violation")


def test_without_an_agreement_nothing_is_concluded() -> None:
    assert shown(dataclasses.replace(record(), agreements=())) == []


def test_evidence_that_an_act_stopped_is_not_told_as_the_act() -> None:
    held = record()
    stopped = tuple(
        dataclasses.replace(c, type="kin.air_strike", polarity="-") if c.id == "c_halt" else c for c in held.claims
    )
    tools = page(dataclasses.replace(held, claims=stopped), "en", unmask=False)
    support = in_brief(tools, tools.ix.ordered_agreements())[1]
    assert striptags(support.more) == "said not to have happened: Air strike R3"
