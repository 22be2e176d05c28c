"""Every code of the incident vocabulary can be reached: some case of a pack wants it, and gets it."""

from __future__ import annotations

import pytest

from trucewatch.languages.cases import load_cases

HAPPENINGS = [
    "kin.air_strike",
    "kin.drone_strike",
    "kin.shelling",
    "kin.missile",
    "kin.small_arms",
    "kin.sniper",
    "kin.armed_clash",
    "kin.ground_offensive",
    "kin.raid_infiltration",
    "kin.mine_ied",
    "kin.suicide",
    "kin.chemical",
    "kin.aircraft_downed",
    "kin.interception",
    "kin.explosion_undetermined",
    "kin.exercise",
    "pos.territory_taken",
    "pos.territory_handed_over",
    "pos.force_movement",
    "pos.reinforcement",
    "pos.fortification",
    "pos.post_or_base",
    "pos.weapon_presence",
    "pos.overflight",
    "pos.line_crossing",
    "wd.withdrawal",
    "wd.disengagement",
    "wd.weapon_storage",
    "wd.hostilities_halt",
    "civ.attack",
    "civ.killing",
    "civ.abduction",
    "civ.arrest",
    "civ.sexual_violence",
    "civ.recruitment",
    "civ.forced_displacement",
    "civ.human_shield",
    "civ.looting_destruction",
    "hum.aid_delivered",
    "hum.access_opened",
    "hum.aid_blocked",
    "hum.siege",
    "hum.service_cut",
    "hum.release_exchange",
    "hum.remains",
    "hum.return",
    "mon.patrol",
    "mon.post_established",
    "mon.access_denied",
    "mon.attacked",
    "mon.jammed",
    "crowd.protest",
    "crowd.blocking",
    "crowd.violent",
    "harm.killed",
    "harm.injured",
    "harm.displaced",
]
SPEECH = [
    "dip.talks",
    "dip.call",
    "dip.agreement",
    "dip.extension",
    "dip.commitment",
    "dip.offer",
    "dip.demand",
    "dip.request",
    "dip.accusation",
    "dip.denial",
    "dip.threat",
    "dip.right_reserved",
    "dip.ultimatum",
    "dip.suspension_withdrawal",
    "dip.notification",
    "dip.report",
    "dip.incitement",
    "dip.position",
    "dip.prediction",
    "dip.hope",
    "dip.press",
    "dip.reaction",
    "dip.condolence",
    "dip.cooperation",
    "dip.coordination",
    "dip.rejection",
    "dip.operation_declared",
    "pol.border_opening",
    "pol.resettlement",
]
STATES = [
    "state.alliance",
    "state.breakdown",
    "state.control",
    "state.displacement",
    "state.duration",
    "state.humanitarian",
    "state.intensity",
    "state.refugee_stock",
    "state.relation",
    "state.risk",
    "term.absent",
    "term.deadline",
    "term.entry_into_force",
    "term.humanitarian",
    "term.observation_post",
    "term.patrol",
    "term.principle",
    "term.prohibition",
    "term.return",
    "term.zone",
    "term.withdrawal",
]


LANGUAGES = ("en", "fr", "es")
"""Languages whose cases cover what happens; English and French cover what is said as well."""


def _wanted(code: str) -> set[str]:
    """The codes that a case wants by themselves: a choice of several proves none of them."""
    return {wanted.types[0] for case in load_cases(code) for wanted in case.claims if len(wanted.types) == 1}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_happening_is_wanted_by_a_case_of_its_own(code: str) -> None:
    assert sorted(set(HAPPENINGS) - _wanted(code)) == []


@pytest.mark.parametrize("code", ["en", "fr"])
def test_every_kind_of_speech_is_wanted_by_a_case_of_its_own(code: str) -> None:
    assert sorted(set(SPEECH) - _wanted(code)) == []


def test_every_state_and_term_is_wanted_by_a_case_of_its_own() -> None:
    assert sorted(set(STATES) - _wanted("en")) == []
