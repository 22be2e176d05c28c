"""resolve: reports written from templates: swapped parties mirror the incidents; order and copies change none."""

from __future__ import annotations

import functools

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import a_report
from trucewatch.extract import claims, load_knowledge
from trucewatch.extract.knowledge import Knowledge
from trucewatch.model import Claim, Incident, Report
from trucewatch.resolve import incidents

PARTIES = (("Syrian", "SYR"), ("Turkish", "TUR"))
TEMPLATES = (
    "{one} forces shelled {other} positions near {place} on {day} March 2020, killing {dead} {other} soldiers.",
    "On {day} March 2020 {dead} {other} soldiers were killed near {place} by {one} shelling, a monitor said.",
    "A {one} drone struck a {other} convoy in {place} on {day} March 2020. {dead} people were injured.",
    "The {one} army said on {day} March 2020 that {other} troops had fired on its post in {place}.",
)
Choice = tuple[str, bool, str, int, int]
CHOICES = st.lists(
    st.tuples(
        st.sampled_from(TEMPLATES),
        st.booleans(),
        st.sampled_from(["Saraqib", "Binnish", "Ariha"]),
        st.sampled_from([8, 9, 14]),
        st.sampled_from([3, 11]),
    ),
    min_size=1,
    max_size=6,
)
FEW = settings(deadline=None, max_examples=25)


@functools.cache
def knowledge() -> Knowledge:
    return load_knowledge()


@functools.cache
def _told(text: str, number: int) -> tuple[Report, tuple[Claim, ...]]:
    report = a_report(f"r_{number}", text=text, published="2020-03-16")
    return report, tuple(claims(report, knowledge()))


def told(choices: list[Choice], *, swapped: bool = False) -> list[tuple[Report, tuple[Claim, ...]]]:
    """A report with its claims for each choice, the parties swapped throughout if asked."""
    made = []
    for number, (template, turned, place, day, dead) in enumerate(choices):
        one, other = (name for name, _ in (reversed(PARTIES) if turned != swapped else PARTIES))
        made.append(_told(template.format(one=one, other=other, place=place, day=day, dead=dead), number))
    return made


def grouped(parts: list[tuple[Report, tuple[Claim, ...]]]) -> list[Incident]:
    return incidents([claim for _, group in parts for claim in group], [report for report, _ in parts])


def face(parts: list[tuple[Report, tuple[Claim, ...]]], *, swap: bool = False) -> list[str]:
    """Each incident by its reports, type, day, place, step of proof and cast; ids of claims hang on the words."""
    turn = {"SYR": "TUR", "TUR": "SYR"} if swap else {}

    def side(id_: str | None) -> str:
        country = (id_ or "").partition(".")[0]
        return turn.get(country, country)

    return sorted(
        repr(
            (
                sorted(one.reports), one.type, one.kind, one.time and (one.time.start, one.time.end),
                one.place and one.place.id, one.occurrence, one.responsibility,
                sorted((actor.role, side(actor.id)) for actor in one.actors),
            )
        )
        for one in grouped(parts)
    )  # fmt: skip


def test_the_templates_tell_of_acts_of_both_parties() -> None:
    for turned in (False, True):
        found = grouped(told([(template, turned, "Saraqib", 9, 11) for template in TEMPLATES]))
        sides = {(actor.id or "").partition(".")[0] for one in found for actor in one.actors}
        assert sides >= {"SYR", "TUR"}
        assert any(len(one.reports) > 1 for one in found)


@FEW
@given(CHOICES)
def test_texts_with_the_parties_swapped_give_mirrored_incidents(choices: list[Choice]) -> None:
    assert face(told(choices, swapped=True)) == face(told(choices), swap=True)


@FEW
@given(CHOICES, st.randoms(use_true_random=False))
def test_texts_in_another_order_or_in_two_parts_give_the_same_incidents(choices: list[Choice], random: object) -> None:
    plain = told(choices)
    mixed = list(plain)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert grouped(mixed) == grouped(plain)


@FEW
@given(CHOICES)
def test_texts_given_twice_give_the_same_groups(choices: list[Choice]) -> None:
    plain = told(choices)
    once, twice = ({frozenset(one.claims) for one in grouped(parts)} for parts in (plain, plain * 2))
    assert once == twice
