"""Our own sentences with what must be found in each, and the figures that say how much of it was."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trucewatch import extract
from trucewatch.model import Claim, Report

TALK = ("dip.", "term.", "state.", "pol.")


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence, and the claims that it makes; none for a sentence about something else."""

    report: Report
    expect: tuple[dict[str, Any], ...]


def load(path: Path) -> list[Case]:
    """The cases of a file, one JSON object a line."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Case(
            Report(id=f"r_{n}", text=row["text"], language=row["language"], published=row["published"]),
            tuple(row["expect"]),
        )
        for n, row in enumerate(rows)
    ]


def score(path: Path) -> dict[str, float]:
    """What was found and right, in percent; `told_as_fact` and its like are mistakes, so lower is better."""
    knowledge = extract.load_knowledge()
    count: Counter[str] = Counter()
    for case in load(path):
        found = extract.claims(case.report, knowledge)
        count["quiet"] += not case.expect
        count["alarms"] += not case.expect and any(not claim.type.startswith(TALK) for claim in found)
        for want in case.expect:
            count.update(_judge(case.report, want, found))
    return {
        "type_found": _share(count["found"], count["wanted"]),
        "modality_right": _share(count["modality"], count["found"]),
        "figures_right": _share(count["right"], count["figures"]),
        "told_as_fact": _share(count["as_fact"], count["not_fact"]),
        "told_as_fact_in_other_prose": _share(count["alarms"], count["quiet"]),
    }


def _judge(report: Report, want: dict[str, Any], found: list[Claim]) -> Counter[str]:
    """What one wanted claim adds to each count. `a|b` in a case means that either will do."""
    start = report.text.index(want["words"])
    end = start + len(want["words"])
    touching = [claim for claim in found if any(a < end and start < b for a, b in claim.spans)]
    typed = [claim for claim in touching if claim.type in want["type"].split("|")]
    told, sign = want["modality"].split("|"), want["polarity"].split("|")
    fact = "+" in sign and bool({"happened", "state", "term"}.intersection(told))
    figures = {(f.measure, f.low, f.high) for claim in touching for f in claim.figures}
    wanted = [(f["measure"], f["low"], f["high"]) for f in want.get("figures", ())]
    return Counter(
        wanted=1,
        found=bool(typed),
        modality=any(_settled(claim) in told and claim.polarity in sign for claim in typed),
        not_fact=not fact,
        as_fact=not fact and any(_is_told_as_event(claim) for claim in touching),
        figures=len(wanted),
        right=sum(figure in figures for figure in wanted),
    )


def _settled(claim: Claim) -> str:
    """Ongoing counts as happened."""
    return "happened" if claim.modality == "ongoing" else claim.modality


def _is_told_as_event(claim: Claim) -> bool:
    return not claim.type.startswith(TALK) and claim.polarity == "+" and claim.modality in ("happened", "ongoing")


def _share(part: int, whole: int) -> float:
    return 100.0 * part / whole if whole else 0.0
