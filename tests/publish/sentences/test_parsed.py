"""Sentences of ours taken apart: nothing that the machine says is unknown, and the English comes out again."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import pytest

from trucewatch import assess, pipeline
from trucewatch.assess import cases
from trucewatch.model import Finding, Incident, Record
from trucewatch.publish.sentences import Said, Series, english, parsed
from trucewatch.sample import sample_path


@functools.cache
def sample() -> Record:
    return pipeline.run([str(sample_path())], pipeline.Options(agreements=("idlib-2020",)))


def of_incident(one: Incident) -> Iterator[str]:
    yield from one.why
    yield from (figure.why for figure in one.figures if figure.why)
    yield from (point.why for point in one.disagreements)


def of_finding(one: Finding) -> Iterator[str]:
    yield from (*one.why, *one.would_change)
    yield from (facet.why for facet in one.facets.values() if facet.why)


def unknown(told: Iterator[str], own: set[str]) -> list[str]:
    """The sentences that are neither of the catalogue nor words of an agreement."""
    lost = []
    for text in dict.fromkeys(told):
        said = parsed(text)
        if text not in own and (said is None or not said.complete):
            lost.append(text)
    return lost


def own_words(names: tuple[str, ...]) -> set[str]:
    from trucewatch.assess.text.words import english as words

    return {text for name in names for _, text in words(assess.load_agreement(name))}


def test_every_reason_of_the_sample_is_known() -> None:
    record = sample()
    own = own_words(tuple(agreement.id for agreement in record.agreements))
    assert unknown((text for one in record.incidents for text in of_incident(one)), own) == []
    assert unknown((text for one in record.findings for text in of_finding(one)), own) == []
    assert unknown((text for one in record.rejected for text in (one.reason, one.remedy)), own) == []


@pytest.mark.parametrize("name", assess.available())
def test_every_reason_of_the_cases_of_an_agreement_is_known(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def listening(*given: object, **named: object) -> list[Finding]:
        found = list(assess.findings(*given, **named))  # type: ignore[arg-type]
        told.extend(text for one in found for text in of_finding(one))
        return found

    monkeypatch.setattr(cases, "findings", listening)
    assess.run_cases(name)
    assert told
    assert unknown(iter(told), own_words((name,))) == []


def test_every_sentence_of_the_sample_comes_out_again_from_its_template_and_parts() -> None:
    record = sample()
    told = [text for one in record.incidents for text in of_incident(one)]
    told += [text for one in record.findings for text in of_finding(one)]
    again = {text: english(said) for text in told if (said := parsed(text)) is not None}
    assert len(again) > 300
    assert {text for text, made in again.items() if text != made} == set()


@pytest.mark.parametrize(
    ("text", "id_", "raw"),
    [
        ("told by A and B; nobody denies it", "occurrence.told", ("A and B",)),
        ("joined c_1 and c_2: same day", "join", ("c_1", "c_2", "same day")),
        ("Told as given in return: 3 to 5.", "exchange.given", ("3 to 5",)),
        (
            "The deadline (2031-03-12 23:59 (UTC+02:00)) has not come.",
            "duty.pending",
            ("2031-03-12 23:59 (UTC+02:00)",),
        ),
    ],
)
def test_a_sentence_is_known_with_its_parts(text: str, id_: str, raw: tuple[str, ...]) -> None:
    said = parsed(text)
    assert isinstance(said, Said)
    assert (said.id, said.raw, said.complete) == (id_, raw, True)


def test_reasons_one_after_another_are_parted_though_separators_stand_within_them_too() -> None:
    said = parsed("both kin.shelling, same place, Upper Mill, Ford, 3 km apart, one of them wide")
    assert isinstance(said, Series)
    assert [one.id for one in said.members if isinstance(one, Said)] == [
        "join.type.both",
        "join.place.same",
        "join.place.wide",
    ]


def test_the_end_of_a_sentence_is_no_part_of_the_name_that_begins_the_next() -> None:
    said = parsed("one root. Mill Post: 3. Mill Post counted on: 2, then 3")
    assert isinstance(said, Series)
    assert english(said) == "one root. Mill Post: 3. Mill Post counted on: 2, then 3"
    assert len(said.members) == 3


def test_a_name_keeps_its_capital_and_a_title_before_a_colon_is_no_part_of_it() -> None:
    said = parsed("Upper Mill is 2 km inside the edge of Ford, 10 km, and the doubt is 5 km")
    assert isinstance(said, Said)
    assert (said.id, said.raw) == ("place.in_doubt", ("Upper Mill", "2", "Ford, 10 km", "5"))
    said = parsed("Fight against floods: Millers is not listed by the UN Security Council")
    assert isinstance(said, Said)
    assert said.raw == ("Fight against floods", "Millers is not listed by the UN Security Council")


def test_figures_after_a_place_are_no_part_of_its_name() -> None:
    said = parsed("same place, Upper Mill, killed 33 and 33")
    assert isinstance(said, Series)
    assert [one.id for one in said.members if isinstance(one, Said)] == ["join.place.same", "join.figure"]


def test_what_the_machine_never_says_is_not_known() -> None:
    assert parsed("The moon is made of cheese.") is None
    half = parsed("the readings differ (the moon is made of cheese)")
    assert isinstance(half, Said)
    assert not half.complete
