"""explain: a claim's fields as facts: what was made of which words."""

from __future__ import annotations

from collections.abc import Iterable

from trucewatch.explain.phrases import facts, interval_of
from trucewatch.explain.rules import origin
from trucewatch.explain.steps import Made, Value
from trucewatch.explain.words import interval
from trucewatch.languages.pack import Pack
from trucewatch.model import ActorRole, Attribution, Claim, Figure, Place, Time


def made(claim: Claim, pack: Pack | None) -> Made:
    """A claim as its facts, the rule last, with the place where the rule is written."""
    return Made(
        claim,
        facts(
            ("words", [Value(words=claim.quote)]),
            ("time", _time(claim)),
            ("place", [_place(claim.place)]),
            ("actors", [_actor(actor) for actor in claim.actors]),
            ("figures", [_figure(figure) for figure in claim.figures]),
            *_rest(claim),
            ("said by", [_link(link) for link in claim.attribution]),
            ("root", [Value(claim.root or "not stated")]),
            *_reasons(claim, pack),
        ),
    )


def _rest(claim: Claim) -> list[tuple[str, list[Value]]]:
    weapon = claim.weapon
    marks = [name for name in ("joint", "background") if getattr(claim, name)]
    return [
        ("weapon", [Value(weapon.class_ or "")] if weapon else []),
        ("about", [Value(claim.about or "")]),
        ("answer to", [Value(words=claim.response_to or "")]),
        ("their word", [Value(words=claim.words or "")]),
        ("outcome", [Value((claim.outcome or "").replace("_", " "))]),
        ("observed", [Value(claim.observed or "")]),
        ("marked", [Value(", ".join(marks))]),
    ]


def _time(claim: Claim) -> Iterable[Value]:
    time = claim.time
    if time is None:
        yield Value("no day told; later stages take it as not after the report")
        return
    basis = {"published": "no time in the words: from the day of the report"}.get(time.basis, time.basis)
    yield Value(f"{interval_of(time)} ({time.precision}; {basis})", time.text or "")
    for reading in time.readings:
        yield Value(f"or {interval_of(Time(reading.start, reading.end))}: {reading.why}")


def _place(place: Place | None) -> Value:
    if place is None:
        return Value()
    if place.middle is None:
        names = ", ".join(f"{candidate.name} ({candidate.id})" for candidate in place.candidates)
        return Value(f"not resolved ({place.basis})" + (f"; may be {names}" if names else ""), place.text)
    relation = "" if place.relation == "in" else f"{place.relation} "
    radius = "" if place.radius_km is None else f", within {place.radius_km:g} km"
    lat, lon = place.middle
    if place.area is not None:
        about = f"no point: an area{radius} of {lat:.2f} N {lon:.2f} E"
    else:
        about = f"{lat:.2f} N {lon:.2f} E{radius}"
    return Value(f"{relation}{place.name} ({place.level}; {place.id}; {about}; {place.basis})", place.text)


def _actor(actor: ActorRole) -> Value:
    basis = "" if actor.basis == "stated" else f" ({actor.basis})"
    return Value(f"{actor.role}: {actor.id or 'not in a list'}{basis}", actor.text)


def _figure(figure: Figure) -> Value:
    kind = "" if figure.approximator == "exact" else f" ({figure.approximator.replace('_', ' ')})"
    whom = f" of {figure.population}" if figure.population else ""
    part = f", part of {figure.part_of}" if figure.part_of else ""
    more = ", more than before" if figure.more else ""
    measure = figure.measure.replace("_", " ")
    return Value(f"{measure}: {interval(figure.low, figure.high)}{kind}{whom}{part}{more}", figure.text)


def _link(link: Attribution) -> Value:
    cue = f", “{link.verb}”" if link.verb else ""
    return Value(f"{link.kind}, {link.id or 'not in a list'}{cue}", link.who)


def _reasons(claim: Claim, pack: Pack | None) -> list[tuple[str, list[Value]]]:
    """The rule and where it stands, and the named features that make up the confidence."""
    rule = rule_of(claim)
    features = [why.removeprefix("feature ").replace("_", " ") for why in claim.why if why.startswith("feature ")]
    others = [why for why in claim.why if not why.startswith(("feature ", "rule "))]
    return [
        ("confidence", [Value(f"{claim.confidence:.2f}: {', '.join(features)}".rstrip(": "))]),
        ("also", [Value(why) for why in others]),
        ("rule", [Value(rule)]),
        ("written in", [Value(origin(rule, pack))] if rule else []),
    ]


def rule_of(claim: Claim) -> str:
    """The id of the rule that made a claim."""
    return next((why.removeprefix("rule ") for why in claim.why if why.startswith("rule ")), "")
