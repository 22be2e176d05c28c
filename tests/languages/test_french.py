"""French: every act in every frame that makes it unreal stays unreal, and in plain frames it is found."""

from __future__ import annotations

import pytest

from tests.languages.grid import load_grid, missed, quiet_share, told
from trucewatch.extract import claims, load_knowledge
from trucewatch.extract.knowledge import Knowledge
from trucewatch.languages.cases import load_cases
from trucewatch.languages.load import HOME
from trucewatch.model import Report

GRID = load_grid("french_grid.yaml")
_CONTRACTED = {"de le ": "du ", "de des ": "des ", "de une ": "d'une ", "à le ": "au ", "à des ": "aux "}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(languages=["fr"])


def _after(preposition: str, words: str) -> str:
    """ "de" and "à" with what follows: d'attaquer, du bombardement, au retrait."""
    for apart, joined in _CONTRACTED.items():
        if f"{preposition} {words}".startswith(apart):
            return joined + words.partition(" ")[2]
    elided = preposition == "de" and words[0] in "aeiouéê"
    return f"d'{words}" if elided else f"{preposition} {words}"


def _forms(act: dict[str, str]) -> dict[str, str]:
    """All forms of an act that a frame may ask for."""
    reflexive = act["aux"] == "s'est"
    perfect = ("s'être " if reflexive else "avoir ") + act["done"]
    return {
        **act,
        "real": f"{act['aux']} {act['done']}",
        "perf": perfect,
        "hearsay": ("se serait " if reflexive else "aurait ") + act["done"],
        "not_done": ("ne s'est pas " if reflexive else "n'a pas ") + act["done"],
        "never_done": ("ne s'est jamais " if reflexive else "n'a jamais ") + act["done"],
        "de_inf": _after("de", act["inf"]),
        "de_perf": _after("de", perfect),
        "de_noun": _after("de", act["noun"]),
        "a_noun": _after("à", act["noun"]),
    }


@pytest.mark.parametrize("frame", GRID["unreal"])
def test_no_act_is_told_as_a_fact_in_a_frame_that_makes_it_unreal(frame: str, knowledge: Knowledge) -> None:
    assert told([frame.format(**_forms(act)) for act in GRID["acts"]], "fr", knowledge) == []


@pytest.mark.parametrize("frame", GRID["real"])
def test_every_act_is_found_where_it_is_told_plainly(frame: str, knowledge: Knowledge) -> None:
    assert missed({frame.format(**_forms(act)): act["type"] for act in GRID["acts"]}, "fr", knowledge) == []


def test_every_quotation_of_a_french_claim_stands_verbatim_in_its_sentence(knowledge: Knowledge) -> None:
    for case in load_cases("fr"):
        report = Report(id="r", text=case.text, language="fr", published=case.published)
        for claim in claims(report, knowledge):
            start, end = claim.spans[0]
            assert report.text[start:end] == claim.quote


def test_a_third_of_the_french_cases_tell_of_nothing_that_happened() -> None:
    assert len(load_cases("fr")) >= 250
    assert quiet_share("fr") >= 1 / 3


def test_every_pack_has_the_files_of_the_english_one() -> None:
    english = {
        path.name for path in (HOME / "en").glob("*.yaml") if path.name not in ("open_cases.yaml", "places.yaml")
    }
    packs = [path.parent for path in HOME.glob("*/language.yaml")]
    assert all(english <= {path.name for path in pack.glob("*.yaml")} for pack in packs)
