"""What was found before is taken over where nothing that it rests on changed, and the findings are the same."""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assess.worlds import Told, told, truce
from tests.factories import a_report
from trucewatch.assess import Brief, Memory, Profile, findings, load_profile, load_stack
from trucewatch.model import Agreement, Finding

PROFILE = load_profile()
REPORTS = [a_report(published="2031-04-01")]
TEXTS = (truce(), truce(symmetric=False), load_stack(["idlib-2018"])[-1])


def held(
    world: list[Told], day: str, *, text: Agreement = TEXTS[0], profile: Profile = PROFILE, memory: Memory | None = None
) -> list[Finding]:
    incidents, claims = [item for item, _ in world], [claim for _, group in world for claim in group]
    return findings(incidents, claims, REPORTS, [text], valid=day, known=day, profile=profile, memory=memory)


def standing_after(before: dict[str, str], made: list[Finding], memory: Memory) -> dict[str, str]:
    """The hashes of what stands: findings made now, and those that stand as they stood."""
    return {one.id: one.hash for one in made} | {
        memory.stands[key].id: before[memory.stands[key].id] for key in memory.recalled
    }


steps = st.lists(
    st.tuples(
        st.sampled_from(["add", "remove", "correct", "wait", "copy"]), st.integers(0, 9), st.integers(0, 60), st.data()
    ),
    min_size=1,
    max_size=6,
)


def changed(world: list[Told], what: str, which: int, data: st.DataObject) -> list[Told]:
    """The world after one step."""
    if what == "add" or not world:
        number = max((int(item.id[2:]) for item, _ in world), default=-1) + 1
        return [*world, data.draw(told(number=number))]
    at = which % len(world)
    incident, claims = world[at]
    if what == "remove":
        return [*world[:at], *world[at + 1 :]]
    if what == "correct":
        other = data.draw(told(number=int(incident.id[2:])))
        return [*world[:at], other, *world[at + 1 :]]
    if what == "copy":
        same = tuple(dataclasses.replace(claim, root="Monitor A") for claim in claims)
        return [*world[:at], (incident, same), *world[at + 1 :]]
    return world


@settings(max_examples=80, deadline=None)
@given(steps)
def test_one_by_one_gives_what_all_at_once_gives(given_steps: list[tuple[str, int, int, st.DataObject]]) -> None:
    world: list[Told] = []
    memory = Memory()
    standing: dict[str, str] = {}
    day = datetime(2031, 4, 1)
    for what, which, hours, data in given_steps:
        world, day = changed(world, what, which, data), day + timedelta(hours=hours)
        instant = f"{day:%Y-%m-%dT%H:%MZ}"
        memory = Memory(memory.stands)
        made = held(world, instant, memory=memory)
        at_once = held(world, instant)
        standing = standing_after(standing, made, memory)
        assert standing == {one.id: one.hash for one in at_once}


@settings(max_examples=40, deadline=None)
@given(told(), st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_another_text_recalls_nothing(event: Told, one: Agreement, other: Agreement) -> None:
    first = Memory()
    held([event], "2031-04-20", text=one, memory=first)
    second = Memory(first.stands)
    made = held([event], "2031-04-20", text=other, memory=second)
    if one is other:
        assert second.recalled == list(first.stands)
        assert not [one for one in made if one.incident]
    else:
        assert second.recalled == []
        assert made == held([event], "2031-04-20", text=other)


@settings(max_examples=40, deadline=None)
@given(told())
def test_another_profile_or_program_recalls_nothing(event: Told) -> None:
    strict = dataclasses.replace(PROFILE, min_roots=PROFILE.min_roots + 1, hash="another")
    first = Memory()
    held([event], "2031-04-20", memory=first)
    for memory, profile in ((Memory(first.stands), strict), (Memory(first.stands, "another"), PROFILE)):
        made = held([event], "2031-04-20", profile=profile, memory=memory)
        assert made == held([event], "2031-04-20", profile=profile)
        assert memory.recalled == []


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 5), min_size=1, max_size=4, unique=True).flatmap(
        lambda numbers: st.tuples(*(told(number=n) for n in numbers)).map(list)
    )
)
def test_a_day_later_everything_about_single_incidents_is_recalled(world: list[Told]) -> None:
    first = Memory()
    held(world, "2031-04-20", memory=first)
    second = Memory(first.stands)
    made = held(world, "2031-04-21", memory=second)
    assert second.stands == first.stands
    assert second.recalled == list(first.stands)
    assert not [one for one in made if one.incident]
    assert second.as_of == {"valid": "2031-04-21", "known": "2031-04-21"}


@settings(max_examples=40, deadline=None)
@given(told(), told())
def test_hashes_of_what_is_kept_stand_in_for_the_words(event: Told, other: Told) -> None:
    def memory(given: Told, held: dict[str, Brief]) -> Memory:
        prints = {given[0].id: repr(given[0])} | {claim.id: repr(claim) for claim in given[1]}
        return Memory(held, prints=prints)

    first = memory(event, {})
    held([event], "2031-04-20", memory=first)
    again, changed = memory(event, first.stands), memory(other, first.stands)
    held([event], "2031-04-20", memory=again)
    made = held([other], "2031-04-20", memory=changed)
    assert again.recalled == list(first.stands)
    assert (changed.recalled == []) is (event != other or not first.stands)
    assert event == other or made == held([other], "2031-04-20")
