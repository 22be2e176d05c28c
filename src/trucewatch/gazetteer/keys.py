"""gazetteer: how a name sounds: one key for the spellings of a name in Latin, Arabic and Cyrillic letters.

`match_key` finds a name as it is written. A *sound* goes further: the consonants in order, without article, doubling
and what transliterations interchange, and the vowels between them where the script writes them. `Deir Hafer` and
`Dayr Ḩāfir` sound alike; `Sayda` and `Suwayda` do not. Sounds are compared only within the countries that a report
is about and only where one place answers: that is for `gazetteer.loose` to see to.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Literal

from trucewatch.languages.fold import match_key

Script = Literal["latin", "arabic", "cyrillic"]
OPEN = "'"
"""Stands for the vowel (or ayin, or hamza) that a name begins with."""
MOST_READINGS = 8

_ARTICLES = frozenset([
    "al", "el", "ul", "il", "ar", "as", "ash", "an", "ad", "adh", "az", "at", "ath", "er", "es", "esh", "en", "ed",
    "ez", "et", "eth", "ech",
])  # fmt: skip
_CYRILLIC_ARTICLES = frozenset([
    "эль", "аль", "ель", "ад", "ан", "ар", "ас", "аш", "аз", "ат", "эд", "эн", "эр", "эс", "эш", "эз", "эт",
])  # fmt: skip
_ARABIC_ARTICLE = re.compile(r"^(?:ال|لل)(?=..)")
_GLUED = re.compile(r"\b(?:al|el)(?=[^aeiou ][^ ]{3})")
"""An article written in one word with the name."""
_BOUND_END = re.compile(r"(?<=..)(?:ه|ah)$")
"""The feminine ending, which is spoken before a second noun (Ma'arrah, but Ma'arrat al-Nu'man)."""

_LATIN = (
    # Letters that stand for one sound, longest first; `|` parts the sounds that a spelling may mean.
    ("tch", "c"), ("tsh", "c"), ("dsch", "j"), ("sch", "S"), ("kh", "x"), ("gh", "g"), ("sh", "S"), ("ch", "S|x"),
    ("dj", "j"), ("th", "t|d"), ("dh", "d|z"), ("zh", "j"), ("ph", "f"), ("ck", "k"), ("qu", "k"), ("b", "b"),
    ("p", "b"), ("t", "t"), ("j", "j"), ("h", "h"), ("x", "s"), ("d", "d"), ("r", "r"), ("z", "z"), ("s", "s"),
    ("g", "g|k|j"), ("f", "f"), ("q", "k"), ("k", "k"), ("c", "k"), ("l", "l"), ("m", "m"), ("n", "n"), ("v", "w"),
)  # fmt: skip
_ARABIC = {
    "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "x", "د": "d", "ذ": "d|z", "ر": "r", "ز": "z", "س": "s",
    "ش": "S", "ص": "s", "ض": "d", "ط": "t", "ظ": "z|d", "غ": "g", "ف": "f", "ق": "k", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "پ": "b", "چ": "c", "ژ": "j", "گ": "g|k",
}  # fmt: skip
_CYRILLIC = {
    "б": "b", "в": "w", "г": "g|k|j", "ґ": "g", "д": "d", "ж": "j", "з": "z", "к": "k", "л": "l", "м": "m", "н": "n",
    "п": "b", "р": "r", "с": "s", "т": "t", "ф": "f", "х": "h|x", "ц": "c", "ч": "c", "ш": "S", "щ": "S",
}  # fmt: skip
_VOWELS: dict[str, str] = {
    **dict.fromkeys("aаяا", "A"), **dict.fromkeys("eеэє", "AI"), **dict.fromkeys("iyиіїйыي", "I"),
    **dict.fromkeys("ouwоуюو", "U"),
}  # fmt: skip
_MUTE = "AI"
"""A final e, which French spellings add to a consonant."""
_SILENT = frozenset("ьъعء")


@dataclass(frozen=True, slots=True)
class Sound:
    """One reading of a name: its consonants, and the vowels before, between and after them ("" where none is written).

    `A`, `I` and `U` are the three vowels that all transliterations tell apart; a slot may allow several.
    """

    consonants: str
    vowels: tuple[str, ...]


def script_of(name: str) -> Script | None:
    """The script of a name's first letter that belongs to one of ours."""
    for char in name:
        if "\u0600" <= char <= "\u06ff":
            return "arabic"
        if "\u0400" <= char <= "\u04ff":
            return "cyrillic"
        if char.isascii() and char.isalpha():
            return "latin"
    return None


@functools.lru_cache(maxsize=50_000)
def sounds(name: str) -> tuple[Sound, ...]:
    """The readings of a name, most usual first; none for a name in another script."""
    key = match_key(name)
    script = script_of(key)
    if script is None:
        return ()
    words = _without_articles(key.split(), script)
    spelled = ["".join(words)]
    if script == "latin" and _GLUED.search(key):
        spelled.append("".join(_GLUED.sub("", word) for word in words))
    return tuple(dict.fromkeys(_sound(groups) for w in spelled for groups in _readings(_letter_groups(w, script))))


def arabic_letters(name: str) -> str:
    """The consonants of an Arabic name as they are written, without articles, vowels and seats of the hamza: within
    one script q and k, or d and its emphatic kin, are not interchanged.
    """
    words = _without_articles(match_key(name).split(), "arabic")
    return "".join(char for char in "".join(words) if char in _ARABIC and char != "ه")


def alike(one: Sound, other: Sound) -> bool:
    """True when two readings may be one name: the same consonants, and no two written vowels that contradict."""
    if one.consonants != other.consonants:
        return False
    *inner, (a, b) = zip(one.vowels, other.vowels, strict=True)
    if bool(a) != bool(b) and (a or b) != _MUTE:
        return False  # Qantara is not Qanater
    return all(not a or not b or set(a) & set(b) for a, b in (*inner, (a, b)))


def strength(sound: Sound) -> int:
    """How many consonants tell the name from others."""
    return len(sound.consonants.replace(OPEN, ""))


def _without_articles(words: list[str], script: Script) -> list[str]:
    if script == "arabic":
        bare = [_ARABIC_ARTICLE.sub("", word) for word in words]
        return [_BOUND_END.sub("ت", word) for word in bare[:-1]] + bare[-1:]
    if script == "latin":
        words = [_BOUND_END.sub("at", word) for word in words[:-1]] + words[-1:]
    articles = _ARTICLES if script == "latin" else _CYRILLIC_ARTICLES
    return [word for n, word in enumerate(words) if n == len(words) - 1 or word not in articles]


def _letter_groups(word: str, script: Script) -> list[tuple[str, str]]:
    """The word as ("c", sounds parted by `|`) and ("v", letters) in order."""
    if script == "latin":
        return _latin_groups(re.sub("ou", "u", re.sub("oo", "u", word)).replace("ee", "i"))
    table = _ARABIC if script == "arabic" else _CYRILLIC
    groups: list[tuple[str, str]] = []
    skip = False
    for n, char in enumerate(word):
        if skip:
            skip = False
        elif script == "cyrillic" and word[n : n + 2] == "дж":
            groups.append(("c", "j"))
            skip = True
        elif _glide(word, n):
            groups.append(("c", "w" if char == "و" else "y"))
        elif char in table:
            groups.append(("c", table[char]))
        elif char in _VOWELS or char in _SILENT:
            groups.append(("v", char))
    return groups


def _latin_groups(word: str) -> list[tuple[str, str]]:
    groups: list[tuple[str, str]] = []
    n = 0
    while n < len(word):
        if _glide(word, n):
            groups.append(("c", "y" if word[n] == "y" else "w"))
            n += 1
            continue
        spelled = next(((letters, sound) for letters, sound in _LATIN if word.startswith(letters, n)), None)
        if spelled is not None:
            groups.append(("c", spelled[1]))
            n += len(spelled[0])
        else:
            if word[n] in _VOWELS:
                groups.append(("v", word[n]))
            n += 1
    return groups


def _glide(word: str, n: int) -> bool:
    """Whether a letter for u or i is a consonant here: at the beginning, and between vowels ("Suwayda")."""
    char, after = word[n], word[n + 1 : n + 2]
    if char in "wو" or (char == "u" and after and after in "aei"):
        return after != "" and (n == 0 or after in "aeiouyاي")
    if char in "yي":
        return n == 0 and after != "" and after not in "رن"
    return False


def _readings(groups: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Every choice among the sounds that a spelling may mean, up to a bound."""
    found: list[list[tuple[str, str]]] = [[]]
    for kind, letters in groups:
        choices = letters.split("|") if kind == "c" else [letters]
        if len(found) * len(choices) > MOST_READINGS:
            choices = choices[:1]
        found = [[*head, (kind, choice)] for head in found for choice in choices]
    return found


def _sound(groups: list[tuple[str, str]]) -> Sound:
    """Consonants once each where doubled, the vowels between them as classes, a final h left out."""
    consonants, vowels = "", [""]
    silent = False
    if groups and groups[0][0] == "v":
        consonants, vowels = OPEN, ["", ""]
    if len(groups) > 2 and groups[-1] == ("c", "h") and groups[-2][0] == "v":
        groups = groups[:-1]
    elif groups and groups[-1] == ("c", "h"):
        groups = [*groups[:-1], ("v", "a")]
    if groups and groups[-1] == ("v", "ي"):
        groups = [*groups, ("v", "ا")]  # the letters for final i and a are written alike
    for kind, letters in groups:
        if kind == "v":
            vowels[-1] += "".join(c for c in _VOWELS.get(letters, "") if c not in vowels[-1])
            silent = silent or letters in _SILENT
        elif not consonants.endswith(letters) or vowels[-1] or silent:
            consonants += letters
            vowels.append("")
            silent = False
    if consonants.startswith(OPEN):
        vowels[1] = ""  # Afrin, Efrin, Ifrin: the first vowel goes its own way
    return Sound(consonants, tuple(vowels))
