"""explain: text of a source made safe to show: signs that act on a terminal or a page are made visible."""

from __future__ import annotations

import unicodedata

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RTL_CLASSES = frozenset({"R", "AL"})


def visible(text: str) -> str:
    """The text on one line; control characters as pictures, signs that turn the direction as their code points."""
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char.isspace():
        return " " if char not in "\x1c\x1d\x1e\x1f" else chr(0x2400 + ord(char))
    if ord(char) < 0x20:
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "\u2421"
    if char in _STEERING or unicodedata.category(char) in ("Cc", "Cs"):
        return f"<U+{ord(char):04X}>"
    return char


def isolated(text: str, direction: str) -> str:
    """The text as visible, kept apart from what stands around it where it runs from right to left, or may."""
    shown = visible(text)
    if direction == "rtl":
        return f"{RLI}{shown}{PDI}"
    if any(unicodedata.bidirectional(char) in _RTL_CLASSES for char in shown):
        return f"{FSI}{shown}{PDI}"
    return shown


def width(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def padded(text: str, columns: int) -> str:
    """The text filled with spaces to a number of columns."""
    return text + " " * max(0, columns - width(text))
