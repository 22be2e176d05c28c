"""gazetteer: the case forms of Russian and Ukrainian place names, as they stand in sentences."""

from __future__ import annotations

from trucewatch.languages.fold import match_key

_VELAR = "гкхжчшщц"
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ия", ("ии", "ию", "ией", "ія")),
    ("ія", ("ії", "ію", "ією")),
    ("ская", ("ской", "скую")),
    ("цкая", ("цкой", "цкую")),
    ("ая", ("ой", "ую")),
    ("ское", ("ского", "скому", "ским", "ском")),
    ("ое", ("ого", "ому", "ым", "ом")),
    ("ий", ("ого", "ому", "им", "ом", "ия", "ию", "ием", "ии")),
    ("ый", ("ого", "ому", "ым", "ом")),
    ("ай", ("ая", "аю", "аем", "ае")),
    ("ы", ("", "ам", "ами", "ах")),
    ("я", ("и", "е", "ю", "ей")),
    ("ь", ("и", "я", "ю", "ем", "е", "ью")),
    ("о", ("а", "у", "ом", "е")),
)
_FIXED = ("и", "у", "ю", "э", "е")


def cyrillic_forms(name: str) -> tuple[str, ...]:
    """The name and its case forms; names of several words are inflected in the last word, or in all adjectives too.

    Only the forms that regular endings give are made: one that nobody writes does no harm, a missing one costs a find.
    """
    if not name or not ("\u0400" <= name[-1].lower() <= "\u04ff"):
        return (name,)
    head, space, last = name.rpartition(" ")
    forms = _word_forms(last)
    if not space:
        return forms
    heads = _phrase_forms(head)
    if len(heads) == 1:
        return tuple(f"{head} {form}" for form in forms)
    return tuple(dict.fromkeys(f"{before} {form}" for before in heads for form in forms))


def _phrase_forms(head: str) -> tuple[str, ...]:
    last = head.rpartition(" ")[2].lower()
    return _word_forms(head) if last.endswith(("ая", "ое", "ий", "ый", "яя")) and " " not in head else (head,)


def _word_forms(word: str) -> tuple[str, ...]:
    low = word.lower()
    if len(low) < 3 or word.isupper() or low.endswith(_FIXED):
        return (word,)
    for ending, changed in _ENDINGS:
        if low.endswith(ending):
            stem = word[: -len(ending)]
            return tuple(dict.fromkeys((word, *(stem + form for form in changed))))
    if low.endswith("а"):
        stem = word[:-1]
        genitive = "и" if stem[-1].lower() in _VELAR else "ы"
        return (word, stem + genitive, stem + "е", stem + "у", stem + "ой")
    return (word, word + "а", word + "у", word + "ом", word + "е", word + "і")


_ADJECTIVES = tuple(
    (match_key(end), first)
    for first, ends in (
        ("ская", "ской скую"), ("цкая", "цкой цкую"), ("ский", "ского скому ском ским"),
        ("ська", "ської ській ську ською"), ("цька", "цької цькій цьку цькою"), ("ський", "ського ському ським"),
    )
    for end in ends.split()
)  # fmt: skip
_ADJECTIVE_ENDS = tuple(end for end, _ in _ADJECTIVES) + tuple(match_key(first) for _, first in _ADJECTIVES)
_AREAS = {
    match_key(form): word
    for word in ("область", "край", "республика", "район")
    for form in (*_word_forms(word), *(("області",) if word == "область" else ()))
}


def plain_keys(key: str) -> tuple[str, ...]:
    """The match keys that the case forms of "Харьковская область" may stand for, as written first."""
    if not key or not "\u0400" <= key[0] <= "\u04ff":
        return ()
    adjective, _, area = key.rpartition(" ")
    plain = _AREAS.get(area)
    if plain is None:
        return (key,)
    stems = [adjective[: -len(end)] + first for end, first in _ADJECTIVES if adjective.endswith(end)]
    return tuple(dict.fromkeys((key, *(match_key(f"{stem} {plain}") for stem in (adjective, *stems)))))


def is_adjective(word: str) -> bool:
    """Whether a folded word is a Russian or Ukrainian adjective of a place in some case: "харьковской"."""
    return word.endswith(_ADJECTIVE_ENDS)
