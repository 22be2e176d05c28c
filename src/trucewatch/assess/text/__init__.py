"""assess: an agreement as it is written: its file, its fields, its instants, lines and zones, and a page to read."""
