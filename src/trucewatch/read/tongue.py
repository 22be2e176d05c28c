"""read: which language a text is in; None rather than wrong."""

from __future__ import annotations

import functools
import re
from typing import Any

LANGUAGES = (
    *("en", "fr", "ar", "ru", "tr", "es", "uk", "de", "it", "pt", "he"),
    *("fa", "ku", "nl", "pl", "el", "sv", "ro", "az", "hy", "ka"),
)
"""ISO 639-1 codes that we tell apart."""
SAMPLE = 6_000
"""Characters looked at."""

FEWEST_WORDS = 4
"""Different words that a guess by letters needs."""

FOREIGN = 0.35
"""Share of a story's words that may be of the script of the language given, where the story is in another."""
SENTENCE = 6
"""Words of a line from which on it is told by somebody, and no button or name of the page around a post."""

_LATIN = {"en", "fr", "tr", "es", "de", "it", "pt", "ku", "nl", "pl", "sv", "ro", "az"}
_SCRIPTS = {
    "latin": (re.compile(r"[A-Za-zÀ-ɏ]"), _LATIN),
    "arabic": (re.compile(r"[\u0600-\u06ff\u0750-\u077f]"), {"ar", "fa", "ku"}),
    "cyrillic": (re.compile(r"[\u0400-\u04ff]"), {"ru", "uk"}),
    "hebrew": (re.compile(r"[\u0590-\u05ff]"), {"he"}),
    "greek": (re.compile(r"[\u0370-\u03ff]"), {"el"}),
    "armenian": (re.compile(r"[\u0530-\u058f]"), {"hy"}),
    "georgian": (re.compile(r"[\u10a0-\u10ff]"), {"ka"}),
}
_FEWEST_LETTERS = {"latin": 20, "arabic": 8, "cyrillic": 12}
_MARGIN = {"latin": 6.0, "arabic": 1.0, "cyrillic": 2.0}
"""How much likelier (natural logarithm) the first guess must be than the second."""
_PERSIAN = re.compile(r"[\u067e\u0686\u0698\u06af\u06a9\u06cc]")
_ADDRESSES = re.compile(r"https?://\S+|\b[\w-]+(?:\.[\w-]+)+/\S+|@\w+")
"""Addresses and names of accounts, which are in Latin letters in every language."""
_KURDISH = re.compile(r"[\u06d5\u06ce\u06c6\u06b5\u0695]")


@functools.cache
def _identifier() -> Any:
    from trucewatch.read.identifier import load_identifier

    return load_identifier(LANGUAGES)


def _script_of(text: str) -> tuple[str, int] | None:
    """The script that most letters are in, when it is more than 60 % of them."""
    letters = _letters(text)
    if text.isascii():  # what is in ASCII alone has letters of one script
        return ("latin", letters) if letters else None
    counts = {name: len(pattern.findall(text)) for name, (pattern, _) in _SCRIPTS.items()}
    name = max(counts, key=lambda key: counts[key])
    return (name, counts[name]) if counts[name] > 0.6 * letters else None


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def language_told(given: str | None, story: str) -> str | None:
    """The language of a story that its source gave, unless the story is written in letters of another script.

    A page about a post in Arabic is often given as English, for the frame around the post is.
    """
    alone = [name for name, (_, languages) in _SCRIPTS.items() if given in languages]
    if not alone:
        return given
    story = _sentences(_ADDRESSES.sub(" ", story))
    words = [word for word in story.split() if any(map(str.isalpha, word))]
    own = sum(any(_SCRIPTS[name][0].search(word) for name in alone) for word in words)
    if own >= FOREIGN * len(words):
        return given  # words, not letters: buttons of a page run together into long ones
    found = language_of(story)
    return given if found is None or any(found in _SCRIPTS[name][1] for name in alone) else found


def _sentences(story: str) -> str:
    """The lines that are long enough to be told by somebody, else all."""
    lines = [line for line in story.splitlines() if len(line.split()) >= SENTENCE]
    return "\n".join(lines) or story


def language_of(text: str) -> str | None:
    """ISO 639-1 code, or None where the text is too short, mixed, or in a language we do not know."""
    sample = re.sub(r"https?://\S+|[@#]\w+|\S+@\S+", " ", text[:SAMPLE])
    script = _script_of(sample)
    if script is None or script[1] < _FEWEST_LETTERS.get(script[0], 5):
        return None
    allowed = _SCRIPTS[script[0]][1]
    if len(allowed) == 1:
        return next(iter(allowed))
    if script[0] == "arabic" and len(_KURDISH.findall(sample)) > 0.03 * script[1]:
        return "ku"
    if script[0] == "arabic" and len(_PERSIAN.findall(sample)) > 0.03 * script[1]:
        return "fa"
    if script[0] == "arabic":
        return "ar"
    if len(set(sample.casefold().split())) < FEWEST_WORDS:
        return None
    ranked = [(code, score) for code, score in _identifier().rank(sample) if code in allowed]
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN[script[0]]:
        return None
    return str(ranked[0][0]) if ranked else None
