"""The French pack reads its own sentences as their writers meant them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from trucewatch.extract import claims, load_knowledge
from trucewatch.extract.knowledge import Knowledge
from trucewatch.extract.mode import UNREAL
from trucewatch.languages import load
from trucewatch.model import Claim, Report

CASES: list[dict[str, Any]] = yaml.load((load.HOME / "fr" / "cases.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
EVENTS = ("kin.", "pos.", "civ.", "wd.", "mon.", "hum.", "crowd.", "harm.")


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(languages=["fr"])


def _has_figure(claim: Claim, wanted: dict[str, str]) -> bool:
    return any(
        figure.measure == wanted["measure"]
        and ("low" not in wanted or figure.low == float(wanted["low"]))
        and ("high" not in wanted or figure.high == float(wanted["high"]))
        for figure in claim.figures
    )


def _fits(claim: Claim, wanted: dict[str, Any]) -> bool:
    start = claim.time.start if claim.time is not None else None
    return (
        all(getattr(claim, name) == wanted[name] for name in ("type", "modality", "polarity") if name in wanted)
        and all(_has_figure(claim, figure) for figure in wanted.get("figures", ()))
        and ("time" not in wanted or (start or "").startswith(wanted["time"]["start"]))
        and set(wanted.get("actors", ())) <= {actor.id for actor in claim.actors}
        and ("speaker" not in wanted or any(wanted["speaker"] in link.who for link in claim.attribution))
    )


def _told(found: list[Claim], case: dict[str, Any]) -> list[str]:
    """What a case forbids and is there all the same."""
    told = {name for claim in found for name in (claim.type, f"{claim.type}/{claim.modality}")}
    events = [
        claim.type
        for claim in found
        if claim.type.startswith(EVENTS) and claim.modality in ("happened", "ongoing") and claim.polarity == "+"
    ]
    return sorted(told & set(case.get("not", ()))) + (events if not case["claims"] else [])


def _unreal(wanted: dict[str, Any]) -> bool:
    """Whether a claim tells of nothing that happened: a wish, a plan, an accusation, a denial."""
    return wanted.get("modality") in UNREAL or wanted.get("polarity") == "-" or wanted.get("type") == "dip.rejection"


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:48] for case in CASES])
def test_a_french_sentence_gives_its_claims_and_no_others(case: dict[str, Any], knowledge: Knowledge) -> None:
    report = Report(id="r_case", text=case["text"], language="fr", published=case["published"])
    found = claims(report, knowledge)
    missing = [wanted for wanted in case["claims"] if not any(_fits(claim, wanted) for claim in found)]
    assert not missing, [(claim.type, claim.modality, claim.polarity, claim.quote) for claim in found]
    assert not _told(found, case)


def test_every_quotation_of_a_french_claim_stands_verbatim_in_its_sentence(knowledge: Knowledge) -> None:
    for case in CASES:
        report = Report(id="r_case", text=case["text"], language="fr", published=case["published"])
        for claim in claims(report, knowledge):
            start, end = claim.spans[0]
            assert report.text[start:end] == claim.quote


def test_a_third_of_the_french_cases_tell_no_event() -> None:
    negatives = [case for case in CASES if all(_unreal(wanted) for wanted in case["claims"])]
    assert len(CASES) >= 60
    assert 3 * len(negatives) >= len(CASES)


def test_the_french_pack_has_the_files_of_the_english_one() -> None:
    english = {path.name for path in (Path(load.HOME) / "en").glob("*.yaml") if path.name != "open_cases.yaml"}
    assert english <= {path.name for path in (Path(load.HOME) / "fr").glob("*.yaml")}
