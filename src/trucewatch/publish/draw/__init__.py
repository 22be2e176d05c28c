"""publish: drawings as SVG, made by hand so that nothing has to be loaded."""
