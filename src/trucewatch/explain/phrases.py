"""explain: the phrases of a sentence: noun phrases, verb groups, times and what joins them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trucewatch.explain.steps import Fact, Phrase, Value
from trucewatch.explain.words import counted
from trucewatch.extract.days.story import time_item
from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.model import Time

KINDS = {
    "np": "noun phrase",
    "vg": "verb group",
    "prep": "preposition",
    "conj": "connective",
    "rel": "relative",
    "comp": "complementiser",
    "sub": "subordinator",
    "accord": "according to",
    "time": "time",
    "hedge": "hedge",
    "adv": "adverb",
    "to": "infinitive sign",
}


def phrases(parsed: Parsed) -> tuple[Phrase, ...]:
    """The phrases in the order of the text, signs left out."""
    return tuple(_phrase(parsed, item) for item in parsed.items if item.kind != "punct")


def _phrase(parsed: Parsed, item: Item) -> Phrase:
    facts = {"np": _noun, "vg": _verb}.get(item.kind, _joint)(parsed, item)
    return Phrase(KINDS.get(item.kind, item.kind), parsed.span(item.start, item.end), text_of(parsed, item), facts)


def text_of(parsed: Parsed, item: Item) -> str:
    """The words of an item as they are written."""
    return words_at(parsed, item.start, item.end)


def words_at(parsed: Parsed, start: int, end: int) -> str:
    """The original words of a stretch of folded text."""
    return parsed.original[slice(*parsed.span(start, end))]


def facts(*pairs: tuple[str, Iterable[Value]]) -> tuple[Fact, ...]:
    """Facts, but for those that hold nothing."""
    made = (Fact(name, tuple(value for value in values if value != Value())) for name, values in pairs)
    return tuple(fact for fact in made if fact.values)


def listed(names: Iterable[str]) -> Value:
    """Names of classes as one value."""
    return Value(", ".join(sorted(name for name in names if name)))


def _noun(parsed: Parsed, item: Item) -> tuple[Fact, ...]:
    head = item.head
    return facts(
        ("head", [Value(head.lemma + (f" ({head.type})" if head.type else ""))] if head else []),
        ("classes", [listed(item.classes)]),
        ("modifiers", [listed(item.modifiers)]),
        ("actors", [Value(a.id or "not in a list", a.text) for a in item.actors]),
        ("counts", [_count(parsed, item, k) for k in range(len(item.counts))]),
        ("places", [_place(parsed, *place) for place in item.places]),
        ("time", [time_value(parsed, item)]),
        ("stands for", [Value(f"{item.pronoun} person or thing")] if item.pronoun else []),
        ("is", [listed(_traits(item))]),
        ("possessor", [Value(words=text_of(parsed, item.owner))] if item.owner else []),
        ("of", [Value(words=text_of(parsed, other)) for other in item.of]),
        ("joins", [Value(words=text_of(parsed, other)) for other in item.parts]),
    )


def _traits(item: Item) -> Iterator[str]:
    for name in ("plural", "definite", "negated"):
        if getattr(item, name):
            yield name
    if item.shouted:
        yield "in capitals throughout"


def _count(parsed: Parsed, item: Item, k: int) -> Value:
    count = item.counts[k]
    whom = count.population or (count.head.lemma if count.head else "nothing known")
    return Value(f"{counted(count.number)} of {whom}", words_at(parsed, count.start, count.end))


def _place(parsed: Parsed, start: int, end: int, entries: tuple[object, ...], _key: str) -> Value:
    words = words_at(parsed, start, end)
    return Value("one place" if len(entries) == 1 else f"{len(entries)} places of that name", words)


def _verb(parsed: Parsed, item: Item) -> tuple[Fact, ...]:
    sense = item.verb
    return facts(
        ("verb", [Value(sense.lemma + (f" ({sense.type})" if sense.type else ""))] if sense else []),
        ("classes", [listed(item.classes)]),
        ("tense", [Value(tense_of(item))]),
        ("voice", [Value("passive" if item.passive else "active")]),
        ("modality", [Value(item.modal)] if item.modal else []),
        ("is", [listed(name for name in ("negated", "hedged", "joint") if getattr(item, name))]),
    )


def tense_of(item: Item) -> str:
    """`past, finite`, `pres, finite, progressive`, `gerund`."""
    told = [item.tense, item.form] if item.form == "finite" else [item.form]
    return ", ".join([*told, *(["progressive"] if item.progressive else [])])


def _joint(parsed: Parsed, item: Item) -> tuple[Fact, ...]:
    return facts(("classes", [listed(item.cls)]), ("value", [time_value(parsed, item)]))


def time_value(parsed: Parsed, item: Item) -> Value:
    """What a time phrase comes to, counted from the report's day; unknown where there is nothing to count from."""
    if item.time is None:
        return Value()
    found = time_item(item, parsed, future=False)
    bound = f"{item.time.bound} " if item.time.bound else ""
    if found is None:
        return Value(f"{bound}{item.time.what}, without a value: no day to count from")
    return Value(f"{bound}{interval_of(found)}", found.text or "")


def interval_of(time: Time) -> str:
    """`2020-03-05 until 2020-03-06`: half-open, and open where a side is not known."""
    zone = f" {time.zone}" if time.zone else ""
    if time.start is None and time.end is None:
        return "not known"
    if time.start is None:
        return f"before {time.end}{zone}"
    return f"{time.start}{zone} until {time.end}{zone}" if time.end else f"from {time.start}{zone} on"
