"""extract: numbers as intervals, from digits and words, with what stands around them."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.extract.words.token import Mark
from trucewatch.languages.pack import Approximator, Pack
from trucewatch.model.claim import Approximator as Kind

_MOST_IN_A_RATIO = 100


_THOUSAND, _MILLION = 10**3, 10**6


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity without its unit: marks `[i, j)`, the interval, the approximator and whether it is "more"."""

    i: int
    j: int
    low: float
    high: float | None
    approximator: Kind
    more: bool = False
    article: bool = False
    """True for a mere "one" or "un", which counts only before people and things of war."""
    share: bool = False
    """True for "one in five", which counts nobody."""


@dataclass(frozen=True, slots=True)
class _Plain:
    j: int
    low: float
    high: float | None
    vague: bool
    article: bool


_MOST_UNITS, _HUNDRED = 9, 100


def _first(marks: list[Mark], i: int, pack: Pack) -> _Plain | None:
    """The digits or the number word that a quantity begins with; a model's number or an ordinal is none."""
    mark = marks[i]
    after = marks[i + 1] if i + 1 < len(marks) else None
    if mark.value is not None:
        ordinal = after is not None and after.glued and after.text in pack.lists.get("ordinal_ends", ())
        return None if ordinal or in_a_name(marks, i) else _Plain(i + 1, mark.value, mark.value, False, False)
    number = mark.number
    if number is None or number.role not in ("unit", "tens", "group", "fraction", "scale"):
        return None
    if number.role == "fraction" and not (after is not None and after.sense("prep", "of")):
        return None
    if number.role == "tens":
        low, high, j = _after_tens(marks, i + 1, number.low)
        return _Plain(j, low, high, False, False)
    if number.role == "unit" and (joined := _units_first(marks, i, pack)) is not None:
        return joined
    if mark.key in pack.lists.get("vague_alone", ()):
        # "тысячи человек": with no number before it a plural "thousand" is a vague one.
        return _Plain(i + 1, 2 * number.low, 10 * number.low - 1, True, False)
    vague = number.role == "group" and number.low != number.high
    return _Plain(i + 1, number.low, number.high, vague, mark.key in pack.lists.get("articles", ()))


def _units_first(marks: list[Mark], i: int, pack: Pack) -> _Plain | None:
    """ "Three and thirty": languages that say the units before the tens (`units: first`)."""
    number = marks[i].number
    if pack.settings.get("units") != "first" or number is None or number.low > _MOST_UNITS or i + 2 >= len(marks):
        return None
    tens = marks[i + 2].number
    if marks[i + 1].key not in pack.lists.get("number_and", ()) or tens is None or tens.role != "tens":
        return None
    return _Plain(i + 3, number.low + tens.low, number.low + tens.low, False, False) if tens.low < _HUNDRED else None


def _plain(marks: list[Mark], i: int, pack: Pack) -> _Plain | None:
    """Digits or number words at `i`: "3.7 million", "twenty-one", "tens of thousands", "une trentaine"."""
    first = _first(marks, i, pack)
    if first is None:
        return None
    j, low, high, vague, article = first.j, first.low, first.high, first.vague, first.article
    digits = marks[i].value is not None
    while j < len(marks):
        here = marks[j]
        if here.number and here.number.role == "scale":
            low, high, j = low * here.number.low, None if high is None else high * here.number.low, j + 1
            article = False
        elif low >= _THOUSAND and low == high and digits and _below_thousand(marks, j):
            low, high, j = low + (here.value or 0), low + (here.value or 0), j + 1
        elif low >= _MILLION and low == high and (rest := _thousands(marks, j)) is not None:
            low, high, j = low + rest, low + rest, j + 2
        elif here.number and here.number.role in ("unit", "tens") and low >= 100 and low == high and not digits:
            tail = _plain(marks, j, pack)
            if tail is None or tail.high is None or tail.low >= low:
                break
            low, high, j = low + tail.low, low + tail.high, tail.j
        elif (
            here.key in pack.lists.get("number_and", ())
            and low >= 100
            and low == high
            and _tail(marks, j + 1, low, pack)
        ):
            j += 1
        else:
            break
    return _Plain(j, low, high, vague, article)


def _below_thousand(marks: list[Mark], j: int) -> bool:
    """Figures right behind "thousand" that are the rest of the number: "2 тысячи 300", "2 bin 212"."""
    value, before = marks[j].value, marks[j - 1].number
    after = marks[j + 1] if j + 1 < len(marks) else None
    scaled = before is not None and before.role == "scale" and before.low == _THOUSAND
    runs_on = after is not None and (after.number is not None or after.value is not None or after.glued)
    return scaled and value is not None and 0 < value < _THOUSAND and value == int(value) and not runs_on


def _thousands(marks: list[Mark], j: int) -> float | None:
    """Figures with a smaller scale behind a million: "1 milyon 200 bin"."""
    value, scale = marks[j].value, marks[j + 1].number if j + 1 < len(marks) else None
    if value is None or scale is None or scale.role != "scale" or value * scale.low >= _MILLION:
        return None
    return value * scale.low


def _tail(marks: list[Mark], j: int, low: float, pack: Pack) -> bool:
    """Whether "and" is followed by the rest of the number: "one hundred and twenty"."""
    mark = marks[j] if j < len(marks) else None
    return (
        mark is not None and mark.number is not None and mark.number.role in ("unit", "tens") and mark.number.low < low
    )


def is_number(mark: Mark) -> bool:
    """Whether a mark is a number, in figures or in words."""
    return mark.value is not None or mark.number is not None


def in_a_name(marks: list[Mark], i: int) -> bool:
    """The number of a model or unit: "Su-24", "M-20"."""
    return (
        i >= 2
        and marks[i].value is not None
        and marks[i].glued
        and marks[i - 1].text == "-"
        and marks[i - 1].glued
        and marks[i - 2].capital
    )


def _after_tens(marks: list[Mark], j: int, low: float) -> tuple[float, float, int]:
    k = j + 1 if j < len(marks) and marks[j].text == "-" and j + 1 < len(marks) else j
    if k < len(marks):
        unit = marks[k].number
        if unit and unit.role == "unit" and unit.low < 20:
            return low + unit.low, low + unit.low, k + 1
    return low, low, j


def _approximator(marks: list[Mark], i: int, pack: Pack) -> tuple[Approximator | None, int]:
    """The approximator that ends right before `i`, over an article, and where it begins."""
    k = i - 1
    if k >= 0 and marks[k].sense("det") and marks[k].approximator is None:
        k -= 1
    if k >= 0 and marks[k].approximator:
        return marks[k].approximator, k
    return None, i


def _opened(marks: list[Mark], i: int, pack: Pack) -> bool:
    k = i - 1
    while k >= 0 and (marks[k].approximator or marks[k].sense("det")):
        k -= 1
    return k >= 0 and marks[k].key in pack.lists.get("range_openers", ())


def _second(marks: list[Mark], i: int, plain: _Plain, pack: Pack) -> _Plain | None:
    """The upper end of a range: "20 to 30", "20-30", "between 20 and 30"."""
    j = plain.j
    if j + 1 >= len(marks) or (marks[j].key not in pack.lists.get("range_words", ()) and marks[j].text not in "-"):
        return None
    second = _plain(marks, j + 1, pack)
    if second is None or second.high is None or second.low <= plain.low:
        return None
    if marks[j].key in pack.lists.get("number_and", ()) and not _opened(marks, i, pack):
        return None  # "two and three" are two numbers, "between two and three" is a range
    return second


def _whole(marks: list[Mark], plain: _Plain, pack: Pack) -> _Plain | None:
    """The five of "one in five people", a share that counts nobody; "three in 24 hours" is a count."""
    j, words = plain.j, pack.lists.get("ratio_words", frozenset())
    counted = j + 2 < len(marks) and marks[j].sense("noun") is not None and marks[j + 1].key in words
    j += counted  # "une personne sur cinq"
    if j + 1 >= len(marks) or marks[j].key not in words:
        return None
    whole = _plain(marks, j + 1, pack)
    if whole is None or whole.low != whole.high or not plain.low < whole.low <= _MOST_IN_A_RATIO:
        return None
    after = marks[whole.j] if whole.j < len(marks) else None
    other = after is not None and (after.times or after.sense("noun", "unit") or (counted and after.sense("noun")))
    return None if other else whole


def number_at(marks: list[Mark], i: int, pack: Pack) -> Number | None:
    """The number whose digits or words begin at mark `i`, with its approximator, range and "more"."""
    if marks[i].value is None and marks[i].number is None:
        return None
    plain = _plain(marks, i, pack)
    if plain is None:
        return None
    whole = _whole(marks, plain, pack)
    if whole is not None:
        return Number(i, whole.j, plain.low, plain.high, "exact", share=True)
    low, high, j = plain.low, plain.high, plain.j
    kind: Kind = "vague" if plain.vague or high is None else "exact"
    second = _second(marks, i, plain, pack)
    last = j if second is None else second.j
    if marks[i].share or marks[last - 1].share:
        return Number(i, last, low, high, "exact", share=True)  # "20 percent of the people"
    if second is not None:
        scale = second.low / plain.low if plain.low else 1
        factor = 10**3 if scale >= 10**3 and second.low >= 10**4 and plain.low < 1000 else 1
        low, high, j = low * (10**6 if factor > 1 and second.low >= 10**6 else factor), second.high, second.j
    found, start = _approximator(marks, i, pack)
    if found is None and j < len(marks) and marks[j].approximator and marks[j].key in pack.lists.get("after", ()):
        found, j = marks[j].approximator, j + 1
    if found is not None and not (plain.vague and second is None):
        low, high, kind = _applied(found, low, high)
    more = j < len(marks) and marks[j].key in pack.lists.get("more", ())
    if not more and start > 0 and marks[start - 1].key in pack.lists.get("more_before", ()):
        more = True
    return Number(
        start,
        j + (1 if more and j < len(marks) and marks[j].key in pack.lists.get("more", ()) else 0),
        low,
        high,
        kind,
        more,
        plain.article,
    )


def _applied(found: Approximator, low: float, high: float | None) -> tuple[float, float | None, Kind]:
    """An approximator's policy on a value: "nearly 500" is 450 to 500, "at least two" is 2 and open."""
    kind: Kind = found.kind  # type: ignore[assignment]
    if kind in ("at_least", "more_than"):
        return low, None, kind
    top = None if high is None or found.high is None else high * found.high
    bottom = low * found.low
    if low >= 10 and low == int(low):
        bottom = float(int(bottom))
        top = None if top is None else float(-int(-top))
    return bottom, top, kind
