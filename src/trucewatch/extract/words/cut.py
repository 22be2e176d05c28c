"""extract: the words, numbers and signs of a stretch of text, with what each language does with its apostrophes."""

from __future__ import annotations

import re

from trucewatch.languages.fold import Folded
from trucewatch.languages.pack import Pack

_NUMBER = r"\d+(?:[.,]\d{3})+(?![\d])|\d+[.,]\d+|\d+"
_SPACED = r"\d{1,3}(?: \d{3})+(?!\d)|"
_SIMPLE = r"[a-z]++(?!['\w])"
"""Most words, found before anything else is tried."""
_SUFFIX = re.compile(
    rf"\s*+({_SIMPLE}|(?:{_NUMBER})[a-z]*|\w+?(?=n't\b)|n't\b|'(?:s|re|ve|ll|d|m)\b|[^\W\d_]\w*(?:'(?!(?:s|re|ve|ll|d|m|t)\b)[^\W\d_]\w*)*|[^\s\w]|_)"
)
"""As the others, with the space before a token, so that nothing is tried at it, and the token as a group."""
_ELISION = r"\b(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)'(?=\s*\x22)"
_PREFIX = re.compile(rf"\s*+({_SIMPLE}|(?:{_SPACED}{_NUMBER})[a-z]*|[^\W\d_]+'(?=\w)|{_ELISION}|[^\W\d_]\w*|[^\s\w]|_)")
_ENDING = re.compile(rf"\s*+((?:{_NUMBER})[a-z]*|(?<=\w)'[^\W\d_]+|[^\W\d_]\w*|[^\s\w]|_)")
_LETTERS = re.compile(rf"\s*+((?:{_NUMBER})[a-z]*|[a-z]+|[^\W\d_a-z]+|[^\s\w]|_)")
"""Words are runs of letters of one script: posts in scripts without capitals run words, digits and links together."""
_PATTERNS = {"prefix": _PREFIX, "ending": _ENDING, "letters": _LETTERS}
_CAPITALS: dict[str, bool] = {}
_TAIL = re.compile(r"[a-z]+$")
_UNITS = frozenset({"st", "nd", "rd", "th", "er", "e", "km", "m", "kg", "mm", "am", "pm", "h", "bn"})
"""What is written on to a number and is a word of its own; a number with other letters is a name ("t72")."""
_HANGS_ON = re.compile(r"[\d']")
"""What makes the cut of a piece of text hang on the pieces beside it: "12 000", "l' \"Armée"."""
_LONGEST_KEPT, _MOST_KEPT = 30, 50_000
"""Letters up to which the cut of a piece is remembered, and how many are; then it begins anew."""
_MOST_DIGITS = 18
"""Longer rows of digits are serial numbers, not quantities."""


class Token:
    """A word, number or sign; offsets in the folded text."""

    # Written out, as `Mark`, `Item` and `Clause` are: thousands are made for each report, and compiled they are native.
    __slots__ = ("capital", "end", "is_word", "number", "owned", "start", "text", "words")

    def __init__(
        self, start: int, end: int, text: str, is_word: bool, capital: bool, number: float | None = None
    ) -> None:
        """Take what the text says; `words` and `capital` are filled when the token stands fast."""
        self.start = start
        self.end = end
        self.text = text
        self.is_word = is_word
        self.capital = capital
        self.number = number
        self.words: tuple[str, ...] = ()
        """The words of the token's key: two for "n't" and "dar'a", none for a sign."""
        self.owned = False

    def piece(self, start: int, end: int, key: str, *, owned: bool) -> Token:
        """A part of the token that is a word of its own."""
        made = Token(start, end, key, self.is_word, self.capital, self.number)
        made.words, made.owned = (key,), owned
        return made


def _value(text: str, pack: Pack) -> float | None:
    """A number's value by the decimal sign of the language; None for what is no quantity (`1.2.3`)."""
    digits = text.replace(" ", "")
    if len(digits) > _MOST_DIGITS:
        return None
    decimal = pack.settings.get("decimal", ".")
    other = "," if decimal == "." else "."
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits) and not (decimal in digits and digits.startswith("0")):
        # "1.500" is grouped wherever it stands; "3.750" million is rare enough to lose.
        return float(re.sub(r"[.,]", "", digits))
    try:
        return float(digits.replace(other, "").replace(decimal, "."))
    except ValueError:
        return None


def _is_capital(char: str) -> bool:
    """Whether a word that begins so may be a name: letters without case may too."""
    found = _CAPITALS.get(char)
    if found is None:
        found = _CAPITALS[char] = char.isupper() or (not char.islower() and char.isalpha())
    return found


_Cut = tuple[int, str, bool, tuple[str, ...]]
"""A word or sign in a piece of text: where it begins, its text, whether it is a word, and the words of its key."""
_CUTS: dict[str, dict[str, tuple[_Cut, ...]]] = {}
"""By what a language does with its apostrophes: pieces of text met before, as they are cut wherever they stand."""


def tokenize(folded: Folded, start: int, end: int, pack: Pack) -> list[Token]:
    """The tokens of `[start, end)` of the folded text.

    A piece of text between two spaces is cut once for all times; those that hang on their neighbours, with them.
    """
    apostrophe = pack.settings.get("apostrophe", "")
    pattern, kept = _PATTERNS.get(apostrophe, _SUFFIX), _CUTS.setdefault(apostrophe, {})
    whole, back, original = folded.text, folded.back, folded.original
    tokens: list[Token] = []
    at, hanging = start, -1
    for piece in whole[start:end].split():
        at = whole.find(piece, at)
        cuts = kept.get(piece)
        if cuts is None:
            cuts = _cuts(piece, pattern, kept)
        if not cuts or (hanging >= 0 and piece[0] == '"'):
            hanging = at if hanging < 0 else hanging
        else:
            if hanging >= 0:
                tokens += _in_place(pattern, folded, hanging, at, pack)
                hanging = -1
            for offset, text, is_word, words in cuts:
                begin = at + offset
                capital = _is_capital(original[begin if back is None else back[begin]])
                token = Token(begin, begin + len(text), text, is_word, capital)
                token.words = words
                tokens.append(token)
        at += len(piece)
    return tokens if hanging < 0 else tokens + _in_place(pattern, folded, hanging, end, pack)


def _cuts(piece: str, pattern: re.Pattern[str], kept: dict[str, tuple[_Cut, ...]]) -> tuple[_Cut, ...]:
    """How a piece of text is cut; nothing where that hangs on what stands beside it."""
    if len(piece) > _LONGEST_KEPT or _HANGS_ON.search(piece):
        return ()
    found: list[_Cut] = []
    at = 0
    for text in pattern.findall(piece):
        at = piece.find(text, at)
        is_word = text[0].isalpha()
        found.append((at, text, is_word, (text,) if is_word else ()))
        at += len(text)
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[piece] = tuple(found)
    return kept[piece]


def _in_place(pattern: re.Pattern[str], folded: Folded, start: int, end: int, pack: Pack) -> list[Token]:
    """The tokens of a stretch, cut where it stands."""
    whole, back, original = folded.text, folded.back, folded.original
    tokens: list[Token] = []
    at = start
    for text in pattern.findall(whole, start, end):
        # Between two tokens there is nothing but space, so that the next one is where its text is next found.
        at = whole.find(text, at)
        capital = _is_capital(original[at if back is None else back[at]])
        first = text[0]
        if first.isdecimal():
            tokens += _figures(text, at, capital, folded, pack)
        else:
            token = Token(at, at + len(text), text, first.isalpha() or first == "'", capital)
            if token.is_word:
                token.words = tuple(text.strip("'").split("'")) if "'" in text else (text,)
            tokens.append(token)
        at += len(text)
    return tokens


def _figures(text: str, at: int, capital: bool, folded: Folded, pack: Pack) -> list[Token]:
    """A number and what is written on to it."""
    found = _TAIL.search(text)
    tail = found.group() if found is not None else ""
    if tail and tail not in _UNITS:
        name = Token(at, at + len(text), text, True, capital)
        name.words = (text,)
        return [name]
    digits = text[: len(text) - len(tail)]
    middle = at + len(digits)
    tokens = [Token(at, middle, digits, True, capital, _value(digits, pack))]
    if tail:
        capital = _is_capital(folded.original[middle if folded.back is None else folded.back[middle]])
        tokens.append(Token(middle, at + len(text), tail, True, capital))
    for token in tokens:
        token.words = (token.text,)
    return tokens
