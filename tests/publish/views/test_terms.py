"""How each term stands."""

from __future__ import annotations

import dataclasses

from tests.publish.sample_record import record
from trucewatch.model import Record
from trucewatch.publish.page import page
from trucewatch.publish.views.terms import Stack, Term, stacks


def shown(held: Record | None = None) -> list[Stack]:
    return stacks(page(held or record(), "en", unmask=False))


def term(title: str, held: Record | None = None) -> Term:
    return next(term for stack in shown(held) for term in (*stack.terms, *stack.beside) if term.title == title)


def words(term: Term) -> str:
    return " ".join(str(line) for line in term.lines)


def test_the_text_asked_for_comes_first_and_the_others_are_read_apart() -> None:
    assert [(stack.title, stack.apart) for stack in shown()] == [
        ("Harbour Protocol of 5 March 2031", False),
        ("Hill Memorandum of 2029", True),
    ]


def test_a_prohibition_counts_its_events_and_names_the_evidence_for_keeping() -> None:
    cessation = term("Cessation")
    assert [str(chip.text) for chip in cessation.chips][1:] == ["Supports keeping"]
    assert "potential violation" in str(cessation.chips[0].text)
    assert "3</bdi> events compared" in words(cessation)
    assert "supports keeping it" in words(cessation)


def test_without_potential_violations_the_chip_says_none_reported() -> None:
    held = record()
    kept = tuple(f for f in held.findings if f.incident != "i_shells")
    chips = term("Cessation", dataclasses.replace(held, findings=kept)).chips
    assert [str(chip.text) for chip in chips] == ["None reported", "Supports keeping"]


def test_a_clock_counts_the_days_that_are_left() -> None:
    clock = term("Parameters of the corridor").clock
    assert clock is not None
    assert "4" in str(clock.big)
    assert "days left" in str(clock.words)
    assert clock.cells.count("gone") == 3
    assert (clock.cells[-2], clock.cells[-1]) == ("due", "alt")
    assert "by another reading" in clock.alt


def test_a_day_that_is_past_is_said_to_be_past() -> None:
    held = record()
    run = dataclasses.replace(held.run, as_of="2031-03-20T12:00Z")
    clock = term("Joint patrols", dataclasses.replace(held, run=run)).clock
    assert clock is not None
    assert "days past" in str(clock.words)
    assert "5" in str(clock.big)


def test_what_binds_nobody_to_an_act_stands_beside_the_terms() -> None:
    harbour = shown()[0]
    assert [term.title for term in harbour.beside] == ["Right to respond"]
    assert "one side’s statement" in str(harbour.beside[0].basis)


def test_each_term_gives_its_basis_and_a_link_to_the_text() -> None:
    basis = str(term("Cessation").basis)
    assert "Prohibition" in basis
    assert "text, operative" in basis
    assert 'href="https://example.org/text"' in basis
    assert "binds North, South" in basis
