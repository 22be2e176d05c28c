"""extract: speech: quotations, who speaks, and the stretch of a sentence that somebody says."""
