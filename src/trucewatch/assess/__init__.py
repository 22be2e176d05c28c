"""assess: agreements as data, and what incidents mean for each of their terms."""

from trucewatch.assess.load import available, load_agreement, load_stack
from trucewatch.assess.schema import agreement_schema

__all__ = ["agreement_schema", "available", "load_agreement", "load_stack"]
