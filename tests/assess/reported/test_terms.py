"""What reports say that an agreement contains, beside what its text says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.factories import a_claim, a_figure, a_place, a_report, a_speaker, a_time, an_actor
from trucewatch import pipeline
from trucewatch.assess import load_stack, reported_terms
from trucewatch.cli.demo import sample_record
from trucewatch.model import ReportedTerm

IDLIB = load_stack(["idlib-2020"])
ROAD = a_place("M4", "route.m4", "route")


def told(type_: str, stack: Any = IDLIB, *, day: str = "2020-03-06", **fields: Any) -> ReportedTerm:
    """One claim on the content of an agreement, compared."""
    fields.setdefault("modality", "term")
    fields.setdefault("place", None)
    fields.setdefault("time", None)
    (one,) = reported_terms([a_claim("c_1", type_, **fields)], [a_report(published=day)], stack)
    return one


@pytest.mark.parametrize(
    ("measure", "number", "relation"),
    [
        ("width_km", 12.0, "agrees"),
        ("distance_km", 6.0, "agrees"),
        ("width_km", 6.0, "agrees"),
        ("width_km", 20.0, "differs"),
        ("distance_km", 30.0, "differs"),
    ],
)
def test_twelve_kilometres_and_six_on_each_side_are_the_same_corridor(
    measure: Any, number: float, relation: str
) -> None:
    one = told("term.zone", figures=a_figure(number, measure), place=ROAD)
    assert (one.relation, one.agreement, one.provision) == (relation, "idlib-2020", "art2-corridor")
    (figure,) = [point for point in one.points if point.what == "figure"]
    assert (figure.text, figure.sides, figure.fits) == (("6",), 2, "yes" if relation == "agrees" else "no")


def test_a_corridor_along_another_road_differs() -> None:
    assert told("term.zone", place=ROAD).relation == "agrees"
    other = told("term.zone", place=a_place("M5", "route.m5", "route"))
    assert (other.relation, [point.what for point in other.points]) == ("differs", ["line"])


def test_a_number_of_posts_is_not_in_the_text_of_2018() -> None:
    deal = a_speaker("2018 Sochi deal", "institution")
    when = a_time("2018-01-01", "2019-01-01", "year", span=(4, 8))
    fields: dict[str, Any] = {"attribution": deal, "time": when}
    with_number = told("term.observation_post", figures=a_figure(12.0, "posts"), **fields)
    assert (with_number.relation, with_number.agreement, with_number.provision) == (
        "absent",
        "idlib-2018",
        "art1-posts",
    )
    # The number stands in the words alone.
    words = "allowed for 12 more posts"
    bare = told("term.deployment", quote=words, spans=((20, 20 + len(words)),), **fields)
    assert (bare.relation, [(p.what, p.told, p.text) for p in bare.points]) == ("absent", [("number", "12", ())])
    assert told("term.observation_post", **fields).relation == "agrees"


def test_a_right_to_respond_is_one_sides_statement_in_idlib_and_a_clause_in_lebanon() -> None:
    right: dict[str, Any] = {"modality": "threatened"}
    assert told("dip.right_reserved", actors=an_actor("TUR", "party"), **right).relation == "statement"
    lebanon = load_stack(["lebanon-2024"])
    for side in ("ISR", "LBN"):
        one = told("dip.right_reserved", lebanon, day="2024-11-28", actors=an_actor(side, "party"), **right)
        assert one.relation == "agrees"


def test_patrols_from_another_day_or_by_others_differ() -> None:
    def patrol(day: str, *who: str) -> ReportedTerm:
        when = a_time(day, day[:-2] + f"{int(day[-2:]) + 1}")
        return told("term.patrol", time=when, actors=[an_actor(one, "party") for one in who])

    assert patrol("2020-03-15", "RUS", "TUR").relation == "agrees"
    assert patrol("2020-03-20", "RUS", "TUR").relation == "differs"
    assert patrol("2020-03-15", "SYR", "TUR").relation == "differs"


def test_seven_days_agree_by_either_count_and_fourteen_differ() -> None:
    assert told("term.deadline", figures=a_figure(7.0, "days")).relation == "agrees"
    assert told("term.deadline", figures=a_figure(14.0, "days")).relation == "differs"


def test_the_entry_into_force_is_held_by_the_hour_where_it_is_foretold_and_by_the_day_where_it_is_told() -> None:
    midnight = a_time("2020-03-06T00:00", "2020-03-06T00:01", "minute")
    noon = a_time("2020-03-06T12:00", "2020-03-06T13:00", "hour")
    assert told("term.entry_into_force", modality="planned", time=midnight).relation == "agrees"
    assert told("term.entry_into_force", modality="planned", time=noon).relation == "differs"
    assert told("term.entry_into_force", modality="happened", time=noon).relation == "agrees"
    assert (
        told("term.entry_into_force", modality="happened", time=a_time("2020-03-09", "2020-03-10")).relation
        == "differs"
    )


def test_what_the_text_does_not_have_is_absent_and_what_a_text_below_has_is_found_there() -> None:
    assert told("term.exchange", figures=a_figure(40.0, "prisoners")).relation == "absent"
    below = told("term.withdrawal")
    assert (below.agreement, below.provision, below.others) == ("idlib-2018", "art5", ("art6",))


def test_a_wide_kind_without_a_figure_is_left_to_a_person() -> None:
    one = told("term.prohibition")
    assert (one.relation, one.provision) == ("open", "art1")
    assert told("term.absent", polarity="-").relation == "open"


def test_a_term_told_to_be_missing_differs_where_the_text_has_it() -> None:
    assert told("term.zone", polarity="-").relation == "differs"
    assert told("term.exchange", polarity="-").relation == "agrees"


@pytest.mark.parametrize("modality", ["demanded", "hoped", "threatened", "accused", "opined"])
def test_wishes_and_accusations_say_nothing_of_what_a_text_contains(modality: Any) -> None:
    assert reported_terms([a_claim(type="term.zone", modality=modality)], [a_report()], IDLIB) == []


def test_what_is_told_of_a_time_before_every_text_is_compared_with_none() -> None:
    early = a_claim(type="term.zone", modality="term", time=a_time("2016-01-01", "2017-01-01", "year"))
    assert reported_terms([early], [a_report()], IDLIB) == []


@pytest.mark.parametrize(
    ("stack", "type_", "measure", "fits", "not_"),
    [
        ("gaza-2025", "term.humanitarian", "trucks", 600.0, 400.0),
        ("minsk-2015", "term.zone", "distance_km", 50.0, 90.0),
        ("lebanon-2024", "term.deadline", "days", 60.0, 45.0),
    ],
)
def test_other_texts_are_held_by_their_own_numbers(
    stack: str, type_: str, measure: Any, fits: float, not_: float
) -> None:
    texts = load_stack([stack])
    day = str(texts[0].signed)
    assert told(type_, texts, day=day, figures=a_figure(fits, measure)).relation == "agrees"
    assert told(type_, texts, day=day, figures=a_figure(not_, measure)).relation == "differs"


def test_from_sentences_to_relations(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "ANKARA, March 6, 2020 (Outlet One) - The agreement sets up a corridor 12 km wide along the M4 highway.\n\n"
        "The deal provides for a security corridor six kilometres on each side of the M4.\n\n"
        "The protocol creates a corridor 20 km wide along the M4.\n\n"
        "The 2018 Sochi deal allowed for 12 observation posts.\n\n"
        "The minister said Turkey reserved the right to respond to any attack.\n",
        encoding="utf-8",
    )
    record = pipeline.run([str(tmp_path / "one.txt")], pipeline.Options(agreements=("idlib-2020",)))
    relations = [(one.relation, one.agreement, one.provision) for one in record.terms]
    assert relations == [
        ("agrees", "idlib-2020", "art2-corridor"),
        ("agrees", "idlib-2020", "art2-corridor"),
        ("differs", "idlib-2020", "art2-corridor"),
        ("absent", "idlib-2018", "art1-posts"),
        ("statement", "idlib-2020", "respond"),
    ]


CORRIDORS = {
    "ar": "ينص الاتفاق على إنشاء ممر آمن بعمق {side} كيلومترات شمال الطريق إم 4 وجنوبه.",
    "en": "The agreement provides for a security corridor {whole} km wide along the M4 highway.",
    "fr": "L'accord prévoit un couloir de sécurité large de {whole} km le long de l'autoroute M4.",
    "ru": "По соглашению вдоль трассы М4 создаётся коридор безопасности глубиной {side} км к северу и {side} км к югу.",
    "tr": "Anlaşmaya göre M4 karayolu boyunca {whole} kilometre genişliğinde bir güvenlik koridoru kurulacak.",
}


@pytest.mark.parametrize("language", CORRIDORS)
@pytest.mark.parametrize(("side", "relation"), [(6, "agrees"), (20, "differs")])
def test_a_corridors_width_is_held_against_the_text_in_five_languages(
    tmp_path: Path, language: str, side: int, relation: str
) -> None:
    row = {
        "text": CORRIDORS[language].format(side=side, whole=2 * side),
        "language": language,
        "published": "2020-03-06",
        "source": "Outlet",
    }
    (tmp_path / "one.jsonl").write_text(json.dumps(row), encoding="utf-8")
    record = pipeline.run([str(tmp_path / "one.jsonl")], pipeline.Options(agreements=("idlib-2020",)))
    assert [(one.relation, one.provision) for one in record.terms] == [(relation, "art2-corridor")]
    points = {point.measure or point.what: point.fits for point in record.terms[0].points}
    assert set(points) - {"line"}
    assert set(points.values()) <= {"yes", "no"}


def test_the_samples_corridor_agrees_with_the_protocol() -> None:
    record = sample_record()
    claims = {one.id: one for one in record.claims}
    zones = [one for one in record.terms if claims[one.claim].type == "term.zone"]
    assert {(one.relation, one.provision) for one in zones} == {("agrees", "art2-corridor")}
    hashes = {one.id: one.hash for one in record.agreements}
    assert all(one.why and one.agreement_hash == hashes[one.agreement] for one in record.terms)


@pytest.mark.seeds
def test_the_five_articles_tell_of_a_corridor_posts_and_a_right(shared: Path) -> None:
    options = pipeline.Options(agreements=("idlib-2020",), as_of="2020-03-06T12:00Z")
    record = pipeline.run([str(shared / "seeds")], options)
    claims = {one.id: one for one in record.claims}
    wide = [one for one in record.terms if any(f.measure == "width_km" for f in claims[one.claim].figures)]
    assert len(wide) >= 2
    assert {one.relation for one in wide} == {"agrees"}
    rights = [one for one in record.terms if claims[one.claim].type == "dip.right_reserved"]
    assert {(one.relation, one.provision) for one in rights} == {("statement", "respond")}
    posts = [one for one in record.terms if one.provision == "art1-posts"]
    assert {(one.relation, one.agreement) for one in posts} == {("absent", "idlib-2018")}
