"""Our own sentences with what must be found in each, and the figures that say how much of it was."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trucewatch import extract
from trucewatch.model import Claim, Report

CASES = Path(__file__).with_name("cases.jsonl")
FLOORS = Path(__file__).with_name("floors.json")
TALK = ("dip.", "term.", "state.", "pol.")
ELSEWHERE = (*TALK, "harm.", "civ.arrest")
"""What prose about other matters may tell without a false alarm: accidents hurt people and police make arrests too."""
KINDS = ("kin", "pos", "wd", "civ", "hum", "mon", "crowd", "harm", "dip", "term", "state")
"""Families of the vocabulary of which each language has a share of its own."""
MISTAKES = ("told_as_fact", "told_as_fact_in_other_prose")
"""Shares that are mistakes: lower is better, and the floor is a ceiling."""
_ANY = "*"


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence, and the claims that it makes; none for a sentence about something else."""

    report: Report
    expect: tuple[dict[str, Any], ...]


def load(path: Path = CASES) -> list[Case]:
    """The cases of a file, one JSON object a line."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Case(
            Report(id=f"r_{n}", text=row["text"], language=row["language"], published=row["published"]),
            tuple(row["expect"]),
        )
        for n, row in enumerate(rows)
    ]


def score(cases: Iterable[Case], knowledge: extract.Knowledge) -> dict[str, dict[str, float]]:
    """Per language what was found and right, in percent, with a share for each kind of claim it has cases of."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        count = counts[str(case.report.language)]
        found = extract.claims(case.report, knowledge)
        count["quiet"] += not case.expect
        count["alarms"] += not case.expect and any(_is_alarm(claim) for claim in found)
        for want in case.expect:
            count.update(judge(case.report, want, found))
    return {language: _figures(count) for language, count in sorted(counts.items())}


def fallen(figures: Mapping[str, Mapping[str, float]], floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Which floors of which language are not held, in words."""
    wrong = []
    for language, names in floors.items():
        for name, floor in names.items():
            value = figures.get(language, {}).get(name)
            if value is None or (value > floor if name in MISTAKES else value < floor):
                wrong.append(f"{language} {name}: {'none' if value is None else f'{value:.1f}'}, floor {floor:.1f}")
    return wrong


def _figures(count: Counter[str]) -> dict[str, float]:
    found = {f"found[{kind}]": _share(count[f"found.{kind}"], count[f"wanted.{kind}"]) for kind in KINDS}
    return {
        "type_found": _share(count["found"], count["wanted"]),
        **{name: value for name, value in found.items() if count[f"wanted.{name[6:-1]}"]},
        "modality_right": _share(count["modality"], count["found"]),
        "figures_right": _share(count["right"], count["figures"]),
        "told_as_fact": _share(count["as_fact"], count["not_fact"]),
        "told_as_fact_in_other_prose": _share(count["alarms"], count["quiet"]),
    }


def touching(report: Report, want: dict[str, Any], found: Iterable[Claim]) -> list[Claim]:
    """The claims that stand on the words of a wanted one."""
    start = report.text.index(want["words"])
    end = start + len(want["words"])
    return [claim for claim in found if any(a < end and start < b for a, b in claim.spans)]


def is_right(want: dict[str, Any], claim: Claim) -> bool:
    """Whether a claim says what is wanted: type, modality and sign. `a|b` means either, `*` means any."""
    return (
        claim.type in want["type"].split("|")
        and _one_of(want["modality"], _settled(claim))
        and _one_of(want["polarity"], claim.polarity)
    )


def judge(report: Report, want: dict[str, Any], found: list[Claim]) -> Counter[str]:
    """What one wanted claim adds to each count."""
    touched = touching(report, want, found)
    typed = [claim for claim in touched if claim.type in want["type"].split("|")]
    kind = want["type"].split(".")[0]
    told, sign = want["modality"].split("|"), want["polarity"].split("|")
    fact = _ANY in told or ("+" in sign and bool({"happened", "state", "term"}.intersection(told)))
    figures = {(f.measure, f.low, f.high) for claim in touched for f in claim.figures}
    wanted = [(f["measure"], f["low"], f["high"]) for f in want.get("figures", ())]
    told_as_fact = not fact and any(_is_told_as_event(claim) for claim in touched)
    return Counter(
        {
            "wanted": 1,
            f"wanted.{kind}": 1,
            "found": int(bool(typed)),
            f"found.{kind}": int(bool(typed)),
            "modality": int(any(is_right(want, claim) for claim in typed)),
            "not_fact": int(not fact),
            "as_fact": int(told_as_fact),
            "figures": len(wanted),
            "right": sum(figure in figures for figure in wanted),
        }
    )


def _one_of(wanted: str, value: str) -> bool:
    return wanted == _ANY or value in wanted.split("|")


def _settled(claim: Claim) -> str:
    """Ongoing counts as happened."""
    return "happened" if claim.modality == "ongoing" else claim.modality


def _is_told_as_event(claim: Claim) -> bool:
    return not claim.type.startswith(TALK) and claim.polarity == "+" and claim.modality in ("happened", "ongoing")


def _is_alarm(claim: Claim) -> bool:
    return _is_told_as_event(claim) and not claim.type.startswith(ELSEWHERE)


def _share(part: int, whole: int) -> float:
    return 100.0 * part / whole if whole else 0.0
