"""assess: an agreement as a page of plain text that a lawyer can read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from trucewatch.model import Agreement, Anchor, Line, Party, Provision, Zone
from trucewatch.model.agreement import Moving, WeaponClass
from trucewatch.model.limits import Limit, limits
from trucewatch.model.versions import days_in_words

WIDTH = 100
_KINDS = {
    "prohibition": "must not",
    "obligation": "must",
    "permission": "may",
    "power": "can change the agreement",
    "principle": "professes",
}
_BASIS = {
    "operative": "in an article",
    "preamble": "in the preamble",
    "annex": "in an annex",
    "leaked": "in a leaked text",
    "statement": "one side's statement",
    "practice": "practice, not text",
}

LIMITS: dict[Limit, str] = {
    "judgement": "by a person",
    "never": "never: nothing could fulfil or break it",
    "used": "whether it was used rightly takes a person",
    "no_day": "no day is set: reports are listed, and nothing is called late",
    "no_rate": "no rate is set: reports are listed, and nothing is called kept or broken",
    "no_lines": "its zone has no lines, so no place can be held against it",
    "silence": "that nothing is told against it proves nothing, unless somebody is stated to have seen all",
    "whole": "parts that are told do not show the whole; it takes a report that it was completed",
    "counters": "each counter is held for itself; counts are never added up",
    "classes": "where it is not told who was released, what is due is an interval",
}
"""What a term cannot show, for the command line; `publish` has the same words in every language."""


def show_text(agreement: Agreement) -> str:
    """Who is bound to what, where, from when, with which exceptions; in our own words, with the text's addresses."""
    parts = [
        *_heading(agreement),
        *_section("Parties", (line for party in agreement.parties for line in _party(party, agreement))),
        *_section("Times", (line for anchor in agreement.anchors.values() for line in _anchor(anchor))),
        *_section("Places", _places(agreement)),
        *_section("Weapons", (line for item in agreement.classes.values() for line in _class(item))),
        *_section("Terms", (line for item in agreement.provisions for line in _provision(item, agreement))),
        *_section("Where the text can be read", (f"{s.title}: {s.url}" for s in agreement.sources)),
        f"Version {agreement.hash}",
    ]
    return "\n".join(parts) + "\n"


def _heading(agreement: Agreement) -> Iterator[str]:
    yield f"{agreement.title} ({agreement.id})"
    yield "=" * len(f"{agreement.title} ({agreement.id})")
    stands = f" Stands on {', '.join(agreement.supplements)}." if agreement.supplements else ""
    yield from _wrapped(f"Signed {agreement.signed}.{stands} {agreement.note}", "")
    yield "Paraphrases are ours; only the text itself counts."


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    body = list(lines)
    if body:
        yield from ("", title, "-" * len(title), *body)
    yield ""


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _party(party: Party, agreement: Agreement) -> Iterator[str]:
    names = {other.id: other.name for other in agreement.parties}
    listed = f"; listed by {', '.join(party.listed_by)}" if party.listed_by else ""
    yield f"  {party.id:8} {party.name} ({party.kind}{listed})"
    for answer in party.answers_for:
        since = f" since {answer.since}" if answer.since else ""
        yield f"           answers for {names[answer.party]} ({_BASIS[answer.basis]}{since})"


def _anchor(anchor: Anchor) -> Iterator[str]:
    when = f"{anchor.earliest}" if anchor.earliest == anchor.latest else f"{anchor.earliest} to {anchor.latest}"
    if anchor.event is not None:
        when = f"when reports tell of {anchor.event}"
    elif anchor.moving is not None:
        when = _moving(anchor.moving)
    yield f"  {anchor.id}: {when}"
    yield from _wrapped(anchor.why, "    ") if anchor.why else ()
    for name, (low, high) in anchor.readings.items():
        yield f"    reading, {name}: {low if low == high else f'{low} to {high}'}"
    for name, moving in anchor.moving_readings.items():
        yield f"    reading, {name}: {_moving(moving)}"
    for item in anchor.amended:
        yield from _wrapped(f"from {item.since} on: {item.latest}. {item.why}", "    ")


def _moving(step: Moving) -> str:
    return f"{step.of} and {step.plus}" if step.plus else f"the {step.edge} of day {step.day} from {step.of}"


def _class(item: WeaponClass) -> Iterator[str]:
    parts = [", ".join(item.kinds) or "any kind"]
    parts += [f"of {item.at_least_mm:g} mm and more"] if item.at_least_mm is not None else []
    parts += [f"under {item.below_mm:g} mm"] if item.below_mm is not None else []
    parts += [f"models {', '.join(item.models)}"] if item.models else []
    parts += [f"not {', '.join(item.not_models)}"] if item.not_models else []
    yield from _wrapped(f"{item.id}: {', '.join(parts)}", "  ")


def _places(agreement: Agreement) -> Iterator[str]:
    for line in agreement.lines.values():
        if line.versions:
            yield f"  {line.id}: {line.name} ({line.status}, give or take {line.tolerance_km:g} km)"
            yield from _wrapped(line.basis, "    ")
            yield from _versions(line)
    for zone in agreement.zones.values():
        yield from _zone(zone, agreement)


def _versions(shape: Line | Zone) -> Iterator[str]:
    """The days of each version, with its basis and references where they are its own."""
    for one in shape.versions:
        days = days_in_words(one.from_, one.until) or "at all times"
        yield from _wrapped(f"version {days}{f': {one.basis}' if one.basis else ''}", "    ")
        yield from (f"      {reference}" for reference in one.references)


def _zone(zone: Zone, agreement: Agreement) -> Iterator[str]:
    built = ""
    if zone.of is not None:
        built = f", {zone.distance_km:g} km about {agreement.lines[zone.of].name}"
    yield f"  {zone.id}: {zone.name}{built} ({zone.status}, give or take {zone.tolerance_km:g} km)"
    yield from _wrapped(zone.basis, "    ")
    yield from _versions(zone)
    if zone.undefined_until:
        yield from _wrapped(f"Undefined until {zone.undefined_until}.", "    ")
    if zone.readings:
        yield f"    other readings: {', '.join(zone.readings)}"


def _provision(item: Provision, agreement: Agreement) -> Iterator[str]:
    names = {party.id: party.name for party in agreement.parties}
    article = f"Article {item.article}" if item.article else _BASIS[item.basis].capitalize()
    yield f"  {article} [{item.id}] {item.title}"
    who = " and ".join(names[bearer] for bearer in item.bearers) or "The text"
    form = f", {item.form}" if item.form else ""
    yield f"    {who} {_KINDS[item.kind]} ({_BASIS[item.basis]}{form}):"
    yield from _wrapped(item.paraphrase, "    | ")
    for label, value in (*_conditions(item), *_not_shown(item, agreement)):
        yield from _wrapped(f"{label}: {value}", "    ")
    yield ""


def _conditions(item: Provision) -> Iterator[tuple[str, str]]:
    if item.where is not None:
        distance = f" up to {item.where.distance_km:g} km" if item.where.distance_km is not None else ""
        distance += "".join(f" or {km:g} km" for km in item.where.distances_km)
        distance += f" except {', '.join(item.where.except_)}" if item.where.except_ else ""
        others = f"; or {', '.join(item.where.readings)}" if item.where.readings else ""
        yield "where", f"{item.where.relation.replace('_', ' ')} {item.where.of}{distance}{others}"
    if item.when is not None:
        edges = (("from", item.when.from_), ("to", item.when.to), ("by", item.when.by))
        yield "when", " ".join(f"{word} {name}" for word, name in edges if name)
    if item.phase is not None:
        yield "phase", item.phase
    if item.amount is not None:
        yield "how much", item.amount.in_words()
    if item.excused_by:
        yield "hangs on", ", ".join(item.excused_by)
    if item.effect is not None:
        yield "effect", item.effect
    if item.unless:
        yield "unless", ", ".join(item.unless)
    if item.condition:
        turn = ", ".join(f"{key.replace('_', ' ')} {value.replace('_', ' ')}" for key, value in item.condition.items())
        yield "turns on", f"{turn}; takes an act out of {', '.join(item.defeats)}"
    if item.readings:
        yield "the words allow", "; ".join(item.readings)
    if item.note:
        yield "note", item.note


def _not_shown(item: Provision, agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Who checks it, or what reports cannot show of it."""
    for one in limits(item, agreement):
        yield "checked" if one in ("judgement", "never") else "not shown", LIMITS[one]
