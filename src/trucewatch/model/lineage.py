"""model: lineage is who took it from whom: a graph from reports to the houses and reports they were taken from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from trucewatch.model.claim import Claim
from trucewatch.model.report import Span

LineageBasis = Literal["credit", "outlet", "unstated", "copy", "translation", "cites", "quotation"]
"""Of a whole report: its agency credit, its outlet, neither, nearly the same text, the same text in another language;
of single claims: another house cited for them, words that another report quotes alike."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """One link: what a report, or some of its claims, was taken from, and why we think so.

    Every report has one link for the whole of it, which gives its root; `cites` and `quotation` name their claims.
    """

    report: str
    basis: LineageBasis
    root: str
    """The house by which independence is counted."""
    why: str
    taken_from: str | None = None
    """The report that the words stand in too."""
    claims: tuple[str, ...] = ()
    share: float | None = None
    """Share of the shorter text's runs of words, or of its statements, that both have."""
    span: Span | None = None
    quote: str | None = None
    """Words of the report that both have."""

    @property
    def whole(self) -> bool:
        """Whether the link is that of the whole report."""
        return self.basis not in ("cites", "quotation")


def origins(claims: Iterable[Claim], links: Iterable[Lineage]) -> Mapping[str, str]:
    """Claim id -> the root that its links give: the house cited for it, else the root of its whole report."""
    whole: dict[str, str] = {}
    cited: dict[str, str] = {}
    for link in links:
        if link.whole:
            whole[link.report] = link.root
        elif link.basis == "cites":
            cited |= dict.fromkeys(link.claims, link.root)
    found = {claim.id: cited.get(claim.id) or whole.get(claim.report) for claim in claims}
    return {id_: root for id_, root in found.items() if root is not None}
