"""explain: the steps of extraction made visible, sentence by sentence, in the terminal and as a page."""

from trucewatch.explain.choose import narrow
from trucewatch.explain.page import html
from trucewatch.explain.steps import ReportTrace, SentenceTrace
from trucewatch.explain.terminal import lines
from trucewatch.explain.trace import trace

__all__ = ["ReportTrace", "SentenceTrace", "html", "lines", "narrow", "trace"]
