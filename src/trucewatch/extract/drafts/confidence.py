"""extract: how sure a claim is, from its named features, by weights fitted on the project's own cases."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable
from importlib import resources

import yaml

LEAST, MOST = 0.05, 0.98
"""No rule makes a claim worthless or certain."""


@functools.cache
def weights() -> dict[str, float]:
    """What each feature is worth, in log odds; `base` is what a claim has without any."""
    text = (resources.files("trucewatch.extract.drafts") / "confidence.yaml").read_text(encoding="utf-8")
    return {name: float(value) for name, value in yaml.load(text, Loader=yaml.BaseLoader).items()}  # noqa: S506


def confidence(features: Iterable[str]) -> float:
    """The share of claims with these features that were right among our own cases, as the fit has it."""
    known = weights()
    told = 0.0
    for name in features:
        told += known.get(name, 0.0)
    odds = known["base"] + told
    return round(min(MOST, max(LEAST, 1.0 / (1.0 + math.exp(-odds)))), 2)
