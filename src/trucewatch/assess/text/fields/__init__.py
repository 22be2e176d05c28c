"""assess: the fields of an agreement file by subject."""
