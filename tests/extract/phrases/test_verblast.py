"""Sentences whose verbs stand last, put in the order that clauses are read in."""

from __future__ import annotations

import pytest

from tests.extract.reading import told
from trucewatch.extract import load_knowledge
from trucewatch.extract.claims import _Reader
from trucewatch.model import Report

KNOWLEDGE = load_knowledge(languages=["tr"])


def _order(text: str) -> list[str]:
    """The noun phrases and verb groups of a sentence in reading order."""
    report = Report(id="r", text=text, language="tr", published="2020-03-06")
    (parsed,) = _Reader(report, KNOWLEDGE, KNOWLEDGE.packs["tr"]).parsed()
    items = [i for i in parsed.items if i.kind in ("np", "vg")]
    return [parsed.original[slice(*parsed.span(i.start, i.end))] for i in items]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Ordu köyü bombaladı.", ["Ordu", "bombaladı", "köyü"]),
        ("Köyü ordu bombaladı.", ["ordu", "bombaladı", "Köyü"]),
        ("Ordu köye saldırdı.", ["Ordu", "saldırdı", "köye"]),
        (
            "Bakanlık, ordunun köyü bombaladığını açıkladı.",
            ["Bakanlık", "açıkladı", "ordunun", "bombaladığını", "köyü"],
        ),
        ("Ordu saldırırsa muhalifler çekilecek.", ["Ordu", "saldırırsa", "muhalifler", "çekilecek"]),
        ("Köyde öldürülen askerler gömüldü.", ["askerler", "öldürülen", "Köyde"]),
    ],
)
def test_subject_verb_and_object_stand_in_reading_order(text: str, order: list[str]) -> None:
    assert _order(text)[: len(order)] == order


def test_an_ending_stands_as_a_preposition() -> None:
    report = Report(id="r", text="Ordu köyden çekildi.", language="tr", published="2020-03-06")
    (parsed,) = _Reader(report, KNOWLEDGE, KNOWLEDGE.packs["tr"]).parsed()
    (clause,) = parsed.clauses
    assert [prep.cls for prep, _ in clause.pps] == [frozenset({"from"})]


def test_the_doer_of_a_converb_does_what_the_clause_inside_tells() -> None:
    text = "Azerbaycan Savunma Bakanlığı, Ermenistan ordusunun ateşkesi ihlal ederek Ağdam'ı vurduğunu bildirdi."
    (claim,) = [claim for claim in told(text, "tr") if claim.type == "civ.attack"]
    assert [(a.role, a.id) for a in claim.actors] == [("perpetrator", "ARM.army")]


def test_what_is_named_as_a_cause_has_happened() -> None:
    claims = told("El yapımı patlayıcının infilak etmesi sonucu bir asker yaralandı.", "tr")
    assert {claim.type for claim in claims} >= {"kin.mine_ied"}
    assert all(claim.modality == "happened" for claim in claims)


def test_a_name_before_a_colon_says_what_stands_behind_and_does_nothing_there() -> None:
    (claim,) = told("Bakü: Ermenistan ateşkesi ihlal etti.", "tr")
    assert [link.id for link in claim.attribution] == ["AZE"]
    assert "AZE" not in {actor.id for actor in claim.actors}


def test_an_attack_told_by_a_participle_is_of_whoever_carried_it_out() -> None:
    claims = told("İsrail'in Han Yunus'a düzenlediği saldırıda 6 kişi öldü.", "tr")
    assert {(a.role, a.id) for claim in claims for a in claim.actors} >= {("perpetrator", "ISR")}
