"""assess: who: sources, parties and whom they answer for, in an agreement file."""

from __future__ import annotations

from typing import Literal

from trucewatch.assess.text.fields.base import Address, Day, Id, Strict, Words
from trucewatch.model import agreement as model


class Source(Strict):
    """Where the text can be read."""

    title: Words
    url: Address
    language: str | None = None


class AnswersFor(Strict):
    """An ally or proxy for whom a party answers."""

    party: Id
    basis: model.Basis
    since: Day | None = None
    until: Day | None = None


class Party(Strict):
    """A party; its id is from the actor lists."""

    id: Id
    name: Words
    kind: Literal["state", "guarantor", "group", "observer"]
    answers_for: list[AnswersFor] = []
    aliases: list[str] = []
    listed_by: list[str] = []
