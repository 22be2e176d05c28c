"""extract: places: where a sentence names places, what each name means, and where an act was."""
