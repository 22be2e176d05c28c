"""assess: which of the texts a report means when it tells of "the agreement"."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.languages.fold import match_key
from trucewatch.model import Agreement, Claim, Report


def meant(claim: Claim, report: Report | None, texts: Sequence[Agreement]) -> list[Agreement]:
    """The text that a claim is about, then those it stands on; nothing where it tells of a time before all of them.

    A text is named by a word of its title that no other has ("the Sochi deal"); else it is the last one signed by the
    time told of or, where no time is told, by the day of the report.
    """
    named = [text for text in texts if _names(claim, text, texts)]
    if len(named) != 1:
        day = _day(claim, report)
        named = sorted((text for text in texts if day is None or text.signed <= day), key=lambda text: text.signed)
    if not named:
        return []
    first = named[-1]
    return [first, *_under(first, {text.id: text for text in texts})]


def _under(text: Agreement, texts: dict[str, Agreement]) -> list[Agreement]:
    """The texts that one stands on, the nearest first."""
    found: list[Agreement] = []
    for name in text.supplements:
        if name in texts:
            found += [texts[name], *_under(texts[name], texts)]
    return list({one.id: one for one in found}.values())


def _names(claim: Claim, text: Agreement, texts: Sequence[Agreement]) -> bool:
    others = {word for other in texts if other.id != text.id for word in _words(other.title)}
    own = {match_key(word) for word in text.title.split() if word[:1].isupper() and len(word) > 3} - others
    said = _words(" ".join(link.who for link in claim.attribution[:1] if link.kind == "institution"))
    return bool(own & said)


def _words(text: str) -> set[str]:
    return set(match_key(text).split())


def _day(claim: Claim, report: Report | None) -> str | None:
    """The last day of the time told of, if it is told; else that of the report."""
    time = claim.time
    if time is not None and time.basis != "published" and (time.end or time.start):
        return str(time.end or time.start)[:10]
    published = report.published if report is not None else None
    return published.rpartition("/")[2][:10] if published else None
