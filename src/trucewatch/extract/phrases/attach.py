"""extract: which phrases belong together: possessors, "of" phrases, ages behind names, and coordinations."""

from __future__ import annotations

from trucewatch.extract.phrases.item import Item
from trucewatch.extract.phrases.nounphrase import told_state
from trucewatch.languages.pack import Pack

_SOMEBODY = frozenset({"people", "speaker_noun"})
_CASUALTIES = frozenset({"dead_people", "hurt_people", "wounded_people"})
_PAIR = 2
_OLDEST = 115
"""Years that a person can have lived."""


def _is_of(item: Item) -> bool:
    return item.kind == "prep" and "of" in item.cls


def attached(items: list[Item], pack: Pack) -> list[Item]:
    """Possessors and "of" phrases joined to the noun phrase they belong to."""
    found: list[Item] = []
    k, end = 0, len(items)
    while k < end:
        item = items[k]
        after = items[k + 1] if k + 1 < end else None
        previous = found[-1] if found else None
        ages = _ages_behind(items, k, previous, pack) if previous is not None else 0
        if previous is not None and ages:
            last = items[k + ages - 1]
            previous.end, previous.j = last.end, last.j
            k += ages + _closes_age(items, k, ages)
            continue
        if (
            _is_possessive(item)
            and previous is not None
            and previous.kind in ("np", "time")
            and after is not None
            and after.kind == "np"
            and (item.marks[0].text != "'" or _is_plural_owner(previous))
        ):
            found[-1] = _possessed(previous, after)
            k += 2
            continue
        if (
            item.kind == "np"
            and previous is not None
            and previous.kind == "np"
            and _begins_with_of(previous, item, pack)
        ):
            _attach(previous, item)
            k += 1
            continue
        if _is_of(item) and after is not None and after.kind in ("np", "time"):
            if previous is not None and previous.kind == "np" and previous.pronoun is None:
                _attach(previous, after)
                k += 2
                k += _second_victim(items, k, previous, after)
                continue
            if item.marks[0].key in pack.lists.get("partitives", ()) and after.kind == "np":
                after.start, after.i = item.start, item.i
                k += 1
                continue
        if _joins_of(items, k, previous):
            # "les forces armées et de sécurité": a second "of" of the same noun
            _attach(found[-1], items[k + 2])
            k += 3
            continue
        found.append(item)
        k += 1
    return found


def _possessed(owner: Item, thing: Item) -> Item:
    """What somebody's thing stands for among the items: the thing, or the phrase whose last noun is its owner."""
    if owner.of and owner.kind == "np":
        # "notified Russia of the convoy's route": the possessor is the nearest noun.
        thing.owner = owner.of[-1]
        thing.start, thing.i = owner.of[-1].start, owner.of[-1].i
        owner.of[-1] = thing
        owner.end, owner.j = thing.end, thing.j
        return owner
    thing.owner = owner if owner.kind == "np" else None
    if owner.kind == "time":
        thing.time = thing.time or owner.time
    thing.start, thing.i = owner.start, owner.i
    return thing


def _joins_of(items: list[Item], k: int, previous: Item | None) -> bool:
    """Whether "and of" goes on with a noun phrase that is no object of a verb."""
    if previous is None or previous.kind != "np" or previous.pronoun or k + 2 >= len(items):
        return False
    joined = items[k].kind == "conj" and "and" in items[k].cls and _is_of(items[k + 1]) and items[k + 2].kind == "np"
    bodies = "corpse" in previous.classes and previous.plural  # "les corps d'une femme et de ses filles"
    return joined and items[k + 1].marks[0].key in ("de", "d") and (bodies or not items[k + 2].definite)


def _second_victim(items: list[Item], k: int, act: Item, first: Item) -> int:
    """ "the murder of a woman and her son": the second person stands under the act's noun as well."""
    joined = k + 1 < len(items) and items[k].kind == "conj" and items[k + 1].kind == "np"
    bodies = "corpse" in act.classes and act.plural and not first.plural  # "the bodies of a woman and her son"
    harm = (bodies or bool(act.classes & {"act", "harm"})) and "people" in first.classes
    if not (joined and harm and "people" in items[k + 1].classes):
        return 0
    if not bodies and k + 2 < len(items) and items[k + 2].kind == "vg" and items[k + 2].form == "finite":
        return 0
    _attach(act, items[k + 1])
    return 2


def _is_sign(item: Item, *signs: str) -> bool:
    return item.kind == "punct" and item.marks[0].text in signs


_BEFORE_AGES = frozenset({"punct", "prep", "conj"})


def _ages_behind(items: list[Item], k: int, person: Item, pack: Pack) -> int:
    """How many items from `k` on tell only how old somebody is, whom the phrase before names; 0 where none does."""
    if person.kind != "np" or items[k].kind not in _BEFORE_AGES or k + 1 >= len(items):
        return 0
    if _age_behind(items, k, person) or (_is_of(items[k]) and _is_one_person(person) and _is_years(items[k + 1])):
        return 2  # "Ali Hassan, 33", "a woman of 30"
    joined = (items[k].kind == "conj" or _is_of(items[k])) and _is_age(items[k + 1])
    if joined and any(m.key in pack.lists.get("age_words", ()) for m in person.marks):
        return 2  # "two men aged 30 | and 35"
    return _ages_in_brackets(items, k) if person.counts and _is_sign(items[k], "(") else 0


def _ages_in_brackets(items: list[Item], k: int) -> int:
    """ "two women (27 and 31)": the numbers in brackets, as many as they are, up to the one that closes."""
    n = k + 1
    while n < len(items) and (_is_age(items[n]) or items[n].kind == "conj" or _is_sign(items[n], ",")):
        n += 1
    several = n - k > _PAIR or (n - k == _PAIR and len(items[k + 1].marks) > _PAIR)
    closed = n < len(items) and _is_sign(items[n], ")") and several
    return n - k if closed else 0


def _closes_age(items: list[Item], k: int, ages: int) -> int:
    """How many signs behind an age belong to it: a bracket, or the comma before "and the next victim"."""
    n = k + ages
    if n < len(items) and _is_sign(items[n], ")"):
        return 1
    listed_on = n + 2 < len(items) and _is_sign(items[n], ",") and _is_sign(items[k], ",")
    return int(listed_on and items[n + 1].kind == "conj" and _is_somebody(items[n + 2]))


def _is_age(item: Item) -> bool:
    marks = item.marks if item.kind == "np" else []
    if len(marks) > 1 and any(s.info.get("measure") == "days" for s in marks[-1].senses):
        marks = marks[:-1]  # "35 ans", "27 et 31 ans"
    told = [m.text for m in marks if m.sense("conj") is None]
    return bool(told) and all(text.isdecimal() and 0 < int(text) <= _OLDEST for text in told)


def _is_years(item: Item) -> bool:
    """A bare number that may be how old somebody is, in digits or in words."""
    word = item.marks[0].number if item.kind == "np" and len(item.marks) == 1 else None
    return _is_age(item) or (word is not None and word.role in ("unit", "tens") and word.low > 0)


def _is_one_person(item: Item) -> bool:
    return "people" in item.classes and not item.plural and "collective" not in item.classes


def _is_somebody(item: Item) -> bool:
    return item.kind == "np" and (bool(item.classes & {"people"}) or any(a.person for a in item.actors))


def _age_behind(items: list[Item], k: int, person: Item) -> bool:
    """ "Ali Hassan, 33, was", "a boy (6)": a bare number behind a person is an age and counts nobody."""
    age = items[k + 1]
    if not _is_sign(items[k], ",", "(") or not age.marks or person.kind != "np" or person.plural or age.kind != "np":
        return False
    name = person.marks[-1] if person.marks else None
    named = name is not None and name.capital and not name.senses and not name.actors and not name.places
    known = named or any(a.person for a in person.actors) or bool(person.classes & {"people"})
    value = age.marks[0].value
    if not known or len(age.marks) != 1 or value is None or not 0 < value <= _OLDEST:
        return False
    after = items[k + 2] if k + 2 < len(items) else None
    return after is None or after.kind == "punct" or (after.kind in ("prep", "rel") and _is_sign(items[k], ","))


def _begins_with_of(previous: Item, item: Item, pack: Pack) -> bool:
    """ "le deplacement | de pres d'un million", "la mort de | trois soldats": the "of" stands inside a fixed phrase."""
    words = pack.lists.get("partitives", ())
    if not words or not previous.marks or not item.marks or previous.pronoun:
        return False
    first, last = item.marks[0].key.split(" "), previous.marks[-1].key.split(" ")
    return (len(first) > 1 and first[0] in words) or (len(last) > 1 and last[-1] in words)


def _is_possessive(item: Item) -> bool:
    return item.kind == "punct" and (item.marks[0].text == "'s" or (item.marks[0].text == "'" and item.marks[0].glued))


def _is_plural_owner(item: Item) -> bool:
    """ "the rebels' withdrawal": a bare apostrophe makes a possessor only of what ends in an s."""
    last = item.parts[-1] if item.parts else item
    return bool(last.marks) and last.marks[-1].key.endswith("s")


def _attach(head: Item, tail: Item) -> None:
    if tail.kind == "time":
        head.time = tail.time
    else:
        head.of.append(tail)
    head.end, head.j = tail.end, tail.j


def _alike(left: Item, right: Item) -> bool:
    if left.cases is not None and right.cases is not None and not left.cases & right.cases:
        return False  # what stands in two cases is no list
    if left.cases is None and right.cases == frozenset({"gen"}) and bool(left.counts) != bool(right.counts):
        return False  # "IŞİD, 12 kişinin öldüğü": a name, and those of whom something is told
    if left.actors and right.actors:
        return True
    if left.places and right.places:
        return True
    if left.classes & _SOMEBODY and right.classes & _SOMEBODY:
        return True
    both = (left.classes & right.classes) - {"pronoun"}
    return bool(both & {"people", "weapon_thing", "road", "sovereignty", "act", "aid", "talks"})


def listed(items: list[Item]) -> list[Item]:
    """ "1 officer, 8 militiamen, and 2 civilians" as one phrase of three: counted people, the last after "and"."""
    found: list[Item] = []
    k = 0
    while k < len(items):
        if not items[k].counts:
            found.append(items[k])
            k += 1
            continue
        members = _members(items, k)
        group = items[k]
        for n in members[1:]:
            group = _joined(group, items[n])
        found.append(group)
        k = members[-1] + 1
    return found


def _members(items: list[Item], k: int) -> list[int]:
    """The items of a list of counted people that begins at `k`; that one alone where there is none."""
    members, j, closed = [k], k + 1, False
    while not closed and _counts_people(items[members[-1]]) and j < len(items):
        step = j + 1 if _is_sign(items[j], ",") else j
        closed = step < len(items) and items[step].kind == "conj" and "and" in items[step].cls
        step += closed
        if step == j or step >= len(items) or not _counts_people(items[step]):
            return [k]
        members.append(step)
        j = step + 1
    in_object = k > 0 and items[k - 1].kind in ("vg", "prep")
    subject_next = j < len(items) and items[j].kind == "vg" and items[j].form == "finite"
    return members if closed and _counts_people(items[k]) and not (in_object and subject_next) else [k]


def _counts_people(item: Item) -> bool:
    return item.kind == "np" and bool(item.counts) and "people" in item.classes and not told_state(item)


def coordinated(items: list[Item], *, bare: bool = False) -> list[Item]:
    """ "Russia and Turkey", "Putin, Erdogan and Merkel" as one phrase of several."""
    found: list[Item] = []
    k, end = 0, len(items)
    while k < end:
        item = items[k]
        previous = found[-1] if found else None
        parted = item.kind in ("conj", "punct") and k + 1 < end and items[k + 1].kind == "np"
        if parted and previous is not None and previous.kind == "np":
            joint = (item.kind == "conj" and "but" not in item.cls) or (
                item.kind == "punct" and item.marks[0].text == ","
            )
            after = items[k + 2] if k + 2 < len(items) else None
            in_object = len(found) > 1 and found[-2].kind in ("vg", "prep")
            subject_next = after is not None and after.kind == "vg" and after.form == "finite"
            comma = item.kind == "punct"
            list_goes_on = (
                comma and after is not None and (after.kind == "conj" or (after.kind == "vg" and len(found) == 1))
            )
            between = len(found) > 1 and "between" in found[-2].cls and item.kind == "conj"
            if len(found) > 1 and "among" in found[-2].cls and _hurt_otherwise(previous, items[k + 1]):
                joint = False  # "ten dead, among them children, and dozens of wounded"
            if between or (bare and len(found) > 1 and _is_of(found[-2])):
                # "clashes between A and B left": two stand after "between", whatever comes behind them.
                in_object = False
            if comma and not bare and _opens_list(items, k, previous):
                found[-1] = _joined(_joined(previous, items[k + 1]), items[k + 3])
                k += 4
                continue
            if bare and not (_bare(previous) and _bare(items[k + 1])):
                joint = False
            if comma and (told_state(previous) or (_is_house(previous) and items[k + 1].counts)):
                joint = False  # "Teen dead, man injured": two things told; "the ministry, 7 men": no list either
            if (
                joint
                and (between or _alike(previous, items[k + 1]))
                and not (in_object and subject_next)
                and (not comma or list_goes_on)
            ):
                found[-1] = _joined(previous, items[k + 1])
                k += 2
                continue
        found.append(item)
        k += 1
    return found


def _hurt_otherwise(part: Item, item: Item) -> bool:
    """Whether a phrase behind a part of those told of names other victims by what befell them."""
    hurt = _CASUALTIES & item.classes
    return bool(hurt) and not hurt & part.classes and bool(item.counts)


def _opens_list(items: list[Item], k: int, first: Item) -> bool:
    """ "Omar Haddad, his wife and three children": a name before his own; "X, a doctor and writer," is one person."""
    second, link, third = (items[n] if n < len(items) else None for n in (k + 1, k + 2, k + 3))
    if second is None or link is None or third is None or not any(a.person for a in first.actors):
        return False
    his = second.definite or any(m.owned or any("poss" in s.forms for s in m.senses) for m in second.marks)
    listed = link.kind == "conj" and "and" in link.cls and his and "people" in second.classes
    closed = k + 4 < len(items) and _is_sign(items[k + 4], ",")
    return listed and _is_somebody(third) and _tells_anew(third) and not closed


def _tells_anew(item: Item) -> bool:
    """Whether the last of a list is told with a number or a possessor of its own."""
    return bool(item.counts) or item.definite


def _is_house(item: Item) -> bool:
    """A ministry or an agency, which speaks and is not among the people told of."""
    return "speaker_noun" in item.classes and "people" not in item.classes


def _bare(item: Item) -> bool:
    """A phrase that is nothing but names, so that "the leaders of Russia and Turkey" joins the two states."""
    return bool(item.actors) and item.head is None


def _joined(left: Item, right: Item) -> Item:
    if left.parts:
        left.parts.append(right)
        left.end, left.j = right.end, right.j
        return left
    group = Item("np", left.i, right.j, left.start, right.end)
    group.parts, group.plural, group.head = [left, right], True, left.head
    group.classes = left.classes | right.classes
    group.senses = [*left.senses, *right.senses]
    group.actors = [*left.actors, *right.actors]
    group.counts = [*left.counts, *right.counts]
    group.places = [*left.places, *right.places]
    return group
