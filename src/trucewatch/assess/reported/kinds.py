"""assess: which provisions of a text a claim on its content may be about."""

from __future__ import annotations

import functools
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from trucewatch.assess.evidence import matches
from trucewatch.assess.text.strictyaml import read
from trucewatch.model import Agreement, Claim, Provision

FILE = Path(__file__).parent / "kinds.yaml"
ABOUT_CONTENT = frozenset({"term", "planned", "promised", "happened", "state", "denied"})
"""Modalities by which a `term.*` claim says what is in the text; a wish or a demand does not."""
RIGHT = "dip.right_reserved"


class Kind(BaseModel):
    """One way in which a provision may be what a type of claim is about."""

    model_config = ConfigDict(extra="forbid")

    kinds: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    defines: bool = False
    deadline: bool = False
    condition: str | None = None
    loose: bool = False


@functools.cache
def kinds() -> dict[str, list[Kind]]:
    """The table, read once."""
    return TypeAdapter(dict[str, list[Kind]]).validate_python(read(FILE).data)


def compared(claim: Claim) -> bool:
    """Whether a claim says what an agreement contains, so that it can be held beside the text."""
    if claim.type == RIGHT:
        return True
    return claim.type.startswith("term.") and claim.modality in ABOUT_CONTENT and not claim.background


def loose(claim: Claim) -> bool:
    """Whether the type of a claim is too wide to say by itself which provision is meant."""
    return all(kind.loose for kind in kinds().get(claim.type, [])) or claim.type not in kinds()


def candidates(claim: Claim, text: Agreement) -> list[Provision]:
    """The provisions that a claim may be about, in the order of the text."""
    return [term for term in text.provisions if _is_one(claim.type, term, text)]


def _is_one(code: str, term: Provision, text: Agreement) -> bool:
    return code in term.reported_as or any(_fits(kind, term, text) for kind in kinds().get(code, []))


def _fits(kind: Kind, term: Provision, text: Agreement) -> bool:
    act = text.acts[term.act].types if term.act is not None else ()
    return (
        (not kind.kinds or term.kind in kind.kinds)
        and (not kind.forms or term.form in kind.forms)
        and (not kind.acts or any(matches(one, kind.acts) for one in act))
        and (not kind.defines or term.defines is not None)
        and (not kind.deadline or (term.when is not None and bool(term.when.by or term.when.to)))
        and (kind.condition is None or kind.condition in term.condition)
    )
