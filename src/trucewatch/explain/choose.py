"""explain: the part of a trace that is asked for: one claim's sentence, or the sentences that hold a word."""

from __future__ import annotations

import dataclasses

from trucewatch.explain.steps import ReportTrace
from trucewatch.languages.fold import fold


def narrow(trace: ReportTrace, *, claim: str | None = None, grep: str | None = None) -> ReportTrace:
    """The trace with only the sentences that made a claim, and that hold a word (case and accents do not count)."""
    chosen = trace.sentences
    if claim is not None:
        chosen = tuple(s for s in chosen if any(made.claim.id == claim for made in s.made))
    if grep is not None:
        wanted = fold(grep).text
        chosen = tuple(s for s in chosen if wanted in fold(s.text).text)
    return dataclasses.replace(trace, sentences=chosen)
