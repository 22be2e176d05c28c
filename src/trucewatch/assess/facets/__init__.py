"""assess: the seven questions of a finding, each in a file of its own."""
