"""assess: the rules of an agreement file, their names checked, as provisions of the model."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from trucewatch.assess.text import schema
from trucewatch.assess.text.names import unknown
from trucewatch.assess.text.quantity import duration, length_km
from trucewatch.assess.text.strictyaml import Document
from trucewatch.model import Provision, Where, Window
from trucewatch.model.agreement import Amount, Phase

Path_ = tuple[str | int, ...]


def check(document: Document, given: schema.File) -> None:
    """Raise on a name that is not declared, one declared twice, and exceptions that do not point at each other."""
    _check_twice(document, "parties", [party.id for party in given.parties])
    _check_twice(document, "provisions", [item.id for item in given.provisions])
    _check_twice(document, "phases", [phase.id for phase in given.phases])
    declared: dict[str, Collection[str]] = {
        "party": {party.id for party in given.parties},
        "anchor": given.anchors,
        "zone": given.zones,
        "line": given.lines,
        "act": given.acts,
        "phase": {phase.id for phase in given.phases},
        "provision": {item.id for item in given.provisions},
    }
    for where, what, name in _names(given):
        if name not in declared[what]:
            raise unknown(document, where, what, name, declared[what])
    _check_exceptions(document, given)
    _check_periods(document, given)


def _check_twice(document: Document, field: str, ids: list[str]) -> None:
    for at, name in enumerate(ids):
        if name in ids[:at]:
            raise document.fail((field, at, "id"), f'the id "{name}" stands here a second time.', "Give it another.")


def _names(given: schema.File) -> Iterator[tuple[Path_, str, str]]:
    """Every use of a name: where, what it should be, and the name."""
    for field in ("effective", "ends"):
        if getattr(given, field) is not None:
            yield (field,), "anchor", getattr(given, field)
    for at, phase in enumerate(given.phases):
        for key, name in (("from", phase.from_), ("to", phase.to)):
            if name is not None:
                yield ("phases", at, key), "anchor", name
    for name, anchor in given.anchors.items():
        if anchor.event is not None:
            yield ("anchors", name, "event", "act"), "act", anchor.event.act
            yield from _names_of_place(anchor.event.where, ("anchors", name, "event"))
    for at, party in enumerate(given.parties):
        for index, answer in enumerate(party.answers_for):
            yield ("parties", at, "answers_for", index, "party"), "party", answer.party
    for at, item in enumerate(given.provisions):
        yield from _names_of(item, ("provisions", at))


def _names_of(item: schema.AnyProvision, here: Path_) -> Iterator[tuple[Path_, str, str]]:
    lists = {"bearers": "party", "beneficiaries": "party"}
    lists |= {"unless": "provision", "defeats": "provision", "excused_by": "provision"}
    for field, what in lists.items():
        for index, name in enumerate(getattr(item, field, ())):
            yield (*here, field, index), what, name
    for field in ("act", "kept_by", "hindered_by"):
        if getattr(item, field, None) is not None:
            yield (*here, field), "act", getattr(item, field)
    if getattr(item, "defines", None) is not None:
        yield (*here, "defines"), "zone", getattr(item, "defines", "")
    if isinstance(item, schema.Permission) and item.condition.response_to is not None:
        yield (*here, "condition", "response_to"), "act", item.condition.response_to
    if item.phase is not None:
        yield (*here, "phase"), "phase", item.phase
    if isinstance(item, schema.Obligation) and item.amount is not None and item.amount.for_act is not None:
        yield (*here, "amount", "for_act"), "act", item.amount.for_act
    if isinstance(item, (schema.Prohibition, schema.Obligation, schema.Power)):
        yield from _names_of_conditions(item, here)


def _names_of_place(where: schema.Where | None, here: Path_) -> Iterator[tuple[Path_, str, str]]:
    if where is None:
        return
    yield (*here, "where", "of"), "line" if where.relation == "along" else "zone", where.of
    for key, names in (("readings", where.readings), ("except", where.except_)):
        for index, name in enumerate(names):
            yield (*here, "where", key, index), "zone", name


def _names_of_conditions(
    item: schema.Prohibition | schema.Obligation | schema.Power, here: Path_
) -> Iterator[tuple[Path_, str, str]]:
    yield from _names_of_place(getattr(item, "where", None), here)
    if item.when is not None:
        for field, key in (("from_", "from"), ("to", "to"), ("by", "by")):
            if getattr(item.when, field) is not None:
                yield (*here, "when", key), "anchor", getattr(item.when, field)


def _check_exceptions(document: Document, given: schema.File) -> None:
    """A prohibition's `unless` and a permission's `defeats` must agree, so that neither can be overlooked."""
    unless = {item.id: item.unless for item in given.provisions if isinstance(item, schema.Prohibition)}
    defeats = {item.id: item.defeats for item in given.provisions if isinstance(item, schema.Permission)}
    for at, item in enumerate(given.provisions):
        for name in unless.get(item.id, []):
            if item.id not in defeats.get(name, []):
                problem = f'"{name}" does not say that it defeats "{item.id}".'
                raise document.fail(("provisions", at, "unless"), problem, f'Add "{item.id}" to its `defeats`.')
        for name in defeats.get(item.id, []):
            if item.id not in unless.get(name, []):
                problem = f'"{name}" does not name "{item.id}" as an exception.'
                raise document.fail(("provisions", at, "defeats"), problem, f'Add "{item.id}" to its `unless`.')


def _check_periods(document: Document, given: schema.File) -> None:
    for at, item in enumerate(given.provisions):
        if isinstance(item, schema.Obligation) and item.amount is not None and item.amount.per is not None:
            try:
                duration(item.amount.per)
            except ValueError as error:
                raise document.fail(("provisions", at, "amount", "per"), f"{error}.", "Write it so.") from error


def provision(given: schema.AnyProvision, phases: Mapping[str, Phase]) -> Provision:
    """One rule of the file as a provision of the model; without a window of its own it has that of its phase."""
    conditions = getattr(given, "condition", None)
    window = _window(getattr(given, "when", None))
    if window is None and given.phase is not None:
        window = Window(from_=phases[given.phase].from_, to=phases[given.phase].to)
    return Provision(
        id=given.id,
        kind=given.kind,
        title=given.title,
        paraphrase=_one_line(given.paraphrase),
        basis=given.basis,
        article=given.article,
        form=getattr(given, "form", None),
        bearers=tuple(given.bearers),
        beneficiaries=tuple(given.beneficiaries),
        act=getattr(given, "act", None),
        where=condition_of_place(getattr(given, "where", None)),
        when=window,
        unless=_names_in(given, "unless"),
        defeats=_names_in(given, "defeats"),
        condition={} if conditions is None else conditions.model_dump(exclude_none=True),
        burden=getattr(given, "burden", "claimant"),
        amount=_amount(getattr(given, "amount", None)),
        phase=given.phase,
        excused_by=_names_in(given, "excused_by"),
        effect=getattr(given, "effect", None),
        defines=getattr(given, "defines", None),
        readings=tuple(given.readings),
        checkability=given.checkability,
        kept_by=getattr(given, "kept_by", None),
        hindered_by=getattr(given, "hindered_by", None),
        whole=getattr(given, "whole", "false") == "true",
        reported_as=tuple(given.reported_as),
        note=_one_line(given.note),
    )


def _names_in(given: schema.AnyProvision, field: str) -> tuple[str, ...]:
    names: Iterable[str] = getattr(given, field, ())
    return tuple(names)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _amount(given: schema.Amount | None) -> Amount | None:
    if given is None:
        return None
    return Amount(
        min=None if given.min is None else float(given.min),
        per=given.per,
        measure=given.measure,
        of=given.of,
        at=given.at,
        ratio={name: float(number) for name, number in given.ratio.items()},
        for_act=given.for_act,
        for_measure=given.for_measure,
    )


def condition_of_place(given: schema.Where | None) -> Where | None:
    """A condition of place of the file as one of the model."""
    if given is None:
        return None
    distance = None if given.distance is None else length_km(given.distance)
    others = tuple(length_km(text) for text in given.distances)
    return Where(given.relation, given.of, distance, tuple(given.readings), others, tuple(given.except_))


def _window(given: schema.Window | None) -> Window | None:
    return None if given is None else Window(from_=given.from_, by=given.by, to=given.to)
