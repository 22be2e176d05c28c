"""extract: drafts: claims in the making, from clauses, noun phrases, lists and bulletins."""
