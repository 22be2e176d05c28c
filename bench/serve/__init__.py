"""bench: the pages of a store of very many incidents, with many readers at once."""
