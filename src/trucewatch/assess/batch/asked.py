"""assess: one question put to kinds of rows: its values as a column, its reasons where they are wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from trucewatch.assess.batch.columns import Kinds
from trucewatch.assess.batch.values import CODE, Codes, Rows
from trucewatch.assess.evidence import Evidence
from trucewatch.assess.facets.facet import Read
from trucewatch.assess.seal import line, words
from trucewatch.model import Facet
from trucewatch.model.codec import to_row


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for one kind, with the lines that it gives to a finding's hash: made once, shared by all its rows."""

    facet: Facet
    readings: tuple[tuple[str, str], ...]
    """The value by each reading."""
    line: str
    reason: str
    reason_line: str


def answer(name: str, read: Read) -> Answer:
    """The answer to the question called `name`."""
    reason = f"{name}: {read.facet.why}."
    readings = tuple((reading, facet.value) for reading, facet in read.readings.items())
    return Answer(read.facet, readings, f'"{name}":{line(to_row(read.facet))}', reason, words(reason))


@dataclass(slots=True)
class Asked:
    """One question: the values of all kinds in one go, by `weigh` where numbers can be compared, else by asking."""

    name: str
    kinds: Kinds
    ask: Callable[[Evidence], Read]
    weigh: Callable[[Sequence[Evidence]], Codes] | None = None
    ready: Callable[[Sequence[Evidence]], None] | None = None
    """Measures many at once before their reasons are made."""
    _values: Codes = field(default_factory=lambda: np.zeros(0, np.int8))
    _answers: list[Answer | None] = field(default_factory=list)

    def column(self, rows: Rows) -> tuple[Rows, Codes]:
        """The kind of each row and the value of its facet."""
        of = self.kinds.of(rows)
        new = self.kinds.first[len(self._values) :]
        if new:
            self._answers += [None] * len(new)
            self._values = np.concatenate([self._values, self._weighed(new)])
        return of, self._values[of]

    def answers(self, of: Rows) -> list[Answer]:
        """The answer of each kind, in the order given."""
        wanted = np.unique(of).tolist()
        missing = [kind for kind in wanted if self._answers[kind] is None]
        if self.ready is not None:
            self.ready([self.kinds.first[kind] for kind in missing])
        for kind in missing:
            self._answers[kind] = answer(self.name, self.ask(self.kinds.first[kind]))
        found = self._answers
        return [found[kind] for kind in of.tolist()]

    def _weighed(self, new: Sequence[Evidence]) -> Codes:
        if self.weigh is not None:
            return self.weigh(new)
        first = len(self._values)
        for at, item in enumerate(new, first):
            self._answers[at] = answer(self.name, self.ask(item))
        return np.array([CODE[one.facet.value] for one in self._answers[first:] if one is not None], np.int8)
