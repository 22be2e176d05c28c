"""check: what a profile asks for, read from its fields alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from trucewatch.actors import ALSO, house_name
from trucewatch.languages.fold import match_key


@dataclass(frozen=True)
class Standard:
    """The fields of a profile that findings depend on; what each means is told in the profile's file."""

    hash: str
    min_roots: int
    visual_alone: bool
    need_outsider: bool
    self_denial_disputes: bool
    defeating_bases: tuple[str, ...]
    undated_within_days: int
    time_share: float
    reliability: Mapping[str, str]
    credibility: Mapping[str, str]
    least_reliability: str
    radius_km: Mapping[str, float]

    @classmethod
    def of(cls, profile: object) -> Standard:
        """The standard of a profile, field by field."""
        return cls(**{one.name: getattr(profile, one.name) for one in fields(cls)})


def grade_of(root: str, standard: Standard) -> str:
    """The grade of a root: of several houses the worst that was judged, `F` where none was."""
    worst = "F"
    for name in root.split(ALSO):
        given = standard.reliability.get(house_name(name), "F")
        if given != "F" and (worst == "F" or given > worst):
            worst = given
    return worst


def counted(roots: Iterable[str], standard: Standard) -> list[str]:
    """The roots that count towards the standard: all but those graded too low."""
    return [root for root in roots if (grade := grade_of(root, standard)) == "F" or grade <= standard.least_reliability]


def how_many(roots: Iterable[str]) -> int:
    """How many of the roots share no house with another."""
    houses = [{match_key(part) for part in root.split(ALSO)} for root in roots]
    groups = 0
    while houses:
        group = houses.pop()
        grown = True
        while grown:
            near = [other for other in houses if other & group]
            houses = [other for other in houses if not other & group]
            group = group.union(*near)
            grown = bool(near)
        groups += 1
    return groups


def grades(roots: Iterable[str], occurrence: str, standard: Standard) -> dict[str, str]:
    """Each root's grade beside that of what is told; nothing where the user grades nobody."""
    if not standard.reliability:
        return {}
    return {root: grade_of(root, standard) + standard.credibility[occurrence] for root in set(roots)}
