"""extract: days: from which day a report is counted, what days it tells of, and when an act was."""
