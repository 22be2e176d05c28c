"""extract: clauses: each verb group with its subject, objects, prepositional phrases and times."""
