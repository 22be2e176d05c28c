"""publish: which shape, tone and word a status has. One table, so that a status looks the same everywhere."""

from __future__ import annotations

from trucewatch.model import Finding
from trucewatch.publish.format import Text
from trucewatch.publish.index import is_potential
from trucewatch.publish.page import Chip, Page

_LABELS = {
    "not_evaluable": ("is-unknown", "i-unknown"),
    "excepted": ("is-outside", "i-outside"),
    "outside": ("is-outside", "i-outside"),
    "disputed": ("is-potential", "i-potential"),
    "disputed_unproven": ("is-potential", "i-potential"),
    "possible": ("is-potential", "i-potential"),
    "alleged": ("is-potential", "i-potential"),
    "supported": ("is-potential", "i-potential"),
    "inactive": ("is-pending", "i-pending"),
    "pending": ("is-pending", "i-pending"),
    "due": ("is-pending", "i-pending"),
    "fulfilled": ("is-support", "i-support"),
    "partly": ("is-pending", "i-support"),
    "performed_late": ("is-pending", "i-support"),
    "overdue": ("is-potential", "i-pending"),
    "not_performed": ("is-potential", "i-pending"),
    "unknown": ("is-unknown", "i-unknown"),
    "excused": ("is-outside", "i-outside"),
    "waived": ("is-outside", "i-outside"),
    "lapsed": ("is-outside", "i-outside"),
    "maintained": ("is-support", "i-support"),
    "no_violation_seen": ("is-outside", "i-none"),
}
_RELATIONS = {
    "disagree": ("is-disagree", "i-disagree", "disagree"),
    "apparent_only": ("is-apparent", "i-apparent", "apparent"),
    "differs_in_scope": ("is-apparent", "i-scope", "differs_in_scope"),
    "compatible": ("is-support", "i-agree", "compatible"),
    "agree": ("is-support", "i-agree", "agree"),
    "single": ("is-unknown", "i-unknown", "single"),
}


def label_chip(page: Page, finding: Finding) -> Chip:
    """The chip of a finding's label."""
    css, icon = _LABELS[finding.label]
    if finding.label in ("disputed", "disputed_unproven") and not is_potential(finding):
        return Chip("is-disagree", "i-disagree", page.f.say("obligation_disputed"))
    return Chip(css, icon, page.f.say(f"labels.{finding.label}"))


def relation_chip(page: Page, relation: str, text: Text | None = None) -> Chip:
    """The chip of a figure's relation or a disagreement's kind."""
    css, icon, key = _RELATIONS[relation]
    return Chip(css, icon, text or page.f.say(f"chips.{key}"))


def support_chip(page: Page) -> Chip:
    """Evidence for keeping a term."""
    return Chip("is-support", "i-support", page.f.say("chips.supports"))


def none_chip(page: Page) -> Chip:
    """None reported: a hollow ring, never a tick."""
    return Chip("is-outside", "i-none", page.f.say("chips.none"))
