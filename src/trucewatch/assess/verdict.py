"""assess: what the values of seven facets come to: the label, what decides it, and what would change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from trucewatch.actors import independent
from trucewatch.assess import labels
from trucewatch.assess.case import Case
from trucewatch.assess.evidence import Evidence
from trucewatch.assess.facets.what import listed
from trucewatch.assess.voices import bearing_out
from trucewatch.model.finding import POTENTIAL, FindingLabel

_OPEN = ("alleged", "possible", "disputed", "disputed_unproven")
_WORDS = {
    "occurrence": "an independent account that it happened or did not",
    "act": "an account that says what kind of act it was",
    "class": "the weapon",
    "time": "the hour and its time zone",
    "place": "a more exact place, or an agreed line",
    "bearer": "an account of who did it",
    "not_excepted": "whom it was aimed at, and what it answered",
}


@dataclass(frozen=True)
class Verdict:
    """A function of what stands here and of nothing else, so that all rows alike share one."""

    values: Mapping[str, str]
    by_reading: Mapping[str, tuple[tuple[str, str], ...]]
    """Facet -> the value by each reading of its condition."""
    shortfall: str
    """Why the profile's standard of proof is not met; empty when it is."""
    evaluable: bool
    undated: bool

    @cached_property
    def label(self) -> FindingLabel:
        """The label, all conditions taken together."""
        return labelled(self.values, proven=not self.shortfall, evaluable=self.evaluable, undated=self.undated)

    @property
    def _wants_a_day(self) -> bool:
        return self.label == "not_evaluable" and self.undated and self.values["time"] == "N"

    @cached_property
    def decisive(self) -> tuple[str, ...]:
        """The facets that settle it."""
        return ("time",) if self._wants_a_day else labels.decisive(self.values)

    @cached_property
    def remarks(self) -> tuple[str, ...]:
        """Reasons that no facet gives."""
        found = []
        if self.label in _OPEN and self.shortfall:
            found.append(f"standard of proof: {self.shortfall}.")
        if self._wants_a_day:
            found.append("No account tells the day, and it may lie on either side of the term's time.")
        return tuple(found) if found or self.decisive else ("all seven questions are answered yes.",)

    @cached_property
    def readings(self) -> dict[str, str]:
        """The label under each reading of one condition, the others taken together."""
        table: dict[str, str] = {}
        for name, given in self.by_reading.items():
            named = {reading: str(self._under(name, value)) for reading, value in given}
            # Exceptions that change nothing are no reading worth a line; clocks and zones show the label is robust.
            if name != "not_excepted" or set(named.values()) != {self.label}:
                table |= named
        return table

    def _under(self, name: str, value: str) -> FindingLabel:
        return labelled(
            {**self.values, name: value}, proven=not self.shortfall, evaluable=self.evaluable, undated=self.undated
        )

    @cached_property
    def would_change(self) -> tuple[str, ...]:
        """What would settle what is open, or undo the one facet that settles it."""
        if self.label == "outside":
            false = [name for name in labels.FACETS if self.values[name] == "F"]
            return tuple(f"{name}: {_WORDS[name]}" for name in false) if len(false) == 1 else ()
        found = [f"{name}: {_WORDS[name]}" for name in labels.FACETS if self.values[name] in ("N", "B")]
        if self.label == "alleged":
            found.append(f"standard of proof: {self.shortfall}")
        return tuple(found)


def labelled(values: Mapping[str, str], *, proven: bool, evaluable: bool, undated: bool) -> FindingLabel:
    """The label of values; `undated` where no account tells the day."""
    given = labels.of_values(values, proven=proven, evaluable=evaluable)
    # An event whose day nobody tells is not shown as a potential violation of a term that began in between.
    return "not_evaluable" if undated and values["time"] == "N" and given in POTENTIAL else given


def shortfall(item: Evidence, case: Case, *, blamed_only: bool) -> str:
    """Why the profile's standard of proof is not met; empty when it is."""
    profile, told = case.profile, bearing_out(item, case)
    roots = [root for root in told if profile.counts(root)]
    if blamed_only:
        return "who did it is only blamed, not told"
    if profile.need_outsider and not item.outsiders:
        return "only parties tell of it"
    if profile.visual_alone and item.visual:
        return ""
    if (count := independent(roots)) < profile.min_roots:
        left_out = tuple(f"{root} ({profile.grade(root)})" for root in told if root not in roots)
        aside = f"; not counted, as the profile grades them: {listed(left_out)}" if left_out else ""
        return f"{count} independent root(s) of the {profile.min_roots} asked for, and nothing seen{aside}"
    return ""
