"""publish: withholds the names of private persons and coarsens places in what is published, unless asked not to."""

from __future__ import annotations

import dataclasses
import functools
import re
from dataclasses import dataclass, field
from importlib import resources
from itertools import pairwise

import yaml
from markupsafe import Markup, escape

from trucewatch.model import Claim, Place, Record

BLOCK = "█████"
COARSE_DIGITS = 2
COARSE_RADIUS_KM = 1.0
_PRIVATE_KINDS = ("witness", "anonymous")
_WORD = re.compile(r"\w+")
_TWINS = {ord("İ"): "i", ord("ı"): "i", ord("ſ"): "s", ord("\u212a"): "k", 0x307: None}
"""Letters that `re` takes for others when it does not look at case, and the dot that is left of one of them."""
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: (?:al-|el-|bin |ibn |de |van |von )?[^\W\d_][\w'’.-]*){0,3}")


@functools.cache
def _words_of_roles() -> frozenset[str]:
    """Words that describe people or bodies and are never a private person's name."""
    text = resources.files("trucewatch.publish").joinpath("roles.yaml").read_text(encoding="utf-8")
    table = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    return frozenset(word.casefold() for words in table.values() for word in words)


@functools.lru_cache(maxsize=4096)
def personal_name(who: str, *, witness: bool = False) -> str | None:
    """The part of a description that looks like a person's name, or None.

    Two or more capitalised words in a row that describe no role or body; for a witness one word is enough. In Arabic
    script, which has no capitals, the words that are left when roles are taken away.
    """
    if any("\u0600" <= char <= "\u06ff" for char in who):
        return _arabic_name(who) if witness else None
    run: list[str] = []
    for word in [*who.split(), ""]:
        bare = word.strip(".,;:()\"'“”‘’«»")
        if bare[:1].isupper() and bare.casefold() not in _words_of_roles() and not bare.isupper():
            run.append(bare)
            continue
        if run and bare.casefold().startswith(("al-", "el-")):
            run.append(bare)
            continue
        if bare.casefold() in ("al", "bin", "ibn", "de", "van", "von", "el", "abu") and run:
            run.append(bare)
            continue
        if len(run) >= (1 if witness else 2):
            break
        run = []
    return " ".join(run) or None


def _arabic_name(who: str) -> str | None:
    left = [word for word in who.split() if word.strip("،.:").casefold() not in _words_of_roles()]
    return " ".join(left) if 1 <= len(left) <= 4 and len(left) == len(who.split()) else None


def _private_names(claim: Claim) -> set[str]:
    """Names in a claim that belong to no listed office or body."""
    names = {
        personal_name(link.who, witness=link.kind == "witness")
        for link in claim.attribution
        if link.id is None and link.kind in _PRIVATE_KINDS
    }
    names |= {personal_name(actor.text) for actor in claim.actors if actor.id is None}
    return {name for name in names if name}


@dataclass(frozen=True, slots=True)
class Mask:
    """What to withhold. Names are matched as whole words; an empty mask shows everything."""

    names: tuple[str, ...] = ()
    label: str = "name withheld"
    coarse: bool = True
    _pattern: re.Pattern[str] | None = field(init=False, compare=False, repr=False)
    _first: frozenset[str] = field(init=False, compare=False, repr=False)
    """The word that each name begins with: a name is looked for where one of them stands, and nowhere else."""

    def __post_init__(self) -> None:
        """Make the pattern of the names once."""
        object.__setattr__(self, "_pattern", _pattern(self.names))
        object.__setattr__(self, "_first", frozenset(_first_word(name) for name in self.names))

    def hidden(self, text: str) -> list[tuple[int, int]]:
        """Half-open spans of a text that are withheld, in order, none overlapping."""
        if self._pattern is None:
            return []
        if "" in self._first:
            return [match.span() for match in self._pattern.finditer(text)]
        found: list[tuple[int, int]] = []
        for word in _WORD.finditer(text):
            if _same_case(word.group()) in self._first and (not found or word.start() >= found[-1][1]):
                match = self._pattern.match(text, word.start())
                found += [match.span()] if match else []
        return found

    def plain(self, text: str) -> str:
        """A text with a block for each withheld name."""
        for start, end in reversed(self.hidden(text)):
            text = text[:start] + BLOCK + text[end:]
        return text

    def block(self) -> Markup:
        """The mark that stands for a withheld name."""
        return Markup('<span class="masked" role="img" aria-label="{}"><span>{}</span></span>').format(
            self.label, self.label
        )

    def html(self, text: str, marks: list[tuple[int, int]] | None = None) -> Markup:
        """A text as HTML: the `marks` spans highlighted, withheld names replaced by a block."""
        hidden = self.hidden(text)
        if not hidden and not marks:
            return escape(text)
        cuts = sorted({0, len(text), *(edge for span in [*hidden, *(marks or [])] for edge in span)})
        out: list[str] = []
        for start, end in pairwise(cuts):
            if any(a <= start < b for a, b in hidden):
                out.append(self.block() if any(a == start for a, _ in hidden) else "")
            elif any(a <= start < b for a, b in marks or []):
                out.append(f"<mark>{escape(text[start:end])}</mark>")
            else:
                out.append(escape(text[start:end]))
        return Markup("".join(out))

    def radius(self, place: Place) -> float | None:
        """How far the true place may be from where `place` puts it, in kilometres."""
        hidden = self.coarse and place.lat is not None and place.lon is not None and place.radius_km is not None
        return max(place.radius_km or 0.0, COARSE_RADIUS_KM) if hidden else place.radius_km

    def place(self, place: Place | None) -> Place | None:
        """A place no finer than about a kilometre."""
        if place is None or not self.coarse or place.lat is None or place.lon is None:
            return place
        return dataclasses.replace(
            place,
            lat=round(place.lat, COARSE_DIGITS),
            lon=round(place.lon, COARSE_DIGITS),
            radius_km=self.radius(place),
        )


def _same_case(text: str) -> str:
    """A text in which letters that the pattern takes for the same are the same, whatever their case."""
    return text.casefold() if text.isascii() else text.translate(_TWINS).casefold().translate(_TWINS)


def _first_word(name: str) -> str:
    """The word a name begins with; nothing where it begins with another sign."""
    match = _WORD.match(_same_case(name))
    return match.group() if match else ""


def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    if not names:
        return None
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name) for name in longest_first) + r")(?!\w)", re.IGNORECASE)


def mask(record: Record, *, unmask: bool = False, label: str = "name withheld") -> Mask:
    """The mask for a record: every private name in its claims, and the last word of each where it stands alone."""
    if unmask:
        return Mask((), label, False)
    full = {name for claim in record.claims for name in _private_names(claim)}
    last = {name.split()[-1] for name in full if " " in name and len(name.split()[-1]) > 3}
    return Mask(tuple(sorted(full | last)), label)
