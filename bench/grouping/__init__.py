"""bench: grouping measured on synthetic truces whose truth is known."""
