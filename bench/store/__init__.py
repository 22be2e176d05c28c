"""bench: what it takes to add to a store that holds much already."""
