"""period: the daily or weekly report: what was known at a cut-off, as one document in three forms.

`plan` turns what a person asks into instants; `document` makes the report of two records, known at this cut-off and at
the one before; `FORMS` writes it as HTML, Markdown or a word processor's file. The same records give the same bytes.
"""

from trucewatch.publish.period.build import Period, document
from trucewatch.publish.period.forms import FORMS, write
from trucewatch.publish.period.plan import Plan, plan

__all__ = ["FORMS", "Period", "Plan", "document", "plan", "write"]
