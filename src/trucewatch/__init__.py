"""Watch a ceasefire: read reports, find claims and incidents, hold them against the agreement.

The five stages are packages of their own (`read`, `extract`, `resolve`, `assess`, `publish`); `trucewatch.pipeline`
joins them on one page, and `trucewatch.model` holds what flows between them.
"""

__all__ = ["__version__"]

__version__ = "0.1.0"
