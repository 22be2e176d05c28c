"""extract: insertions between commas, dashes and brackets that part a subject from its verb."""

from __future__ import annotations

from trucewatch.extract.phrases.item import Item, is_comma


def over_insertion(items: list[Item], k: int) -> int:
    """Left over a comma; if what stands before it is an insertion between commas, left over that too."""
    opener = opener_of(items, k)
    if opener is not None:
        return opener - 1
    j = k - 1
    while j >= 0 and not is_comma(items[j]):
        if items[j].kind in ("comp",):
            return k - 1
        j -= 1
    between_dashes = _over_dashes(items, j)
    if between_dashes is not None:
        return between_dashes
    if j >= 0:
        first = items[j + 1] if j + 1 < k else None
        inserted = first is not None and (
            first.kind in ("rel", "sub", "accord", "prep", "adv")
            or first.kind == "vg"
            or not any(i.kind == "vg" for i in items[j + 1 : k])
        )
        if inserted and j > 0 and items[j - 1].kind in ("np", "time"):
            whole = _over_composition(items, j)
            return j - 1 if whole is None else whole
    return k - 1


def _over_dashes(items: list[Item], j: int) -> int | None:
    """ "A bomb - said to be a tanker - planted by militants, exploded": left over an insertion between dashes."""
    if j < 0 or items[j].marks[0].text != "-":
        return None
    i = j - 1
    while i > 0 and not (items[i].kind == "punct" and items[i].marks[0].text == "-"):
        i -= 1
    return i - 1 if i > 0 and items[i - 1].kind == "np" else None


def _over_composition(items: list[Item], k: int) -> int | None:
    """ "18 people, mostly women, all from one family, were": what a first insertion tells of the people before."""
    j = k - 1
    while j > 0 and not is_comma(items[j]):
        j -= 1
    part = items[j + 1 : k]
    told = bool(part) and part[0].kind == "adv" and all(i.kind in ("adv", "np", "conj") for i in part)
    return j - 1 if told and j > 0 and items[j - 1].kind == "np" else None


def opener_of(items: list[Item], k: int) -> int | None:
    """ "Four men - two of them, X and Y, - were": where the dash or bracket stands that the one at `k` closes."""
    sign = items[k].marks[0].text
    wanted = {"-": "-", ")": "("}.get(sign)
    j = k - 1
    while wanted is not None and j > 0:
        text = items[j].marks[0].text if items[j].kind == "punct" else ""
        if text == wanted:
            return j if items[j - 1].kind in ("np", "time") and j < k - 1 else None
        j -= 1
    return None


def before_parts(items: list[Item], k: int) -> int | None:
    """ "Ten men including four guards and a cook were": what a list of parts behind "including" was told of."""
    j = k
    while j > 1 and items[j].kind == "np" and items[j - 1].kind in ("conj", "punct") and items[j - 2].kind == "np":
        j -= 2
    opens = j > 1 and j < k and items[j - 1].kind == "prep" and "among" in items[j - 1].cls
    return j - 2 if opens and items[j - 2].kind == "np" else None
