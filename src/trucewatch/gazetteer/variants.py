"""gazetteer: other Latin spellings of one Arabic name, by rule: articles, endings, and the words places are made of."""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"\b(?:al|el|ar|as|ash|an|ad|az|at|ath|es|er|en|ed|ez|et|esh) (?=\w)")
_WORDS = {
    "kafr": ("kafar", "kfar", "kafer", "kefr"),
    "tell": ("tal", "tel", "tall"),
    "ayn": ("ain", "ein"),
    "ain": ("ayn", "ein"),
    "dayr": ("deir", "der", "dair"),
    "deir": ("dayr", "der", "dair"),
    "bayt": ("beit",),
    "beit": ("bayt",),
    "jabal": ("jebel", "djebel"),
    "maarat": ("maarrat", "maaret", "marat", "ma arat", "ma arrat"),
    "maarrat": ("maarat", "maaret", "marat", "ma arat", "ma arrat"),
    "khirbat": ("khirbet", "khirba"),
    "umm": ("um", "om"),
    "abu": ("abou",),
    "shaykh": ("sheikh", "cheikh"),
    "sheikh": ("shaykh", "cheikh"),
}
_LEAST, _LEAST_ALONE = 5, 6


def spelling_keys(key: str) -> frozenset[str]:
    """Match keys that are the same name in other transliterations; `key` itself among them.

    Only what rules of transliteration allow, never a near spelling: a stranger stays a stranger.
    """
    keys = {key}
    if not key.isascii():
        return frozenset(keys)
    first, _, rest = key.partition(" ")
    for other in _WORDS.get(first, ()):
        if rest:
            keys.add(f"{other} {rest}")
    if first == "kafr" and rest and " " not in rest:
        keys |= {f"kafr{rest}", f"kafar{rest}"}
    keys |= {_ARTICLE.sub("al ", k) for k in keys} | {bare for k in keys if _stands_alone(bare := _ARTICLE.sub("", k))}
    keys |= {_ARTICLE.sub("el ", k) for k in keys}
    keys |= {ending for k in keys for ending in _endings(k)}
    return frozenset(k for k in keys if len(k) >= _LEAST or k == key)


def _stands_alone(bare: str) -> bool:
    """True for a name that is still a name without its article: of several words, or a long one."""
    return " " in bare or len(bare) >= _LEAST_ALONE


def _endings(key: str) -> tuple[str, ...]:
    if key.endswith("iyah"):
        return key[:-1], key[:-4] + "iya", key[:-4] + "iyeh", key[:-4] + "ieh"
    if key.endswith("ah"):
        return (key[:-1],)
    return ()
