"""resolve: cases of figures and ladders that people can read and add to: `tests/resolve/cases/`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.factories import a_claim, a_figure, a_speaker, an_actor
from trucewatch.model import Attribution, Figure, IncidentFigure
from trucewatch.resolve.figures import incident_figures
from trucewatch.resolve.ladders import occurrence, responsibility
from trucewatch.resolve.subject import Subject, subject

HERE = Path(__file__).parent / "cases"
Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    """The cases of a file, every scalar a string."""
    text = (HERE / f"{name}.yaml").read_text(encoding="utf-8")
    return list(yaml.load(text, Loader=yaml.BaseLoader))


def figure(account: dict[str, str]) -> Figure:
    low, dots, high = account["n"].partition("..")
    top = float(high) if high else None if dots else float(low)
    text = account.get("words", account["n"])
    return a_figure(None, low=float(low), high=top, approximator=account.get("as", "exact"), text=text,
                    population=account.get("of"))  # fmt: skip


def quoted(account: dict[str, str]) -> list[Attribution]:
    who = account.get("who")
    if who is None:
        return []
    listed = who[:1].isupper()
    return [a_speaker(who, account.get("kind", "party" if listed else "official"), who if listed else None)]  # type: ignore[arg-type]


def told(number: int, account: dict[str, str], figures: list[Figure]) -> Subject:
    report = f"r_{account.get('report', number)}_{account['by']}"
    fields: dict[str, Any] = {"figures": figures, "attribution": quoted(account)}
    if "does" in account:
        fields["actors"] = [an_actor(account["does"])]
    if "losses" in account:
        fields["figures"] = [a_figure(21, population=account["losses"])]
    claim = a_claim(f"c_{number}", account.get("type", "kin.air_strike"), report=report,
                    modality=account.get("how", "happened"), **fields)  # fmt: skip
    return subject(claim, account.get("on", "2020-03-05"), account["by"])


def number(text: str | None) -> float | None:
    return None if text is None else float(text)


@pytest.mark.parametrize("case", cases("figures"), ids=lambda case: case["case"])
def test_figures(case: Case) -> None:
    members = [told(n, account, [figure(account)]) for n, account in enumerate(case["accounts"])]
    (found,) = incident_figures(members)
    gives = case["gives"]
    assert (found.relation, found.low, found.high, found.best) == (
        gives["relation"], number(gives["low"]), number(gives["high"]), number(gives.get("best")),
    )  # fmt: skip
    assert gone(found) == [float(n) for n in gives.get("gone", "").split()]
    assert found.why


def gone(found: IncidentFigure) -> list[float | None]:
    return [value.low for value in found.values if value.superseded_by is not None]


@pytest.mark.parametrize("case", cases("ladders"), ids=lambda case: case["case"])
def test_ladders(case: Case) -> None:
    members = [told(n, account, []) for n, account in enumerate(case["accounts"])]
    happened, did = occurrence(members, {}), responsibility(members)
    assert [happened[0], did[0]] == case["gives"]
    assert happened[1]
    assert did[1]


@pytest.mark.parametrize("name", ["figures", "ladders"])
def test_swapping_the_parties_changes_no_case(name: str) -> None:
    text = (HERE / f"{name}.yaml").read_text(encoding="utf-8")
    swapped = text.replace("TUR", "\0").replace("SYR", "TUR").replace("\0", "SYR")
    check = test_figures if name == "figures" else test_ladders
    for case in yaml.load(swapped, Loader=yaml.BaseLoader):
        check(case)
