"""assess: what must be done: by when, how much, how often, and what tells that it was."""
