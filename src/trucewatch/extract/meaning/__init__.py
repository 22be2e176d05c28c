"""extract: meaning: what a clause says, how real it is, and who does what to whom in it."""
