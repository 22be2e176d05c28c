"""resolve: who is heard. An agency that relays a party is that party's voice; copies of one agency are one root."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from trucewatch.actors import independent
from trucewatch.model import Attribution, Figure
from trucewatch.resolve.population import is_actor
from trucewatch.resolve.sides import listed, side
from trucewatch.resolve.subject import OUTLETS, Subject

HARM = frozenset({"killed", "injured", "missing", "captured", "neutralised", "aircraft", "vehicles"})
"""Measures of what one side does to the other."""
NOTHING_SAID: Mapping[str, str] = MappingProxyType({})
PARTISAN = frozenset({"party", "official"})
"""Kinds of speakers who speak for a side."""


@dataclass(frozen=True, slots=True)
class Heard:
    """How many roots tell a thing, whose voices they carry, and what was left out of the count and why."""

    roots: int
    voices: tuple[str, ...]
    left_out: str = ""

    @property
    def independent(self) -> int:
        """Roots that carry one voice count once, and so do voices that one root carries."""
        return min(self.roots, len(self.voices))


def speaker(subject: Subject) -> Attribution | None:
    """Who is quoted first, other than the house that writes."""
    return next((link for link in subject.claim.attribution if link.kind not in OUTLETS), None)


def voice(subject: Subject) -> str:
    """Who is heard: a side whose word several houses relay is one voice, and so is an agency that several copy."""
    first = speaker(subject)
    if first is not None and first.kind in PARTISAN and (first.id or first.who):
        return f"party {side(first.id, first.who)}"
    return subject.root


def of_the_enemy(subject: Subject, figure: Figure) -> bool:
    """Whether a side counts the other side's losses. Of a speaker whose side is not known this is not said."""
    if figure.measure not in HARM:
        return False
    first = speaker(subject)
    if first is None or first.kind not in PARTISAN:
        return False
    own = side(first.id, first.who)
    theirs = {side(figure.population)} if is_actor(figure.population) else set(filter(listed, subject.done_to))
    return listed(own) and bool(theirs) and own not in theirs


def heard(members: Iterable[Subject], said: Mapping[str, str] = NOTHING_SAID) -> Heard:
    """The voices behind the claims that tell of a thing. `said` is the root that quoted a claim's words before.

    What a report puts in its own words rests on whomever it quotes for it. A side's word on the other side's losses
    bears nothing out: it is counted only where nobody else is heard.
    """
    told = list(members)
    partisan = [s for s in told if any(of_the_enemy(s, count.figure) for count in s.counts)]
    others = [s for s in told if s not in partisan]
    counted = others or partisan
    quoted = {key: _quoted(same) for key, same in _by_report(told).items()}
    voices: set[str] = set()
    for key, same in _by_report(counted).items():
        voices |= quoted[key] or {said.get(s.id, s.root) for s in same}
    left_out = _left_out(partisan) if others and partisan else ""
    return Heard(independent(s.root for s in counted), tuple(sorted(voices)), left_out)


def _by_report(members: Sequence[Subject]) -> dict[tuple[str, str], list[Subject]]:
    found: dict[tuple[str, str], list[Subject]] = defaultdict(list)
    for subject in members:
        found[subject.root, subject.claim.report].append(subject)
    return found


def _quoted(members: Sequence[Subject]) -> set[str]:
    """The sides that one report quotes for a thing; empty where it quotes none."""
    return {name for s in members if (name := voice(s)) != s.root}


def _left_out(partisan: Sequence[Subject]) -> str:
    names = sorted({voice(s).removeprefix("party ") for s in partisan})
    return f"{', '.join(names)}'s word on the other side's losses is not counted"
