"""publish: what each section of the report shows, worked out before it is drawn."""
