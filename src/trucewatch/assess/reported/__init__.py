"""assess: what reports say that an agreement contains, beside what the text says."""
