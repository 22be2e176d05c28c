"""extract: times: the words that name days and hours, and the intervals that they mean."""
