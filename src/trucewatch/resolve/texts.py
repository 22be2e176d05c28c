"""resolve: the words of a report with their offsets, its furniture left out, to be laid beside those of another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.languages.words import keys_of, words_of
from trucewatch.model import Report, Span

RUN = 5
"""Words in a run: two texts that share one have not come upon it by chance, unless it is a standing phrase."""


@dataclass(frozen=True, slots=True)
class Words:
    """The folded words of a text and where each stands in it."""

    keys: tuple[str, ...]
    spans: tuple[Span, ...]

    def runs(self, length: int = RUN) -> list[str]:
        """Every run of so many words; run `i` begins at word `i`."""
        return runs_of(self.keys, length)


def runs_of(keys: Sequence[str], length: int = RUN) -> list[str]:
    """Every run of so many words."""
    return [" ".join(keys[i : i + length]) for i in range(len(keys) - length + 1)]


def words(report: Report) -> Words:
    """The words of a report without those of its furniture."""
    edges = iter(sorted(report.furniture))
    start, end = next(edges, (len(report.text), len(report.text)))
    keys, spans = [], []
    for word in words_of(report.text):
        while word.span[0] >= end and end < len(report.text):
            start, end = next(edges, (len(report.text), len(report.text)))
        if not start <= word.span[0] < end:
            keys.append(word.key)
            spans.append(word.span)
    return Words(tuple(keys), tuple(spans))


def keys(report: Report) -> tuple[str, ...]:
    """The words alone, of a report without those of its furniture."""
    return words(report).keys if report.furniture else tuple(keys_of(report.text))


def longest(text: Words, shared: Collection[str], length: int = RUN) -> tuple[int, int] | None:
    """The longest stretch of words whose runs are all shared, as positions of words; None where none is."""
    stretches = list(stretched(text.runs(length), shared, length))
    return max(stretches, key=lambda s: (s[1] - s[0], -s[0])) if stretches else None


def stretched(runs: Sequence[str], shared: Collection[str], length: int = RUN) -> Iterator[tuple[int, int]]:
    """Stretches of words whose runs are all shared, in their order."""
    first: int | None = None
    for number, run in enumerate([*runs, None]):
        if run is not None and run in shared:
            first = number if first is None else first
        elif first is not None:
            yield first, number - 1 + length
            first = None
