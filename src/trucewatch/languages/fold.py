"""languages: one folded copy of a text for matching, with a way back to the original offsets."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

_QUOTES = dict.fromkeys("“”„‟«»‹›″", '"') | dict.fromkeys("‘’‚‛ʼ′`´", "'")
_TWICE = "''"
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_SIGNS = {"،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ",", "_": " "}
"""Arabic signs, and the underscore that joins the words of a hashtag."""
_INVISIBLE = set(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u0640"
)
_STRETCH = "\u0640"
"""The stroke that draws Arabic letters apart."""
_CUT = re.compile(f"(?<={_STRETCH})[ .*·•]{{1,2}}(?={_STRETCH})")
"""What posts put between two strokes to hide a word from a platform's filter: the word goes on behind it."""
_LETTERS = {
    "ı": "i", "İ": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae", "œ": "oe",
    "Æ": "ae", "Œ": "oe", "ё": "е", "Ё": "е",
    # Arabic letter forms that writers interchange
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك", "ﻻ": "لا",
}  # fmt: skip


@functools.cache
def _fold_char(char: str) -> str:
    """The folded form of one character: '' for what is invisible, a space for white space."""
    if char in _INVISIBLE:
        return ""
    for table in (_QUOTES, _DASHES, _SIGNS, _LETTERS):
        if char in table:
            return table[char]
    if char.isspace():
        return "\n" if char in "\n\r\x0b\x0c\x85\u2028\u2029" else " "
    if char.isdigit():
        digit = unicodedata.digit(char, None)
        return char if digit is None else str(digit)
    if unicodedata.category(char) in ("Mn", "Cc", "Cf", "Cs", "Me"):
        return ""
    bare = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    return "".join(_LETTERS.get(c, _QUOTES.get(c, c)) for c in bare.casefold() if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `back[i]` is the offset in the original of folded position `i`; None when they are the same."""

    text: str
    back: tuple[int, ...] | None
    original: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the original that folded positions `[start, end)` come from."""
        if self.back is None or end <= start:
            return (start, end) if self.back is None else (self.back[start], self.back[start])
        return self.back[start], self.back[end - 1] + 1


class _Table(dict[int, str]):
    """A translation table filled as characters are met."""

    def __missing__(self, code: int) -> str:
        folded = _fold_char(chr(code))
        self[code] = folded
        if len(folded) != 1:
            _UNEVEN.add(chr(code))
        return folded


_UNEVEN: set[str] = set()
"""The characters met so far that fold to none or to several."""
_TABLE = _Table()


def fold(text: str) -> Folded:
    """Fold case, diacritics, Arabic letter forms, digits, quotes, hyphens and invisible marks."""
    if _STRETCH in text and _CUT.search(text):
        return _mended(text)
    folded = text.translate(_TABLE)
    if _TWICE not in folded and len(folded) == len(text) and (text.isascii() or _UNEVEN.isdisjoint(text)):
        return Folded(folded, None, text)
    back: list[int] = []
    for index, char in enumerate(text):
        back.extend([index] * len(_TABLE[ord(char)]))
    back.append(len(text))
    return Folded(*_doubled(folded, back), text) if _TWICE in folded else Folded(folded, tuple(back), text)


def _mended(text: str) -> Folded:
    """A text some of whose words are cut apart between strokes, folded with those words whole."""
    pieces: list[str] = []
    back: list[int] = []
    hidden = {index for cut in _CUT.finditer(text) for index in range(*cut.span())}
    for index, char in enumerate(text):
        if index not in hidden:
            pieces.append(_TABLE[ord(char)])
            back.extend([index] * len(pieces[-1]))
    back.append(len(text))
    folded = "".join(pieces)
    return Folded(*_doubled(folded, back), text) if _TWICE in folded else Folded(folded, tuple(back), text)


def _doubled(folded: str, back: list[int]) -> tuple[str, tuple[int, ...]]:
    """Two apostrophes in a row, as old wires write quotation marks, made one mark; the way back to its first sign."""
    pieces: list[str] = []
    kept: list[int] = []
    position = 0
    while (at := folded.find(_TWICE, position)) >= 0:
        pieces.append(folded[position:at])
        kept.extend(back[position : at + 1])
        position = at + 2
    pieces.append(folded[position:])
    kept.extend(back[position:])
    return '"'.join(pieces), tuple(kept)


def match_key(name: str) -> str:
    """The key by which names are looked up: folded words parted by one space, hyphens and apostrophes dropped.

    `match_key("Jisr ash-Shughūr")` and `match_key("jisr ash shughur")` are the same.
    """
    folded = name if name.isascii() and name.islower() else name.translate(_TABLE)
    if folded.replace(" ", "").isalnum():
        return " ".join(folded.split())
    folded = name.translate(_TABLE)
    return " ".join("".join(c if c.isalnum() else " " for c in folded).split())


def written_key(name: str) -> str:
    """Like `match_key`, but with the accents kept: `tué` and `tue`, `à` and `a` stay apart."""
    plain = unicodedata.normalize("NFC", name).replace("İ", "i").lower().replace("œ", "oe").replace("æ", "ae")
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())
