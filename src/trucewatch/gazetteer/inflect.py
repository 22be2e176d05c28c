"""gazetteer: the case forms of Russian and Ukrainian place names, as they stand in sentences."""

from __future__ import annotations

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
