"""extract: victims that no number counts: "a soldier was killed", "Colonel X died", and casualties told to be none."""

from __future__ import annotations

from trucewatch.extract.phrases.item import Item
from trucewatch.extract.sentence import Parsed
from trucewatch.languages.pack import Pack, Sense
from trucewatch.model import Figure
from trucewatch.model.claim import Measure

_NOBODY = frozenset({"collective", "age", "dead_people", "hurt_people", "wounded_people", "uncounted"})
"""Classes of nouns whose plural tells of no two persons."""
_SEVERAL = 2.0
"""The least that a plural can mean; where a language has a dual, its plural means three or more."""
_INITIALS = 3
"""Letters up to which a word in capitals is rather an abbreviation."""


def implied(items: list[Item], measure: Measure, parsed: Parsed) -> list[Figure]:
    """Figures of victims told without a number: one for "a soldier", at least one for each person named."""
    found: list[Figure] = []
    for item in items:
        for part in item.parts or [item]:
            made = _one(part, measure, parsed)
            if made is not None and all(made.span != f.span for f in found):
                found.append(made)
    return found


def several(items: list[Item], measure: Measure, parsed: Parsed) -> list[Figure]:
    """Figures of victims told in the plural without a number: two or more for "wounding others", "civilians died"."""
    found: list[Figure] = []
    for item in items:
        for part in item.parts or [item]:
            people = _plural(part, parsed.pack)
            if people is not None:
                told = people.info.get("measure")
                kept: Measure = told if told in ("killed", "injured") else measure  # type: ignore[assignment]
                span = parsed.span(part.start, part.end)
                least = _SEVERAL + (parsed.pack.settings.get("dual") == "told" and "dual" not in people.forms)
                found.append(Figure(kept, float(least), None, "vague", None, parsed.original[span[0] : span[1]], span))
    return found


def _plural(item: Item, pack: Pack) -> Sense | None:
    """The noun of people in the plural that nothing counts: "others", "children", "an unknown number of civilians"."""
    if item.kind != "np" or item.counts or item.negated or item.pronoun or item.head is None:
        return None
    if "amount" in item.head.classes:
        return next((of.head for of in item.of if of.head is not None and of.plural), item.head)
    head = item.head
    if (
        (item.definite and not _owned(item))
        or any(m.key in pack.lists.get("any_words", ()) for m in item.marks)
        or any(of.counts for of in item.of)
    ):
        return None  # "any civilians"; "the wounded" are those told of before
    if "several" in head.classes:
        return head
    # "Dead and wounded" is a formula for a toll that nobody has counted yet: it tells of nobody in particular.
    person = "people" in head.classes and not head.classes & _NOBODY
    return head if person and _only_plural(head.forms) else None


def _owned(item: Item) -> bool:
    """ "His children": told for the first time although the words are definite."""
    return any(m.owned or m.sense("poss", "pronoun") is not None for m in item.marks)


def _only_plural(forms: frozenset[str]) -> bool:
    """Whether a form is a plural and cannot be a singular; a case says which number "base" is of."""
    return "plural" in forms and "sg" not in forms and ("base" not in forms or "nom" in forms)


def _one(item: Item, measure: Measure, parsed: Parsed) -> Figure | None:
    if item.counts or item.negated or item.kind != "np":
        return None
    span = parsed.span(item.start, item.end)
    text = parsed.original[span[0] : span[1]]
    if _stands_for_one(item, parsed.pack) or _his_own(item, parsed.pack):
        return Figure(measure, 1.0, 1.0, "exact", None, text, span, more=_is_one_more(item, parsed.pack))
    if item.pronoun:
        return None
    named = [a for a in item.actors if a.person]
    if named:
        # Names are a lower bound: nobody says that there were no others.
        return Figure(measure, float(len(named)), None, "at_least", None, text, span)
    person = _person(item, parsed.pack)
    if person is None:
        if _with_article(item, parsed.pack):
            return Figure(measure, 1.0, 1.0, "exact", None, text, span)
        return Figure(measure, 1.0, None, "at_least", None, text, span) if _surname(item, parsed) else None
    size = 2.0 if "two" in person.classes else 1.0
    more = _is_one_more(item, parsed.pack)
    return Figure(measure, size, size, "exact", person.info.get("population"), text, span, more=more)


def one_more_hurt(item: Item, pack: Pack) -> bool:
    """ "... and another critically injured": one more person, told with a state and no noun."""
    first = item.marks[0].key if item.kind == "np" and item.marks else ""
    return item.head is None and not item.actors and first in pack.lists.get("one_more", frozenset())


def _stands_for_one(item: Item, pack: Pack) -> bool:
    """ "killing her", "wounding another", "a third was hurt": a word that stands for one person and names nobody."""
    words = [m for m in item.marks if m.is_word]
    keys = {m.key for m in words}
    if len(words) == 1 and keys & pack.lists.get("one_person", frozenset()):
        return True
    if item.modifiers & {"dead", "wounded"} and one_more_hurt(item, pack):
        return True
    ordinal = bool(words) and words[-1].sense("ordinal") is not None and len(words) == 2 and not item.places
    one_more = pack.lists.get("one_more", frozenset())
    another = bool(keys & one_more) and keys <= one_more | pack.lists.get("one_person", frozenset())
    return ordinal or another


def _his_own(item: Item, pack: Pack) -> bool:
    """ "Causing his death": what befell somebody who is one."""
    harm = item.head is not None and "harm" in item.head.classes and not item.of
    return harm and any(mark.key.split(" ")[0] in pack.lists.get("one_owner", ()) for mark in item.marks)


def _is_one_more(item: Item, pack: Pack) -> bool:
    return any(m.key in pack.lists.get("one_more", ()) for m in item.marks)


def _with_article(item: Item, pack: Pack) -> bool:
    """ "a rebel fighter", "an Israeli": one of a listed group or nation, whose name has no head noun."""
    one = any(
        (m.number is not None and m.number.role == "article") or m.key in pack.lists.get("articles", ())
        for m in item.marks
    )
    return one and item.head is None and not item.plural and (bool(item.actors) and "people" in item.classes)


def _surname(item: Item, parsed: Parsed) -> bool:
    """ "Haddad died": a single name that nothing else explains; no place, group or plural."""
    if parsed.pack.settings.get("script") == "caseless":
        return bool(item.classes & {"named"})  # without capitals any word that is not known might be a name
    words = [m for m in item.marks if m.is_word]
    if len(words) != 1 or item.actors or item.shouted or item.head is not None:
        return False
    mark = words[0]
    plain = mark.capital and not (mark.senses or mark.places or mark.actors or mark.times or mark.number)
    opens = item.start == parsed.sentence.start
    return plain and len(mark.text) > _INITIALS and not (opens and mark.text.endswith("s"))


def _person(item: Item, pack: Pack) -> Sense | None:
    """The noun of one person: "a soldier", "the boy", "an army commander"; a body of troops or a family is none."""
    if item.plural or item.head is None:
        return None
    # In "an army commander" the body before the person only says whose he is. Where what describes a noun comes
    # behind it, the head alone is who was hurt: "a civilian family" is no civilian.
    behind = pack.settings.get("modifiers") == "after" and "people" in item.head.classes
    for sense in (item.head,) if behind else (item.head, *reversed(item.senses)):
        if sense.classes & {"people", "corpse"} and not sense.classes & {"collective", "uncounted"}:
            return sense if "plural" not in sense.forms else None
    return None
