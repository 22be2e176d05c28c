"""extract: runs the cases beside a language pack: what is found in each sentence against what it must give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trucewatch.extract.claims import claims
from trucewatch.extract.knowledge import Knowledge
from trucewatch.languages.cases import EVENT, Case, Edge, Unwanted, Wanted, WantedFigure
from trucewatch.model import Claim, Report
from trucewatch.model.claim import Figure

EVENTS = ("kin.", "pos.", "wd.", "civ.", "hum.", "mon.", "crowd.", "harm.")
"""Families whose claims tell of happenings."""
_REAL = frozenset({"happened", "ongoing"})


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A case and how what was found misses it; nothing where it passes."""

    case: Case
    misses: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether everything is as the case says."""
        return not self.misses

    def __str__(self) -> str:
        """Where, the sentence, and each miss on a line of its own."""
        return "\n  ".join([f"{self.case.where}: {self.case.text}", *self.misses])


def is_fact(claim: Claim) -> bool:
    """Whether a claim tells a happening as a fact."""
    return claim.type.startswith(EVENTS) and claim.modality in _REAL and claim.polarity == "+"


def report_of(case: Case) -> Report:
    """The case as a report; its title, if any, stands as the headline above its text."""
    if case.title is None:
        return Report(id="case", text=case.text, language=case.language, published=case.published)
    return Report(
        id="case",
        text=f"{case.title}\n\n{case.text}",
        title=case.title,
        language=case.language,
        published=case.published,
        meta={"title_span": [0, len(case.title)]},
    )


def run_cases(cases: Iterable[Case], knowledge: Knowledge) -> list[CaseResult]:
    """The result of each case, in order."""
    return [CaseResult(case, misses(case, claims(report_of(case), knowledge))) for case in cases]


def misses(case: Case, found: list[Claim]) -> tuple[str, ...]:
    """How the claims found in a case differ from what it wants, in words."""
    facts = [claim for claim in found if is_fact(claim)]
    wrong = [f"wanted {_told(wanted)}: {_nearest(wanted, found)}" for wanted in _missing(case.claims, found)]
    if not case.claims and facts:
        wrong.append(f"nothing happens here, but found {_names(facts)}")
    if case.events is not None and len(facts) != case.events:
        wrong.append(f"{case.events} happenings wanted, {len(facts)} found: {_names(facts)}")
    for unwanted in case.unwanted:
        held = [claim for claim in found if _is_unwanted(unwanted, claim)]
        if held:
            wrong.append(f"must not be found: {_names(held)}")
    return tuple(wrong)


def _missing(wants: Iterable[Wanted], found: list[Claim]) -> Iterator[Wanted]:
    """Wanted claims that no claim fits; two that want the same thing need two claims."""
    taken: set[str] = set()
    for wanted in wants:
        fitting = [claim for claim in found if not differs(wanted, claim)]
        fresh = next((claim for claim in fitting if claim.id not in taken), None)
        if fresh is None:
            yield wanted
        else:
            taken.add(fresh.id)


def _is_unwanted(unwanted: Unwanted, claim: Claim) -> bool:
    if unwanted.type == EVENT:
        return is_fact(claim) and unwanted.modality in (None, claim.modality)
    return claim.polarity == "+" and _typed(unwanted.type, claim) and unwanted.modality in (None, claim.modality)


def _typed(code: str, claim: Claim) -> bool:
    return claim.type.startswith(code[:-1]) if code.endswith("*") else claim.type == code


def differs(wanted: Wanted, claim: Claim) -> list[str]:
    """In what a claim differs from the wanted one."""
    wrong = []
    if wanted.types and not any(_typed(code, claim) for code in wanted.types):
        wrong.append("type")
    if wanted.modalities and claim.modality not in wanted.modalities:
        wrong.append("modality")
    if wanted.polarity not in (None, claim.polarity):
        wrong.append("polarity")
    wrong += [
        f"figure {f.measure}" for f in wanted.figures or () if not any(_counts(f, held) for held in claim.figures)
    ]
    wrong += ["figures"] if wanted.figures == () and claim.figures else []
    return wrong + _differs_around(wanted, claim)


def _differs_around(wanted: Wanted, claim: Claim) -> list[str]:
    wrong = [f"actor {name}" for name in wanted.actors if name not in {actor.id for actor in claim.actors}]
    for name, value in (("start", wanted.start), ("end", wanted.end)):
        got = getattr(claim.time, name) if claim.time is not None else None
        fits = got is None and claim.time is not None if value == "open" else (got or "").startswith(value or "")
        if value is not None and not fits:
            wrong.append(f"{name} {got}")
    if wanted.untimed and claim.time is not None:
        wrong.append(f"time {claim.time.start}/{claim.time.end}")
    if wanted.speaker is not None and not _speaks(wanted.speaker, claim):
        wrong.append("speaker")
    if wanted.place is not None and not (claim.place and wanted.place in (claim.place.id, claim.place.name)):
        wrong.append("place")
    if wanted.about not in (None, claim.about):
        wrong.append("about")
    if wanted.joint not in (None, claim.joint):
        wrong.append("joint")
    if wanted.outcome not in (None, claim.outcome or "open"):
        wrong.append(f"outcome ({claim.outcome or 'open'})")
    return wrong


def _counts(wanted: WantedFigure, held: Figure) -> bool:
    return (
        held.measure == wanted.measure
        and wanted.low in ("any", held.low)
        and wanted.high in ("any", held.high)
        and wanted.population in (None, held.population)
        and wanted.more in (None, held.more)
    )


def _speaks(name: str, claim: Claim) -> bool:
    return any(link.id == name or name.casefold() in link.who.casefold() for link in claim.attribution)


def _nearest(wanted: Wanted, found: list[Claim]) -> str:
    """The claim that comes nearest and where it parts, for the one who reads the message."""
    if not found:
        return "nothing was found"
    nearest = min(found, key=lambda claim: len(differs(wanted, claim)))
    wrong = differs(wanted, nearest)
    return f"nearest is {_name(nearest)}" + (f", not so: {', '.join(wrong)}" if wrong else ", but it is taken")


def _told(wanted: Wanted) -> str:
    parts = ["|".join(wanted.types) or "a claim", "|".join(wanted.modalities), wanted.polarity or ""]
    parts += [f"{f.measure} {_edge(f.low)}..{_edge(f.high)}" for f in wanted.figures or ()]
    return " ".join(part for part in [*parts, *wanted.actors] if part)


def _name(claim: Claim) -> str:
    figures = [f"{f.measure} {_edge(f.low)}..{_edge(f.high)}" for f in claim.figures]
    return " ".join([claim.type, claim.modality, claim.polarity, *figures])


def _names(found: list[Claim]) -> str:
    return "; ".join(_name(claim) for claim in found)


def _edge(value: Edge) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else value
