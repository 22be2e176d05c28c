"""extract: the items of a sentence in the order that clauses are read in: subject, verb, object.

`order` in `language.yaml` says what the language does: `svo` is left as it is; in `free` order cases tell who does
what; in `sov` the verb closes its clause. Only the order changes: every item keeps its place in the text.
"""

from __future__ import annotations

from trucewatch.extract.phrases.cased import may_be
from trucewatch.extract.phrases.item import Item, skippable
from trucewatch.extract.phrases.verblast import verb_last
from trucewatch.languages.pack import Pack

_BOUNDS = frozenset({"comp", "rel", "sub", "accord", "conj"})
_NO_OBJECT = frozenset({"intransitive", "occur", "copula"})
_LASTS = ("days", "duration_h")


def in_order(items: list[Item], pack: Pack) -> list[Item]:
    """The items as subject, verb, object."""
    if pack.settings.get("order") == "free":
        return _free(items, pack)
    if pack.settings.get("order") == "sov":
        return verb_last(items)
    return list(items)


def preposition(cls: str, item: Item) -> Item:
    """A preposition that the language says with an ending: "by" before an instrumental."""
    made = Item("prep", item.i, item.i, item.start, item.start)
    made.cls, made.marks = frozenset({cls}), item.marks[:1]
    return made


def _free(items: list[Item], pack: Pack) -> list[Item]:
    """Each stretch between connectives and commas put in order by itself."""
    found: list[Item] = []
    stretch: list[Item] = []
    for item in items:
        comma = item.kind == "punct" and item.marks[0].text in ",;:()-."
        if item.kind in _BOUNDS or comma:
            found += _stretch(stretch, found[-1] if found else None, pack)
            found.append(item)
            stretch = []
        else:
            stretch.append(item)
    return found + _stretch(stretch, found[-1] if found else None, pack)


def _stretch(items: list[Item], opener: Item | None, pack: Pack) -> list[Item]:
    verbs = [k for k, item in enumerate(items) if item.kind == "vg"]
    if not verbs:
        return items
    ordered: list[Item] = []
    for n, at in enumerate(verbs):
        left = items[verbs[n - 1] + 1 : at] if n else items[:at]
        right = items[at + 1 : verbs[n + 1]] if n + 1 < len(verbs) else items[at + 1 :]
        if n:
            # What stands between two verbs went with the first of them.
            left = []
            right_of_last = True
        else:
            right_of_last = False
        ordered += _around(items[at], left, right, opener if not right_of_last else items[verbs[n - 1]], pack)
    return ordered


def _around(verb: Item, left: list[Item], right: list[Item], opener: Item | None, pack: Pack) -> list[Item]:
    """One verb group with what stands on both sides of it, its subject first."""
    subject = _subject(verb, left, right, opener)
    if subject is not None and _disagrees(verb, subject, pack):
        left = [i for i in left if i is not subject]
        right, subject = [subject, *(i for i in right if i is not subject)], None
    if subject is None and "say" in verb.classes and pack.settings.get("speech_without_subject") == "in":
        left, right, subject = _spoken_in(verb, left, right)
    moved = [i for i in _bare(left) if i is not subject and (subject is not None or not may_be(i, "nom"))]
    moved = [i for i in moved if not may_be(i, "nom") or subject in right]
    before, governed = _without_governed([i for i in left if i is not subject and i not in moved])
    after = [i for i in right if i is not subject] + governed
    ordered = [*before, *([subject] if subject is not None else []), verb]
    bare = {id(i) for i in [*_bare(right), *moved]}
    # Objects stand right behind the verb, whatever was said between: "freed from rebels | the town".
    near = [i for i in after if id(i) in bare and (i.cases is None or i.cases & {"acc", "gen"})]
    after = [*near, *(i for i in after if i not in near)]
    for item in [*moved, *after]:
        if id(item) in bare and item.cases is not None:
            cls = _said_by_case(item)
            if cls is not None:
                ordered.append(preposition(cls, item))
        ordered.append(item)
    return ordered


def _disagrees(verb: Item, subject: Item, pack: Pack) -> bool:
    """ "Автомобиль обстреляли": one thing before a verb in the plural is what some people, unnamed, did it to."""
    endings = tuple(pack.lists.get("plural_endings", ()))
    many = subject.plural or subject.parts or subject.counts or subject.pronoun or subject.actors
    if not endings or many or subject.head is None or verb.passive:
        return False
    if not (verb.marks and verb.marks[-1].key.endswith(endings)) or verb.classes & _NO_OBJECT:
        return False
    return not subject.classes & {"people", "collective"} and subject.cases is not None and "acc" in subject.cases


def _without_governed(left: list[Item]) -> tuple[list[Item], list[Item]]:
    """What stands before the verb, parted from the prepositional phrases and times there: they belong behind it."""
    rest: list[Item] = []
    governed: list[Item] = []
    for k, item in enumerate(left):
        after = left[k + 1] if k + 1 < len(left) else None
        before = left[k - 1] if k else None
        opens = item.kind == "prep" and after is not None and after.kind in ("np", "time")
        held = item.kind in ("np", "time") and before is not None and before.kind == "prep"
        dated = item.kind == "time" or "occasion" in item.classes
        (governed if opens or held or dated else rest).append(item)
    return rest, governed


def _said_by_case(item: Item) -> str | None:
    cases = item.cases or frozenset()
    if cases & {"nom", "acc", "gen"}:
        return None
    return "by" if "ins" in cases else "to" if "dat" in cases else None


def _bare(items: list[Item]) -> list[Item]:
    """The noun phrases that no preposition governs."""
    found: list[Item] = []
    governor: Item | None = None
    for item in items:
        held = governor is not None and governor.kind in ("prep", "accord")
        if item.kind == "np" and not held and not _tells_how_long(item):
            found.append(item)
        if not skippable(item) or item.kind == "time":
            governor = item
    return found


def _tells_how_long(item: Item) -> bool:
    """ "Five times", "the third day running": what does nothing itself."""
    lasts = any(
        (unit := m.sense("noun", "unit")) is not None and unit.info.get("measure") in _LASTS for m in item.marks
    )
    return lasts or "occasion" in item.classes or any(_tells_how_long(other) for other in item.of)


def _strict(item: Item) -> bool:
    """Whether a phrase can be nothing but a subject."""
    return item.cases is not None and "nom" in item.cases and "acc" not in item.cases


def _subject(verb: Item, left: list[Item], right: list[Item], opener: Item | None) -> Item | None:
    """Who does it: before the verb, or behind it where the cases or the verb allow no object there."""
    if verb.form not in ("finite",):
        return None
    behind = [i for i in _bare(right) if may_be(i, "nom")]
    ahead = [i for i in _bare(left) if may_be(i, "nom")]
    sole = next((i for i in behind if _strict(i)), None)
    if ahead:
        # "The army | this | denies": of two that may do it a pronoun is what it is done to.
        first = ahead[-2] if len(ahead) > 1 and ahead[-1].pronoun and not ahead[-2].pronoun else ahead[-1]
        swapped = sole is not None and not _strict(first) and not _takes_no_object(verb)
        left_by = _left_by(first, behind) if "leave" in verb.classes or not _takes_no_object(verb) else None
        return sole if swapped else left_by or first
    if opener is not None and opener.kind == "rel":
        return sole
    if _takes_no_object(verb) or verb.classes & {"say"}:
        return behind[0] if behind else _denied(verb, [*_bare(left), *_bare(right)])
    return sole


_STAYS = frozenset({"property", "territory", "facility", "base"})


def _left_by(first: Item, behind: list[Item]) -> Item | None:
    """ "Город | покинули | тысячи человек": people behind the verb did it, where what stands before cannot have."""
    if _strict(first) or first.actors or "people" in first.classes or not (first.classes & _STAYS or first.places):
        return None
    return next((i for i in behind if "people" in i.classes), None)


def _denied(verb: Item, items: list[Item]) -> Item | None:
    """ "Of shellings was not noted": what did not happen stands in the genitive."""
    if not (verb.negated and verb.passive):
        return None
    return next((i for i in items if i.cases is not None and "gen" in i.cases), None)


def _takes_no_object(verb: Item) -> bool:
    forms = verb.verb.forms if verb.verb is not None else frozenset()
    return verb.passive or "reflexive" in forms or bool(verb.classes & _NO_OBJECT)


def _spoken_in(verb: Item, left: list[Item], right: list[Item]) -> tuple[list[Item], list[Item], Item | None]:
    """ "They told in the ministry", "it is said in the bulletin": whoever speaks stands behind "in"."""
    for side in (right, left):
        for k in range(len(side) - 1):
            prep, item = side[k], side[k + 1]
            speaks = item.kind == "np" and (item.actors or item.classes & {"speaker_noun"})
            if prep.kind == "prep" and prep.cls & {"in"} and speaks and item.kind == "np":
                verb.passive = False
                rest = [i for i in side if i is not prep and i is not item]
                return (left, rest, item) if side is right else (rest, right, item)
    return left, right, None
