"""assess: agreements as data, and what incidents mean for each of their terms."""

from trucewatch.assess.cases import CaseResult, run_cases
from trucewatch.assess.findings import findings
from trucewatch.assess.memory import Brief, Memory
from trucewatch.assess.profile import Profile, load_profile
from trucewatch.assess.reported.terms import reported_terms
from trucewatch.assess.text.compare import Change, compare
from trucewatch.assess.text.load import available, check, load_agreement, load_stack
from trucewatch.assess.text.schema import agreement_schema
from trucewatch.assess.text.show import show_text
from trucewatch.assess.text.skeleton import begin
from trucewatch.assess.text.words import lacking as lacking_words
from trucewatch.assess.timers import Timer, timers
from trucewatch.assess.watched import load_coverage, zone_names

__all__ = [
    "Brief",
    "CaseResult",
    "Change",
    "Memory",
    "Profile",
    "Timer",
    "agreement_schema",
    "available",
    "begin",
    "check",
    "compare",
    "findings",
    "lacking_words",
    "load_agreement",
    "load_coverage",
    "load_profile",
    "load_stack",
    "reported_terms",
    "run_cases",
    "show_text",
    "timers",
    "zone_names",
]
