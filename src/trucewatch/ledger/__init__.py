"""ledger: every point on which accounts part, or only seem to, as rows that can be counted, asked and exported.

The command line, the report and the tables all take their rows and counts from here, so that they agree.
"""

from trucewatch.ledger.query import Query, ask
from trucewatch.ledger.row import LedgerRow, LedgerSide, Quotation
from trucewatch.ledger.rows import Counts, counts, rows

__all__ = ["Counts", "LedgerRow", "LedgerSide", "Query", "Quotation", "ask", "counts", "rows"]
