"""publish: charts of a record as SVG, each with a table that says the same. Axes run from left to right everywhere."""
