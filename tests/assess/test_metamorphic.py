"""Laws of what may be changed in what is told, or in the text, and what may then change in the findings."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterable
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assess.test_laws import NOW, PROFILE, face, held
from tests.assess.worlds import SOUND, SWAP, Told, days, load, told, truce, worlds
from tests.factories import a_claim, a_figure, a_place, a_report, a_time, an_incident
from trucewatch.assess import findings, load_agreement
from trucewatch.assess.case import Case
from trucewatch.assess.facets.place import in_reach
from trucewatch.assess.facets.when import in_window
from trucewatch.assess.labels import FACETS, label
from trucewatch.known import cut
from trucewatch.model import Agreement, Facet, Finding, Report, Time, TimeReading, Where, Window
from trucewatch.model.finding import POTENTIAL

FEW = settings(max_examples=60, deadline=None)
TEXT = SOUND.read_text(encoding="utf-8")


def on_events(made: Iterable[Finding]) -> list[tuple[object, ...]]:
    """The faces of findings on single events."""
    return [face(one) for one in made if one.incident is not None]


# ── what is told ─────────────────────────────────────────────────────────────────


@FEW
@given(worlds(), st.integers(0, 2), st.integers(2, 4))
def test_copies_of_what_a_root_told_change_nothing(world: list[Told], which: int, times: int) -> None:
    if not world:
        return
    which %= len(world)
    incident, claims = world[which]
    copies = tuple(dataclasses.replace(claims[0], id=f"{claims[0].id}_{n}", report=f"r_copy_{n}") for n in range(times))
    grown = dataclasses.replace(incident, claims=(*incident.claims, *(one.id for one in copies)))
    more = [*world[:which], (grown, (*claims, *copies)), *world[which + 1 :]]
    plain, doubled = held(world, truce()), held(more, truce())
    assert [(one.id, one.label, one.facets) for one in plain] == [(one.id, one.label, one.facets) for one in doubled]


@FEW
@given(worlds(), told(number=9))
def test_another_event_far_away_leaves_the_findings_on_the_others_as_they_are(world: list[Told], extra: Told) -> None:
    far = a_place("Elsewhere", lon=44.0, lat=36.0, radius_km=1.0)
    incident = dataclasses.replace(extra[0], place=far)
    claims = tuple(dataclasses.replace(claim, place=far) for claim in extra[1])
    before, after = held(world, truce()), held([*world, (incident, claims)], truce())
    own = [one for one in after if one.incident != "i_9"]
    assert on_events(before) == on_events(own)
    if any(one.incident == "i_9" and one.provision == "calm" for one in after):
        (new,) = [one for one in after if one.incident == "i_9" and one.provision == "calm"]
        assert new.label not in POTENTIAL


@FEW
@given(worlds(), st.sampled_from(["ar", "en", "fr", "ru", "tr"]), st.sampled_from(["ar", "en", "uk", None]))
def test_the_language_of_a_report_changes_nothing(world: list[Told], one: str, other: str | None) -> None:
    made = []
    for language in (one, other):
        reports = [a_report(published="2031-04-01", language=language)]
        incidents, claims = [item for item, _ in world], [claim for _, group in world for claim in group]
        made.append(findings(incidents, claims, reports, [truce()], valid=NOW, known=NOW, profile=PROFILE))
    assert made[0] == made[1]


@FEW
@given(worlds(), st.permutations(["i_a", "i_b", "i_c"]))
def test_other_names_of_incidents_give_the_same_findings_under_other_names(world: list[Told], names: list[str]) -> None:
    renamed = [(dataclasses.replace(one, id=names[n]), group) for n, (one, group) in enumerate(world)]

    def told_of(made: list[Finding]) -> list[str]:
        return sorted(repr((one.provision, one.label, one.facets, one.readings, one.instance)) for one in made)

    assert told_of(held(world, truce())) == told_of(held(renamed, truce()))


@FEW
@given(worlds(), worlds())
def test_what_came_in_after_an_instant_changes_nothing_known_by_it(early: list[Told], late: list[Told]) -> None:
    known = "2031-04-05T00:00:00Z"
    later = [_named_late(one) for one in late]
    claims = [claim for _, group in (*early, *later) for claim in group]
    reports = [a_report("r_1", published="2031-04-01"), a_report("r_late", published="2031-04-09")]

    def by(world: list[Told], given: list[Report]) -> list[Finding]:
        let_in = cut(given, known).reports
        ids = {report.id for report in let_in}
        kept = [claim for claim in claims if claim.report in ids]
        there = {claim.id for claim in kept}
        incidents = [one for one, _ in world if there & set(one.claims)]
        return findings(incidents, kept, let_in, [truce()], valid=known, known=known, profile=PROFILE)

    assert by([*early, *later], reports) == by(early, reports[:1])


def _named_late(one: Told) -> Told:
    incident, claims = one
    own = tuple(dataclasses.replace(claim, id=f"late_{claim.id}", report="r_late") for claim in claims)
    return dataclasses.replace(incident, id=f"late_{incident.id}", claims=tuple(claim.id for claim in own)), own


@FEW
@given(worlds())
def test_what_is_told_and_then_taken_back_leaves_no_trace(world: list[Told]) -> None:
    extra = an_incident(
        "i_x", type="kin.shelling", claims=("c_x",), place=a_place("Village", lon=36.2, lat=35.0, radius_km=0.5)
    )
    claim = a_claim("c_x", "kin.shelling", time=a_time("2031-04-03", "2031-04-04"), root="Monitor A")
    before = held(world, truce())
    assert held([*world, (extra, (claim,))], truce()) != before
    assert held(world, truce()) == before


@pytest.mark.parametrize("pieces", [1, 2, 6])
def test_one_count_told_in_pieces_is_at_most_their_sum_and_never_said_to_fall_short(pieces: int) -> None:
    text, day = load_agreement("gaza-2025"), a_time("2025-02-01", "2025-02-02")
    claims = [
        a_claim(
            f"c_{n}", "hum.aid_delivered", time=day, place=None, root="Counter A",
            figures=a_figure(600.0 / pieces + n * 0.001, "trucks", counted_by="Counter A"),
        )
        for n in range(pieces)
    ]  # fmt: skip
    incidents = [
        an_incident(f"i_{n}", type="hum.aid_delivered", claims=(f"c_{n}",), roots=("Counter A",), time=day, place=None)
        for n in range(pieces)
    ]
    made = findings(incidents, claims, [a_report(published="2025-02-02")], [text], valid="2025-02-03T00:00:00Z")
    (one,) = [
        f for f in made if f.provision == "trucks" and f.instance and f.instance.count and f.instance.count["of"] == 600
    ]
    assert one.instance is not None
    assert one.instance.count is not None
    assert (one.instance.count["high"] or 0) >= 600
    assert one.label == ("fulfilled" if pieces == 1 else "unknown")


# ── times and places ─────────────────────────────────────────────────────────────


@FEW
@given(worlds(), st.integers(-400, 400))
def test_moving_everything_in_time_by_whole_days_moves_nothing_else(world: list[Told], shift: int) -> None:
    moved_text = TEXT.replace(", answers_for: [{party: MIL, basis: practice}]", "")
    moved_text = re.sub(r"2031-04-\d\d", lambda match: _day(match[0], shift), moved_text)
    moved = [_shifted(one, shift) for one in world]
    now = _day(NOW[:10], shift) + NOW[10:]
    reports = [a_report(published=_day("2031-04-01", shift))]
    incidents, claims = [one for one, _ in moved], [claim for _, group in moved for claim in group]
    text = load(moved_text)
    after = findings(incidents, claims, reports, [text], valid=now, known=now, profile=PROFILE)
    assert [_still(one) for one in after] == [_still(one) for one in held(world, truce())]


def _still(one: Finding) -> tuple[object, ...]:
    count = one.instance.count if one.instance else None
    return one.id, one.label, {name: (f.value, f.p) for name, f in one.facets.items()}, one.readings, count


def _day(text: str, shift: int) -> str:
    return (datetime.fromisoformat(text) + timedelta(days=shift)).date().isoformat()


def _moment(text: str | None, shift: int) -> str | None:
    return None if text is None else _day(text[:10], shift) + text[10:]


def _shifted(one: Told, shift: int) -> Told:
    def moved(time: Time | None) -> Time | None:
        if time is None:
            return None
        return dataclasses.replace(time, start=_moment(time.start, shift), end=_moment(time.end, shift))

    incident = dataclasses.replace(one[0], time=moved(one[0].time))
    return incident, tuple(dataclasses.replace(claim, time=moved(claim.time)) for claim in one[1])


@FEW
@given(st.integers(0, 22), st.integers(1, 12), st.sampled_from([-11, -4, 3, 5, 9]))
def test_the_same_hour_by_another_clock_is_the_same_hour(hour: int, length: int, offset: int) -> None:
    case, window = Case(truce(), PROFILE, NOW, NOW), Window(from_="start")
    start = datetime(2031, 4, 1, hour)
    end = start + timedelta(hours=length)
    other = timedelta(hours=offset)
    here = a_time(f"{start:%Y-%m-%dT%H:%M}", f"{end:%Y-%m-%dT%H:%M}", "hour", zone="+00:00")
    there = a_time(f"{start + other:%Y-%m-%dT%H:%M}", f"{end + other:%Y-%m-%dT%H:%M}", "hour", zone=f"{offset:+03d}:00")
    first, second = in_window(here, window, case).facet, in_window(there, window, case).facet
    assert (first.value, first.p) == (second.value, second.p)


@FEW
@given(days().filter(lambda time: time is not None and bool(time.start and time.end)), st.floats(0, 1), st.floats(0, 1))
def test_a_more_exact_time_only_settles_what_was_open(time: Time, one: float, two: float) -> None:
    case, window = Case(truce(), PROFILE, NOW, NOW), Window(from_="start")
    start, end = (datetime.fromisoformat(str(edge)) for edge in (time.start, time.end))
    low, high = sorted((one, two))
    first, last = start + (end - start) * low, start + (end - start) * high
    if (last - first) < timedelta(minutes=1):
        first = min(first, end - timedelta(minutes=1))
        last = first + timedelta(minutes=1)
    finer = a_time(f"{first:%Y-%m-%dT%H:%M}", f"{last:%Y-%m-%dT%H:%M}", "minute")
    before, after = in_window(time, window, case).facet.value, in_window(finer, window, case).facet.value
    assert after == before or before == "N"


@FEW
@given(st.floats(35.9, 36.6), st.floats(34.9, 35.1), st.floats(0.1, 5), st.integers(6, 12))
def test_a_wider_corridor_never_puts_a_place_out(lon: float, lat: float, radius: float, wide: int) -> None:
    wider = load(TEXT.replace("distance: 6 km", f"distance: {wide} km"))
    where = Where("within", "corridor")
    place = a_place("Village", lon=lon, lat=lat, radius_km=radius)
    before, after = (in_reach(place, where, Case(text, PROFILE, NOW, NOW)).facet.value for text in (truce(), wider))
    assert "FNT".index(after) >= "FNT".index(before)


@FEW
@given(days(), st.integers(1, 2))
def test_a_longer_window_never_puts_a_time_out(time: Time | None, day: int) -> None:
    longer = load(TEXT.replace('at: "2031-04-02T00:00"', f'at: "2031-04-0{day}T00:00"'))
    window = Window(from_="start")
    before, after = (in_window(time, window, Case(text, PROFILE, NOW, NOW)).facet.value for text in (truce(), longer))
    assert "FNT".index(after) >= "FNT".index(before)


@FEW
@given(st.floats(35.9, 36.6), st.floats(34.9, 35.1), st.floats(0.1, 3))
def test_a_place_inside_one_of_two_zones_is_inside_both_together(lon: float, lat: float, radius: float) -> None:
    def part(west: float, east: float) -> str:
        corners = [(west, 34.94), (east, 34.94), (east, 35.06), (west, 35.06)]
        points = ", ".join(f'["{lon}", "{lat}"]' for lon, lat in corners)
        return f"{{name: Part {west}, status: agreed, tolerance: 500 m, basis: the text, points: [{points}]}}"

    all_ = "{name: All, status: agreed, tolerance: 500 m, basis: the text, union: [west, east]}"
    halves = f"  west: {part(35.9, 36.25)}\n  east: {part(36.25, 36.6)}\n  all: {all_}\n"
    text = load(TEXT.replace("  unknown: {name: Strip", halves + "  unknown: {name: Strip"))
    case, place = Case(text, PROFILE, NOW, NOW), a_place("Village", lon=lon, lat=lat, radius_km=radius)
    west, east, both = (in_reach(place, Where("within", zone), case).facet.value for zone in ("west", "east", "all"))
    if "T" in (west, east):
        assert both == "T"
    if west == east == "F":
        assert both == "F"


@FEW
@given(st.floats(-3, 3), st.floats(0, 0.12), st.floats(0.1, 3))
def test_moving_a_zone_and_a_place_eastwards_together_changes_nothing(shift: float, off: float, radius: float) -> None:
    def value(east: float) -> str:
        points = f'points: [["{36.0 + east}", "35.0"], ["{36.5 + east}", "35.0"]]'
        text = load(TEXT.replace('points: [["36.0", "35.0"], ["36.5", "35.0"]]', points))
        place = a_place("Village", lon=36.25 + east, lat=35.0 + off, radius_km=radius)
        return in_reach(place, Where("within", "corridor"), Case(text, PROFILE, NOW, NOW)).facet.value

    assert value(0.0) == value(shift)


# ── the text ─────────────────────────────────────────────────────────────────────


@FEW
@given(worlds())
def test_another_term_that_never_applies_leaves_the_others_as_they_are(world: list[Told]) -> None:
    extra = """
  - id: never
    kind: prohibition
    title: Nothing after the end
    paraphrase: It begins long after.
    basis: operative
    bearers: [NOR, SOU]
    act: attack
    when: {from: far}
"""
    plain = TEXT.replace(", answers_for: [{party: MIL, basis: practice}]", "")
    text = load(plain.replace("lines:\n", '  far: {start_of: "2099-01-01"}\nlines:\n', 1).rstrip() + extra)
    after = held(world, text)
    assert [face(one) for one in after if one.provision != "never"] == [face(one) for one in held(world, truce())]
    assert {one.label for one in after if one.provision == "never"} <= {"outside", "inactive", "not_evaluable"}


@FEW
@given(worlds(), st.randoms())
def test_provisions_and_fields_in_another_order_give_the_same_findings_in_another_order(
    world: list[Told], chance: object
) -> None:
    head, _, rest = TEXT.partition("provisions:\n")
    terms = ["  - id: " + part for part in rest.split("  - id: ") if part]
    chance.shuffle(terms)  # type: ignore[attr-defined]
    text = load(head + "provisions:\n" + "".join(part if part.endswith("\n") else part + "\n" for part in terms))
    plain = truce(symmetric=False)
    assert text.hash == plain.hash
    assert sorted(map(repr, held(world, text))) == sorted(map(repr, held(world, plain)))


@FEW
@given(worlds())
def test_under_a_text_that_binds_one_side_the_mirror_binds_the_other(world: list[Told]) -> None:
    """Neutrality where the text itself is one-sided: the roles change with the names, nothing else."""
    from tests.assess.test_laws import swapped

    def one_sided(who: str) -> Agreement:
        plain = TEXT.replace(", answers_for: [{party: MIL, basis: practice}]", "")
        return load(plain.replace("    bearers: [NOR, SOU]\n    act: attack", f"    bearers: [{who}]\n    act: attack"))

    there = held(world, one_sided("NOR"))
    here = held([swapped(one) for one in world], one_sided(SWAP["NOR"]))
    calm = [[face(one) for one in made if one.provision == "calm"] for made in (there, here)]
    assert calm[0] == calm[1]


# ── labels ───────────────────────────────────────────────────────────────────────

VALUES = "TFNB"


def every() -> Iterable[dict[str, str]]:
    """All combinations of four values for five facets, the others true."""
    names = ("occurrence", "time", "place", "bearer", "not_excepted")
    for values in itertools.product(VALUES, repeat=len(names)):
        yield dict.fromkeys(FACETS, "T") | dict(zip(names, values, strict=True))


def labelled(values: dict[str, str], *, proven: bool = True) -> str:
    """The label of seven values."""
    return label({name: Facet(value, "said") for name, value in values.items()}, proven=proven)  # type: ignore[arg-type]


def test_outside_and_excepted_need_a_false_facet_and_a_potential_violation_has_none() -> None:
    for values in every():
        made = labelled(values)
        assert (made in ("outside", "excepted")) == ("F" in values.values())
        assert (made in POTENTIAL) == ("F" not in values.values())
        assert (made == "supported") == (set(values.values()) == {"T"})


def test_more_knowledge_about_one_facet_never_takes_back_what_another_settled() -> None:
    for values in every():
        for name in FACETS:
            if values[name] != "N":
                continue
            before = labelled(values)
            for known in "TF":
                after = labelled(values | {name: known})
                if before == "outside":
                    assert after in ("outside", "excepted")
                if known == "T" and before in POTENTIAL:
                    assert after in POTENTIAL


def test_the_standard_of_proof_changes_supported_to_alleged_and_nothing_else() -> None:
    for values in every():
        proven, not_ = labelled(values), labelled(values, proven=False)
        assert proven == not_ or (proven, not_) == ("supported", "alleged")


def test_readings_of_a_time_join_to_open_where_they_differ() -> None:
    case, window = Case(truce(), PROFILE, NOW, NOW), Window(from_="start")
    inside, outside = a_time("2031-04-03", "2031-04-04"), a_time("2031-03-03", "2031-03-04")
    other = TimeReading("the year before", outside.start, outside.end)
    assert in_window(dataclasses.replace(inside, readings=(other,)), window, case).facet.value == "N"
    same = TimeReading("the day after", "2031-04-04", "2031-04-05")
    assert in_window(dataclasses.replace(inside, readings=(same,)), window, case).facet.value == "T"
