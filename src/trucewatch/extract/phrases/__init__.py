"""extract: phrases: tagged marks become items, in the order that clauses are read in."""
