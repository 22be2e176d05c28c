"""extract: verbs that make something of the clause that hangs on them: plan to, threaten to, deny having."""

from __future__ import annotations

from trucewatch.model.claim import Modality

GOVERNS: tuple[tuple[str, Modality], ...] = (
    ("plan", "planned"),
    ("threaten", "threatened"),
    ("hope", "hoped"),
    ("hope_for", "hoped"),
    ("demand", "demanded"),
    ("request", "demanded"),
    ("promise", "promised"),
    ("offer", "promised"),
    ("fear", "possible"),
    ("predict", "predicted"),
    ("avoid", "possible"),
    ("reject", "opined"),
    ("deny", "denied"),
    ("agree", "planned"),
    ("try", "hoped"),
    ("accuse", "accused"),
    ("openborder", "possible"),
    ("provide_term", "term"),
)
"""What a verb makes of the infinitive or gerund that hangs on it."""
GOVERNING = frozenset(name for name, _ in GOVERNS)
"""The classes of verbs in that table."""
