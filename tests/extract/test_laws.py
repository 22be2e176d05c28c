"""What holds of any act: told in many settings it is one claim, in unreal ones none; and no side is read otherwise."""

from __future__ import annotations

import pytest

from tests.extract.reading import told
from trucewatch.extract.cases import is_fact
from trucewatch.model import Claim

ACTS = {
    "the army shelled the town": "kin.shelling",
    "warplanes bombed the camp": "kin.air_strike",
    "rebels attacked a convoy": "civ.attack",
    "a drone hit a truck": "kin.drone_strike",
    "gunmen kidnapped a doctor": "civ.abduction",
    "troops seized the village": "pos.territory_taken",
    "clashes broke out near Saraqib": "kin.armed_clash",
    "police arrested ten men": "civ.arrest",
    "the rebels released six prisoners": "hum.release_exchange",
    "protesters marched through the town": "crowd.protest",
    "the army withdrew its tanks": "wd.withdrawal",
    "two soldiers were killed": "harm.killed",
    "a landmine killed a shepherd": "kin.mine_ied",
    "a joint patrol took place on the M4": "mon.patrol",
    "soldiers raided the village": "kin.raid_infiltration",
    "missiles struck the port": "kin.missile",
    "the hospital was bombed": "kin.air_strike",
    "an attack on a checkpoint killed three policemen": "civ.attack",
    "artillery fire killed a child": "kin.shelling",
    "the militia executed four men": "civ.killing",
}
SETTINGS = [
    "{}.",
    "On Friday {}.",
    "{} on Friday, the monitor said.",
    "The monitor said that {} on Friday.",
    "According to the monitor, {} late on Friday.",
    "The minister told reporters that {}.",
    '"{}," a resident said.',
    "It was raining when {}.",
    "{}, Reuters reported.",
    "{}, despite the truce.",
    "Hours after the truce took effect, {}.",
    "Local media confirmed that {} again.",
]
UNREAL = {
    "Nobody knows whether {}.": "clause",
    "The ministry denied that {}.": "clause",
    "What if {}?": "clause",
    "The envoy feared that {}.": "clause",
    "Residents feared that {} again.": "clause",
    "Turkey was accused of {}.": "gerund",
    "The army denied {}.": "gerund",
    "The general ruled out {}.": "gerund",
    "The army refrained from {}.": "gerund",
    "The deal bans {}.": "gerund",
    "The army considered {}.": "gerund",
    "The army wants to {}.": "infinitive",
    "The army refused to {}.": "infinitive",
    "The army failed to {}.": "infinitive",
    "The army was ordered to {}.": "infinitive",
    "It would be a mistake to {}.": "infinitive",
    "The army threatened to {}.": "infinitive",
    "The army vowed to {}.": "infinitive",
    "The army is ready to {}.": "infinitive",
    "The army is likely to {}.": "infinitive",
    "They were told not to {}.": "infinitive",
    "The army is expected to {}.": "infinitive",
    "The army was about to {}.": "infinitive",
    "Turkey demanded an end to {}.": "noun",
    "The deal prohibits {}.": "noun",
    "Moscow denied {}.": "noun",
    "The UN called for a halt to {}.": "noun",
    "They want to prevent {}.": "noun",
    "The parties agreed to stop {}.": "noun",
    "He feared {}.": "noun",
    "They planned {}.": "noun",
}
FORMS = {
    "clause": [*ACTS],
    "gerund": ["shelling the town", "bombing the camp", "attacking a convoy", "kidnapping a doctor", "killing two men"],
    "infinitive": ["shell the town", "bomb the camp", "attack a convoy", "kidnap a doctor", "launch an offensive"],
    "noun": [
        "the shelling of the town",
        "an air strike on the camp",
        "attacks on civilians",
        "the killing of civilians",
    ],
}


def _facts(text: str) -> list[Claim]:
    return [claim for claim in told(text) if is_fact(claim)]


def _sentence(frame: str, act: str) -> str:
    text = frame.format(act)
    at = 1 if text.startswith('"') else 0
    return text[:at] + text[at].upper() + text[at + 1 :]


@pytest.mark.parametrize("frame", SETTINGS)
def test_an_act_is_one_claim_of_its_type_in_every_setting(frame: str) -> None:
    found = {act: [claim.type for claim in _facts(_sentence(frame, act))] for act in ACTS}
    assert found == {act: [code] for act, code in ACTS.items()}


@pytest.mark.parametrize("frame", UNREAL)
def test_an_act_in_an_unreal_frame_is_no_fact(frame: str) -> None:
    wrong = {act: _facts(_sentence(frame, act)) for act in FORMS[UNREAL[frame]]}
    assert {act: claims for act, claims in wrong.items() if claims} == {}


PAIRS = [("Turkey", "Russia"), ("Armenia", "Azerbaijan"), ("Israel", "Lebanon"), ("Sudan", "Chad")]
BETWEEN = [
    "{0} attacked {1} on Monday, killing three soldiers.",
    "{0} accused {1} of shelling a village near the border.",
    "{0} said that {1} had broken the truce.",
    "{0} denied attacking {1}.",
    "{0} and {1} agreed on a truce on Friday.",
    "{0} demanded that {1} withdraw its troops.",
    "{0} threatened {1} with air strikes.",
    "Two soldiers were killed in an attack blamed on {0}, {1} said.",
    "{0} supports the rebels, and {1} backs the government.",
]


def _shape(text: str, names: dict[str, str]) -> list[tuple[object, ...]]:
    """The claims of a text with the ids of the two sides put as names."""

    def side(id: str | None) -> str | None:  # noqa: A002
        return names.get(id or "", id)

    return [
        (
            claim.type,
            claim.modality,
            claim.polarity,
            claim.about,
            claim.confidence,
            [(actor.role, side(actor.id), actor.basis) for actor in claim.actors],
            [(figure.measure, figure.low, figure.high) for figure in claim.figures],
            [(side(link.id), link.kind) for link in claim.attribution],
        )
        for claim in told(text)
    ]


def _id(name: str) -> str:
    claim = next(c for c in told(f"{name} attacked the convoy.") if c.actors)
    found = claim.actors[0].id
    assert found is not None
    return found


@pytest.mark.parametrize("frame", BETWEEN)
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_swapping_the_sides_swaps_their_parts_and_nothing_else(pair: tuple[str, str], frame: str) -> None:
    one, other = pair
    there = _shape(frame.format(one, other), {_id(one): "A", _id(other): "B"})
    back = _shape(frame.format(other, one), {_id(other): "A", _id(one): "B"})
    assert there
    assert there == back
