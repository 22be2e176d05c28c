"""bench: resolve measured apart from extraction: hand-made facts as claims, grouped and scored.

    PYTHONPATH=src python bench/seeds_oracle.py [--errors N] [--out DIR]

Reads the hand-made tables and the scorer from the folder beside the repository; nothing of them is kept here.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from trucewatch.model import ActorRole, Attribution, Claim, Figure, Place, Report, Time
from trucewatch.model.codec import dump_lines
from trucewatch.resolve import incidents

SHARED = Path(__file__).resolve().parents[2] / "shared"
SEEDS = {
    "0": ("The Moscow Times", ("AFP",), "2020-03-05"),
    "1": ("Bloomberg", (), "2020-03-05"),
    "2": ("France 24", ("Reuters", "AFP"), "2020-02-21"),
    "3": (None, (), "2020-03-05"),
    "4": (None, (), "2020-03-06"),
}
ACTORS = {
    "putin": "RUS.putin", "russia": "RUS", "russia:army": "RUS.army", "russia:airforce": "RUS.airforce",
    "russia:mod": "RUS.mod", "erdogan": "TUR.erdogan", "turkey": "TUR", "turkey:army": "TUR.army",
    "turkey:mod": "TUR.mod", "syria:gov": "SYR.gov", "syria:army": "SYR.army", "syria:airforce": "SYR.airforce",
    "michel": "EUR.michel", "eu": "EUR", "europe": "EUR", "nato": "NATO", "un": "UN", "rebels": "SYR.rebels",
    "kremlin": "RUS.presidency", "macron": "FRA.macron", "merkel": "DEU.merkel",
}  # fmt: skip
MEASURES = {
    "harm.killed": "killed", "kin.air_strike": "killed", "kin.drone_strike": "neutralised", "dip.talks": "duration_h",
    "harm.displaced": "displaced", "state.refugee_stock": "refugees", "kin.aircraft_downed": "aircraft",
    "state.displacement": "refugees", "term.zone": "width_km", "term.observation_post": "posts",
    "state.duration": "days", "term.deadline": "days",
}  # fmt: skip
LEVELS = {"M4": "route", "M5": "route", "Syria": "country", "Turkey": "country", "Moscow": "settlement"}
CAMPAIGNS = ("kin.ground_offensive", "kin.armed_clash", "state.intensity")


def seeds() -> tuple[list[Claim], list[Report]]:
    """The facts of the five articles as claims, and the articles as reports."""
    with (SHARED / "gold" / "seed_facts.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    files = {row["seed"]: SHARED / "seeds" / row["seed_file"] for row in rows}
    claims = [claim for row in rows if (claim := claim_of(row)) is not None]
    return claims, [report_of(seed, path) for seed, path in files.items()]


def report_of(seed: str, path: Path) -> Report:
    source, credit, published = SEEDS[seed]
    return Report(f"seed-{seed}", path.read_text(encoding="utf-8"), source=source, credit=credit, published=published)


def claim_of(row: dict[str, str]) -> Claim | None:
    """A row of the table as the claim a perfect extractor would make; None for what is no claim."""
    if row["modality"] in ("meta", "boilerplate", ""):
        return None
    time = time_of(row["event_time"])
    wide = time is not None and (time.start is None or time.end is None or time.precision in ("week", "open"))
    return Claim(
        id=row["id"],
        report=f"seed-{row['seed']}",
        spans=((int(row["start"]), int(row["end"])),),
        quote=row["quote"],
        type=row["type"],
        modality=row["modality"],  # type: ignore[arg-type]
        polarity="-" if row["polarity"] == "-" else "+",
        time=time,
        place=place_of(row["place"]),
        actors=tuple(actors_of(row)),
        figures=figures_of(row),
        attribution=attribution_of(row["attribution_chain"]),
        background=wide and not ("34" in row["value"] or row["type"].startswith(("dip", "term"))),
        confidence=1.0,
        extractor="table",
    )


def time_of(text: str) -> Time | None:
    text = text.rsplit(";", maxsplit=1)[-1]
    if not text:
        return None
    first, _, last = text.partition("/")
    if not last:
        return Time(first, first + ":01" if "T" in first else day_after(first), "hour" if "T" in first else "day")
    start, end = (None if part == ".." else part for part in (first, last))
    days = start is not None and end is not None and len(start) == len(end) == 10
    return Time(start, day_after(end), "week" if days else "open")


def day_after(text: str | None) -> str | None:
    if text is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return text
    return (dt.date.fromisoformat(text) + dt.timedelta(days=1)).isoformat()


def place_of(text: str) -> Place | None:
    if not text:
        return None
    name = text.split(":", maxsplit=1)[0].split(";", maxsplit=1)[0]
    within = ("SY",) if name in ("Idlib", "M4", "M5", "Idlib city") else ()
    ids = {"Idlib": "SY-IDLIB", "Idlib city": "SY-IDLIB-CITY", "Syria": "SY"}
    found = ids.get(name, name.replace(" ", "-").upper())
    return Place(text, name, found, LEVELS.get(name, "province"), within=within)  # type: ignore[arg-type]


def actors_of(row: dict[str, str]) -> list[ActorRole]:
    made = []
    speech = row["type"].startswith(("dip", "term"))
    for column, role in (("actor", "party" if speech else "perpetrator"), ("target", "target")):
        for name in filter(None, row[column].split(";")):
            bare = name.split(" (")[0]
            basis = "blamed" if "blamed" in name else "stated"
            if bare != "unstated":
                found = ACTORS.get(bare.lower()) or ACTORS.get(bare.lower().rsplit(":", 1)[0])
                made.append(ActorRole(role, bare, found, basis))  # type: ignore[arg-type]
    return made


def figures_of(row: dict[str, str]) -> tuple[Figure, ...]:
    measure = MEASURES.get(row["type"])
    if not row["value"] or measure is None:
        return ()
    low, dots, high = row["value"].partition("..")
    approx = row["approx"]
    hedges = {"about": "about", "some": "about", "around": "about", "nearly": "nearly", "close": "nearly"}
    hedge = hedges.get(approx.split(" ")[0], "at_least" if approx.startswith("at least") else "exact")
    whom = row["unit"].lower()
    people = (
        "TUR.army" if "turkish" in whom
        else "SYR.army" if "syrian soldiers" in whom
        else "refugees of SYR" if "syrian" in whom
        else "refugees" if "refugees, all" in whom
        else "civilians" if "civilian" in whom or "displaced" in whom or "people" in whom
        else None
    )  # fmt: skip
    if row["type"] == "kin.drone_strike":
        people = "SYR.army"
    top = float(high) if high else (None if dots else float(low))
    return (
        Figure(
            measure,  # type: ignore[arg-type]
            float(low),
            top,
            "vague" if dots and high else hedge,  # type: ignore[arg-type]
            people,
            row["value"],
            more="more" in row["quote"].split("soldiers")[0] and measure == "killed",
        ),
    )


def attribution_of(chain: str) -> tuple[Attribution, ...]:
    links = []
    for name in chain.split(" -> "):
        bare = name.split(" (")[0]
        id_ = ACTORS.get(bare.lower()) or ACTORS.get(bare.split(":")[0].lower())
        if id_ is not None:
            links.append(Attribution(bare, "party", id_))
        elif bare in ("Bloomberg",) and links:
            links.append(Attribution(bare, "outlet"))
        elif "narrator" not in bare and "headline" not in bare and bare not in ("AFP", "France24"):
            links.append(Attribution(bare, "monitor" if "monitor" in bare else "anonymous"))
    if "Bloomberg -> narrator" in chain:
        links.append(Attribution("Bloomberg", "outlet", "Bloomberg"))
    return tuple(links) or (Attribution("narrator", "narrator"),)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--errors", default="0")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    claims, reports = seeds()
    made = incidents(claims, reports)
    out = options.out or Path(tempfile.mkdtemp())
    out.mkdir(parents=True, exist_ok=True)
    for name, things in (("claims", claims), ("incidents", made)):
        with (out / f"{name}.jsonl").open("w", encoding="utf-8") as stream:
            dump_lines(things, stream)
    command = [sys.executable, str(SHARED / "eval" / "score.py"), str(SHARED / "eval" / "dev"), "seeds"]
    command += [
        "--claims",
        str(out / "claims.jsonl"),
        "--incidents",
        str(out / "incidents.jsonl"),
        "--errors",
        options.errors,
    ]
    shown = subprocess.run([*command, "--grep", "joined"], capture_output=True, text=True, check=True).stdout
    metrics = json.loads(shown.splitlines()[-1])["metrics"]
    print(*shown.splitlines()[:-1][shown.count("\n") - 1 - 3 * int(options.errors) :], sep="\n")
    for name in ("pair_precision", "pair_recall", "pair_f1", "kept_apart"):
        print(f"{name:<16}{100 * metrics[name]['value']:6.1f} %")


if __name__ == "__main__":
    main()
