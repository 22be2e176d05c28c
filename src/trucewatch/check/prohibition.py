"""check: what a prohibition's findings must say: which events are held against it, and with which answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trucewatch.check import answers
from trucewatch.check.account import Account, is_of
from trucewatch.check.clock import instant, no_day
from trucewatch.check.expected import POTENTIAL, Expected, name_of, plain
from trucewatch.check.scene import Answer, Scene
from trucewatch.check.standard import counted, grades, how_many
from trucewatch.model import Act, Provision

QUESTIONS = ("occurrence", "act", "class", "time", "place", "bearer", "not_excepted")


def expected(term: Provision, scene: Scene) -> Iterator[Expected]:
    """Every finding that a prohibition must have."""
    if term.act is None:
        return
    act = scene.agreement.acts[term.act]
    made = []
    for account in scene.accounts:
        if account.is_calm or _kept(account, term, scene):
            made += list(_calm(account, term, act, scene))
        elif account.is_event and answers.act(account, act) != "F":
            made.append(_event(account, term, act, scene))
    yield from made
    if not any(one.label in POTENTIAL or one.supports for one in made):
        yield plain(scene, term, _standing(term, len(made), scene))


def _kept(account: Account, term: Provision, scene: Scene) -> bool:
    """Whether it is the act by which the text says that the term is kept."""
    if term.kept_by is None or account.incident.kind not in ("event", "state"):
        return False
    told = not account.claims or bool(account.done)
    return told and is_of(account.incident.type, scene.agreement.acts[term.kept_by].types)


def _calm(account: Account, term: Provision, act: Act, scene: Scene) -> Iterator[Expected]:
    told = account.incident
    if not _kept(account, term, scene) and not is_of(told.type, act.types):
        return
    time, place = scene.time(told, scene.term(term)), scene.place(told, term.where)
    if "F" not in (time.value, place.value):
        yield Expected(
            name_of(scene.agreement.id, term.id, told.id),
            term.id,
            "no_violation_seen",
            told.id,
            facets={"time": time.value, "place": place.value},
            shares={"time": time.p, "place": place.p},
            supports=tuple(sorted(told.claims)),
        )


def _event(account: Account, term: Provision, act: Act, scene: Scene) -> Expected:
    told = account.incident
    who = answers.doer(account, term, scene)
    read = {
        "time": scene.time(told, scene.term(term)),
        "place": scene.place(told, term.where),
        "not_excepted": answers.exceptions(account, term, who, scene),
    }
    facets = {
        "occurrence": answers.occurrence(account, scene),
        "act": answers.act(account, act),
        "class": answers.weapon(account, act, scene),
        "time": read["time"].value,
        "place": read["place"].value,
        "bearer": who.value,
        "not_excepted": read["not_excepted"].value,
    }
    enough = _proven(account, who, scene)
    undated = facets["time"] == "N" and no_day(told.time)

    def labelled(values: Mapping[str, str]) -> str:
        if read["place"].undefined:
            return "not_evaluable"
        label = _label(values, proven=enough)
        return "not_evaluable" if undated and label in POTENTIAL and values["time"] == "N" else label

    label = labelled(facets)
    return Expected(
        name_of(scene.agreement.id, term.id, told.id),
        term.id,
        label,
        told.id,
        facets=facets,
        shares={name: read[name].p for name in ("time", "place")},
        decisive=("time",) if label == "not_evaluable" and undated else _decisive(facets),
        readings=_readings(read, facets, labelled),
        grades=grades((*account.tellers, *account.deniers), told.occurrence, scene.standard),
    )


def _readings(read: Mapping[str, Answer], facets: Mapping[str, str], labelled: object) -> dict[str, str]:
    assert callable(labelled)
    table: dict[str, str] = {}
    for name, answer in read.items():
        own = {reading: labelled({**facets, name: value}) for reading, value in answer.readings.items()}
        if name != "not_excepted" or any(one != labelled(facets) for one in own.values()):
            table |= own
    return table


def _label(values: Mapping[str, str], *, proven: bool) -> str:
    """The first that fits, as findings.md lists them."""
    others = [values[name] for name in QUESTIONS[:-1]]
    if values["not_excepted"] == "F" and others == ["T"] * len(others):
        return "excepted"
    if "F" in values.values():
        return "outside"
    if "B" in values.values():
        return "disputed_unproven" if "N" in values.values() else "disputed"
    if "N" in values.values():
        return "possible"
    return "supported" if proven else "alleged"


def _decisive(values: Mapping[str, str]) -> tuple[str, ...]:
    against = tuple(name for name in QUESTIONS if values[name] == "F")
    return against or tuple(name for name in QUESTIONS if values[name] != "T")


def _proven(account: Account, who: answers.Doer, scene: Scene) -> bool:
    """Whether the standard of proof is met."""
    standard = scene.standard
    if who.only_blamed or (standard.need_outsider and not account.bystanders):
        return False
    if standard.visual_alone and any(claim.observed in ("seen", "imagery") for claim in account.done):
        return True
    return how_many(counted(answers.borne_out_by(account, scene), standard)) >= standard.min_roots


def _standing(term: Provision, held: int, scene: Scene) -> str:
    """How a term stands against which nothing is told."""
    span = scene.term(term)
    start = span.from_ if span else None
    if scene.waits(start):
        return "inactive"
    begins = scene.anchor(start).earliest if start else None
    if begins and scene.now is not None and scene.now < instant(begins, scene.local):
        return "inactive"
    if scene.undefined(term.where):
        return "not_evaluable"
    return "maintained" if not held and scene.watched(term, scene.stretch(span)) else "no_violation_seen"
