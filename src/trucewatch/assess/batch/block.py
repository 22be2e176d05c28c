"""assess: one provision held against many incidents at once: labels as a column, findings where they are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from trucewatch.assess.batch.asked import Answer, Asked
from trucewatch.assess.batch.maker import Maker, Shared, share
from trucewatch.assess.batch.questions import Questions
from trucewatch.assess.batch.values import LETTERS, F, Rows
from trucewatch.assess.facets import who
from trucewatch.assess.labels import FACETS
from trucewatch.assess.verdict import Verdict, shortfall
from trucewatch.model import Act, Finding, Provision
from trucewatch.model.finding import FindingLabel

_READ = ("time", "place", "not_excepted")
"""Facets whose condition may have readings."""
_READINGS = tuple(FACETS.index(name) for name in _READ)


@dataclass
class Block:
    """Events whose act may be the one forbidden, by the numbers of their rows, with the value of each facet."""

    provision: Provision
    questions: Questions
    rows: Rows
    asked: dict[str, Asked]
    kinds: dict[str, Rows]
    """For each facet, the kind of each row."""
    values: np.ndarray
    """Of each facet, in the order of `FACETS`, a column."""
    evaluable: bool
    _verdicts: dict[tuple[object, ...], Shared] = field(default_factory=dict)
    _short: dict[tuple[int, int], str] = field(default_factory=dict)

    @cached_property
    def labels(self) -> list[FindingLabel]:
        """The label of each row, without a reason being made."""
        columns = self.questions.columns
        proven = np.array([not said for said in self.shortfalls], bool)
        signs = np.stack([*self.values, proven, columns.undated[self.rows]], axis=1).astype(np.int64)
        codes = signs @ (4 ** np.arange(len(FACETS) + 2))
        _, first, of = np.unique(codes, return_index=True, return_inverse=True)
        made = [
            Verdict(self._letters(at), {}, self.shortfalls[at], self.evaluable, bool(signs[at, -1])).label
            for at in first.tolist()
        ]
        return [made[kind] for kind in of.tolist()]

    @cached_property
    def shortfalls(self) -> list[str]:
        """What is lacking for the standard of proof, for the rows of which it may decide something."""
        false = self.values == F
        wanted = ~false[:-1].any(axis=0)
        columns = self.questions.columns
        proofs = columns.proofs.of(self.rows[wanted]).tolist()
        bearers = self.kinds["bearer"][wanted].tolist()
        found = [""] * len(self.rows)
        for at, pair in zip(np.flatnonzero(wanted).tolist(), zip(bearers, proofs, strict=True), strict=True):
            if pair not in self._short:
                self._short[pair] = self._lacking(*pair)
            found[at] = self._short[pair]
        return found

    def _lacking(self, bearer: int, proof: int) -> str:
        columns = self.questions.columns
        done = who.bearer(columns.actors.first[bearer], self.provision, columns.case)
        return shortfall(columns.proofs.first[proof], columns.case, blamed_only=done.blamed_only)

    def _letters(self, at: int) -> dict[str, str]:
        return {name: LETTERS[code] for name, code in zip(FACETS, self.values[:, at].tolist(), strict=True)}

    def findings(self) -> Iterator[Finding]:
        """The finding of each row, with its hashes, in the order of the rows."""
        columns, maker = self.questions.columns, Maker(self.provision, self.questions.columns.case)
        answers = [self.asked[name].answers(self.kinds[name]) for name in FACETS]
        undated = columns.undated[self.rows].tolist()
        for at, row in enumerate(self.rows.tolist()):
            given = [column[at] for column in answers]
            shared = self._shared(given, self.shortfalls[at], undated=undated[at])
            yield maker.finding(columns.evidence[row], given, shared)

    def _shared(self, given: list[Answer], lacking: str, *, undated: bool) -> Shared:
        key = (*[one.facet.value for one in given], *[given[place].readings for place in _READINGS], lacking, undated)
        if key not in self._verdicts:
            by_reading = {name: given[place].readings for name, place in zip(_READ, _READINGS, strict=True)}
            values = {name: one.facet.value for name, one in zip(FACETS, given, strict=True)}
            self._verdicts[key] = share(Verdict(values, by_reading, lacking, self.evaluable, undated))
        return self._verdicts[key]


def block(provision: Provision, act: Act, questions: Questions, rows: Rows) -> Block:
    """A provision held against some rows of which none is calm; those of another act are left out."""
    _, acts = questions.act(act).column(rows)
    rows = rows[acts != F]
    asked = questions.of(provision, act)
    found = {name: asked[name].column(rows) for name in FACETS}
    where = provision.where
    reaches = () if where is None else questions.columns.case.ground.reaches(where)
    return Block(
        provision,
        questions,
        rows,
        asked,
        {name: kinds for name, (kinds, _) in found.items()},
        np.stack([values for _, values in found.values()]),
        not reaches or any(reach.shape is not None for reach in reaches),
    )
