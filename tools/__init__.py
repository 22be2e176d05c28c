"""Scripts that derive the data files of the package from public sources; none of them runs when Trucewatch does."""
