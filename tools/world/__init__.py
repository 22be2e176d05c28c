"""tools: the parts of the world index, one file for each level of place."""
