"""assess: the terms of an agreement file, one class for each kind of provision."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from trucewatch.assess.text.fields.base import Count, Id, Strict, Words, YesNo, exactly_one
from trucewatch.assess.text.fields.places import Where
from trucewatch.assess.text.fields.times import Window
from trucewatch.model import agreement as model
from trucewatch.model.claim import Measure


class _Provision(Strict):
    id: Id
    title: Words
    paraphrase: Words
    basis: model.Basis
    article: str | None = None
    words: dict[str, str] = {}
    bearers: list[Id] = []
    beneficiaries: list[Id] = []
    phase: Id | None = None
    readings: list[str] = []
    checkability: Literal["auto", "needs_human", "not_checkable"] = "auto"
    reported_as: list[Annotated[str, Field(pattern=r"^[a-z]+\.[a-z_]+$")]] = []
    note: str = ""


class Prohibition(_Provision):
    """What somebody must not do."""

    kind: Literal["prohibition"]
    act: Id
    where: Where | None = None
    when: Window | None = None
    unless: list[Id] = []
    kept_by: Id | None = None


class Amount(Strict):
    """How much: acts or what a `measure` counts, in all or `per` period; or so many for each of the other side's."""

    min: Count | None = None
    per: str | None = None
    measure: Literal[tuple(get_args(Measure))] | None = None  # type: ignore[valid-type]
    of: Words | None = None
    at: Words | None = None
    ratio: dict[str, Count] = {}
    for_act: Id | None = None
    for_measure: Literal[tuple(get_args(Measure))] | None = None  # type: ignore[valid-type]

    @model_validator(mode="after")
    def _whole(self) -> Amount:
        if (self.min is None) == (not self.ratio):
            raise ValueError("give `min`, or `ratio` for an exchange")
        if bool(self.ratio) != (self.for_act is not None):
            raise ValueError("`ratio` and `for_act` stand together")
        return self


class Obligation(_Provision):
    """What somebody must do."""

    kind: Literal["obligation"]
    form: model.Form
    act: Id | None = None
    where: Where | None = None
    when: Window | None = None
    amount: Amount | None = None
    defines: Id | None = None
    hindered_by: Id | None = None
    excused_by: list[Id] = []
    whole: Annotated[
        YesNo,
        Field(description="true: a whole that reports tell of in parts; only an act told as completed fulfils it"),
    ] = "false"

    @model_validator(mode="after")
    def _form(self) -> Obligation:
        given = self.amount or Amount(min="1")
        if self.form == "quota" and (given.per is None or given.min is None or given.measure is None):
            raise ValueError("a quota needs `amount` with `min`, `per` and `measure`")
        if self.form == "exchange" and not (given.ratio and given.measure and given.for_measure):
            raise ValueError("an exchange needs `amount` with `ratio`, `measure`, `for_act` and `for_measure`")
        if self.whole == "true" and self.form != "achieve":
            raise ValueError("only a duty to `achieve` something is a whole told in parts")
        return self


class Condition(Strict):
    """What a permission turns on."""

    target: Literal["listed_by_UNSC"] | None = None
    response_to: Id | None = None

    @model_validator(mode="after")
    def _one(self) -> Condition:
        exactly_one(self, ("target", "response_to"))
        return self


class Permission(_Provision):
    """What is allowed in spite of a prohibition."""

    kind: Literal["permission"]
    defeats: Annotated[list[Id], Field(min_length=1)]
    condition: Condition
    burden: Literal["open", "claimant"] = "claimant"


class Power(_Provision):
    """What somebody may change about the agreement itself; `act` is how reports tell that it was used."""

    kind: Literal["power"]
    effect: Words
    act: Id | None = None
    when: Window | None = None


class Principle(_Provision):
    """What the text professes; never checked."""

    kind: Literal["principle"]


AnyProvision = Annotated[Prohibition | Obligation | Permission | Power | Principle, Field(discriminator="kind")]
