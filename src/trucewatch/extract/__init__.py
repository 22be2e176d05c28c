"""extract: from a report to claims: `claims` is the stage; `mentions` lists all that was recognised."""

from trucewatch.extract.claims import claims
from trucewatch.extract.knowledge import Knowledge, load_knowledge
from trucewatch.extract.mentions import mentions

__all__ = ["Knowledge", "claims", "load_knowledge", "mentions"]
