"""Articles a second: the whole extraction beside dateparser's search and a spaCy pipeline with our names, in one run.

The texts are articles of about 4 kB, put together from the sample's digests, the same for all. They are read over and
over, which flatters nobody: what single words are is kept, and nothing of a sentence. spaCy's blank pipeline only cuts
tokens and finds the names in its PhraseMatcher; dateparser only looks for dates. Ours is measured as plain Python and,
where there is one, as the copy whose extraction is compiled (`make bench` makes it where there is a C compiler). Then
where our time goes, what two processes gain, how long a start takes, and what memory does over many reports. Rates are
by processor time: they mean the same where others use the machine; what two processes gain does not.
"""

from __future__ import annotations

import cProfile
import hashlib
import json
import os
import pstats
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from trucewatch import extract, jobs, read
from trucewatch.model import Rejected, Report
from trucewatch.model.codec import dump_lines
from trucewatch.sample import sample_path

SECONDS = 8.0
ROOT = Path(__file__).parents[1]
PLAIN, COMPILED = ROOT / "src", ROOT / "build" / "compiled"
LENGTH = 4000
"""Characters of an article."""
LONG = 15.0
"""Seconds that one process has work for when it is seen what two gain: long for a start not to count for much."""
MANY = 100_000
"""Reports over which memory is watched."""
STEPS = ("words", "times", "phrases", "clauses", "speech", "places", "days", "meaning", "drafts", "gazetteer", "actors")
"""Folders whose share of the time is told; what lies in no such folder counts as other."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Articles a second by processor time, and a hash of the claims."""

    rate: float
    hash: str


def articles(language: str = "en") -> list[Report]:
    """The sample's digests of a language, joined to articles of about the length."""
    digests = [r for r in read.reports([sample_path()]) if not isinstance(r, Rejected) and r.language == language]
    found: list[Report] = []
    text = ""
    for digest in digests:
        longer = text + digest.text.strip() + "\n\n"
        if text and len(longer) - LENGTH > LENGTH - len(text):
            found.append(Report(f"r_{len(found)}", text, language=language, published="2020-03-10"))
            longer = digest.text.strip() + "\n\n"
        text = longer
    return found


def rate(work: Callable[[Report], object], texts: Sequence[Report]) -> float:
    """How many of the texts the work gets through in a second of the processor, in whole rounds."""
    work(texts[0])
    done, start = 0, time.process_time()
    while time.process_time() - start < SECONDS:
        for text in texts:
            work(text)
        done += len(texts)
    return done / (time.process_time() - start)


def ours(texts: Sequence[Report]) -> Measured:
    """What this process's package gets through, and a hash of all that it claims."""
    knowledge = jobs.Sources().load()
    found = hashlib.sha256("".join(repr(extract.claims(text, knowledge)) for text in texts).encode())
    for other in jobs.extracted(texts, jobs.Sources(), jobs=2):
        found.update(repr(other.claims).encode())  # claims that another process sent
    alone = rate(lambda report: extract.claims(report, knowledge), texts)
    return Measured(alone, found.hexdigest())


def _elsewhere(path: Path) -> Measured:
    """As `ours`, of the package at a path, in a process of its own."""
    command = [sys.executable, __file__, "--ours"]
    done = subprocess.run(command, env=_of(path), check=True, capture_output=True, text=True)
    return Measured(**json.loads(done.stdout))


def _of(path: Path) -> dict[str, str]:
    """The environment in which the package at a path is the one that is used."""
    return os.environ | {"PYTHONPATH": str(path)}


def _names(knowledge: extract.Knowledge) -> Iterable[str]:
    yield from knowledge.actors.names("en")
    yield from knowledge.packs["en"].phrases
    yield from knowledge.gazetteer.world.refs


def _spacy(knowledge: extract.Knowledge) -> Callable[[Report], object]:
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("KNOWN", [nlp.make_doc(name) for name in _names(knowledge)])
    return lambda report: matcher(nlp(report.text))


def _others(texts: Sequence[Report], knowledge: extract.Knowledge) -> dict[str, float]:
    """Articles a second of the programs that do a part of the work."""
    from dateparser.search import search_dates

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        dates = rate(lambda report: search_dates(report.text, languages=["en"]), texts)
    return {"dateparser, dates alone": dates, "spaCy, names alone": rate(_spacy(knowledge), texts)}


def _shares(texts: Sequence[Report], knowledge: extract.Knowledge) -> list[tuple[str, float]]:
    """The share of the time that each step takes itself, in percent; the profile makes calls dearer than they are."""
    for report in texts:
        extract.claims(report, knowledge)  # what is made once for a process is no part of the shares
    profile = cProfile.Profile()
    profile.enable()
    for report in texts:
        extract.claims(report, knowledge)
    profile.disable()
    spent: Counter[str] = Counter()
    for (path, _, _), row in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        folder = Path(path).parent.name
        spent[folder if folder in STEPS else "other"] += row[2]
    total = sum(spent.values())
    return [(name, 100 * seconds / total) for name, seconds in spent.most_common()]


def _start(package: Path) -> float:
    """Seconds from the call of the command to the claims of one sentence, packs compiled before; the best of five."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "one.txt"
        path.write_text("Three shells fell near Saraqib.", encoding="utf-8")
        command = [sys.executable, "-m", "trucewatch", "extract", str(path)]
        times = []
        # As an installed package starts: with the byte code that the first start leaves, which is not counted.
        environment = _of(package) | {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}
        for _ in range(6):
            start = time.perf_counter()
            subprocess.run(command, env=environment, check=True, capture_output=True)
            times.append(time.perf_counter() - start)
    return min(times[1:])


def _shared(package: Path, texts: Sequence[Report], rate_alone: float) -> list[float]:
    """Articles a second by the clock that the command gets through with one process and with two, start included."""
    given = [read.read_text(report.text, given=read.Given(language="en", published="2020-03-10")) for report in texts]
    rounds = max(1, round(rate_alone * LONG / len(texts)))
    found = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        with path.open("w", encoding="utf-8") as stream:
            dump_lines((replace(one, id=f"{one.id}_{n}") for n in range(rounds) for one in given), stream)
        for count in ("1", "2"):
            start = time.perf_counter()
            command = [sys.executable, "-m", "trucewatch", "extract", str(path), "--jobs", count]
            subprocess.run(command, env=_of(package), check=True, stdout=subprocess.DEVNULL)
            found.append(rounds * len(texts) / (time.perf_counter() - start))
    return found


_WATCHED = """
import sys
from pathlib import Path
from trucewatch.cli import main
try:
    main(["extract", sys.argv[1]], standalone_mode=False)
except SystemExit:
    pass
told = Path("/proc/self/status").read_text()
print(told.split("VmHWM:")[1].split()[0], file=sys.stderr)
"""
"""Runs the command and tells the most memory that it had, in kB; what a parent had before does not count."""


def _memory(package: Path) -> list[tuple[int, float]]:
    """MB that the command has used at its most, for a tenth of the reports and for all of them."""
    found = []
    text = "Government artillery shelled Saraqib on Monday, killing two people, the ministry said."
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.jsonl"
        for count in (MANY // 10, MANY):
            with path.open("w", encoding="utf-8") as stream:
                dump_lines((_one(n, text) for n in range(count)), stream)
            command = [sys.executable, "-c", _WATCHED, str(path)]
            done = subprocess.run(
                command, env=_of(package), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True
            )
            found.append((count, int(done.stderr.split()[-1]) / 1024))
    return found


def _one(n: int, text: str) -> Report:
    return Report(
        f"r_{n}",
        f"{text} Report {n}.",
        language="en",
        published="2020-03-05",
        published_basis="metadata",
        sha256="0",
        meta={"origin": "many"},
    )


def main() -> None:
    """Print the rates, their ratios, and where the time goes; with `--ours` what this process does, as JSON."""
    texts = articles()
    if sys.argv[1:] == ["--ours"]:
        print(json.dumps(asdict(ours(texts))))
        return
    length = sum(len(report.text) for report in texts) / len(texts)
    knowledge = jobs.Sources().load()
    packages = {"plain": PLAIN} | ({"compiled": COMPILED} if (COMPILED / "made-from").is_file() else {})
    found = {name: _elsewhere(path) for name, path in packages.items()}
    rates = {f"trucewatch, {name}": one.rate for name, one in found.items()} | _others(texts, knowledge)
    print(f"{len(texts)} articles of {length:.0f} characters on average, one core; trucewatch finds all claims")
    for name, value in rates.items():
        ratios = ", ".join(f"{ours} {one.rate / value:.2f}" for ours, one in found.items())
        print(
            f"  {name:<24} {value:8.1f} articles/s {value * length / 1e6:6.2f} MB/s   ours against it: {ratios} times"
        )
    if len({one.hash for one in found.values()}) > 1:
        print("  THE CLAIMS DIFFER: the compiled copy is of other sources (make compiled)")
    print("where our time goes: " + ", ".join(f"{name} {share:.0f} %" for name, share in _shares(texts, knowledge)))
    for name, measured in found.items():
        one, two = _shared(packages[name], texts, measured.rate)
        gain = f"two processes {two:.1f} articles/s against {one:.1f} with one, {two / one:.2f} times"
        print(
            f"{name}, from lines to lines: {gain}; start to the claims of one sentence {_start(packages[name]):.2f} s"
        )
    last = list(packages)[-1]  # the quicker one: memory is the same, and there is much to read
    grown = ", ".join(f"{size:.0f} MB for {count} reports" for count, size in _memory(packages[last]))
    print(f"memory at its most ({last}): {grown}")


if __name__ == "__main__":
    main()
