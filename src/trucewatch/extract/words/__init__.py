"""extract: words: a sentence becomes marks, each with what it may be and one grammatical tag."""
