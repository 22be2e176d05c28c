"""publish: an English sentence of ours as the id of its template and its parts."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.publish.sentences.catalogue import FIELD, Template, load_catalogue

SEPARATORS = (". ", "; ", ", ")
_NAMES = ("name", "names", "quote")
LABEL = "label"
"""Something with a colon before what is said of it: it fits much, so everything else is looked for first."""
MOST_PARTS = 40
"""Members of a list that are looked at; a longer one is of no sentence that we make."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the catalogue; a part is another sentence, or the words that stand there."""

    id: str
    parts: tuple[tuple[str, str, Said | Series | str | None], ...] = ()
    """Name, kind and what stands there; None for a sentence that the catalogue does not know, with `raw` beside it."""
    raw: tuple[str, ...] = ()
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Series:
    """Sentences one after another."""

    by: str
    members: tuple[Said | Series, ...]
    complete: bool = True


@functools.lru_cache(maxsize=1 << 16)
def parsed(text: str) -> Said | Series | None:
    """What a text of ours says: the first way that leaves nothing unknown, else the one that leaves least; or None."""
    catalogue = load_catalogue()
    if text in catalogue.fixed:
        return Said(catalogue.fixed[text])
    ended = text.endswith(".")
    clear, partial = _best(text, [one for one in catalogue.templates if not ended or one.english.endswith(".")])
    if clear is not None:
        return clear
    if ended:
        closed = _closed(text)
        return closed or _series(text) or _begun(text) or partial or _best(text, catalogue.templates)[1]
    return _series(text) or _begun(text) or partial


def _best(text: str, templates: Sequence[Template]) -> tuple[Said | None, Said | None]:
    """The first template that leaves nothing unknown and takes no separator for a part of a name; the next best."""
    next_best: tuple[int, Said] | None = None
    for template in templates:
        found = _read(template, text) if template.literal in text else None
        if found is None:
            continue
        rank = _rank(found)
        if rank == 0:
            return found, None
        if next_best is None or rank < next_best[0]:
            next_best = rank, found
    return None, None if next_best is None else next_best[1]


def _rank(said: Said) -> int:
    """How unsure it is that a text is this sentence: 0 sure, 3 where a part of it is not known.

    What is read as a name may be the end of one sentence and the beginning of the next.
    """
    if not said.complete:
        return 3
    parts = [(kind, raw) for (_, kind, _), raw in zip(said.parts, said.raw, strict=True)]
    if any(". " in raw or ": " in raw for kind, raw in parts if kind in _NAMES):
        return 2
    if said.id == LABEL:
        return 2 if ". " in parts[-1][1] else 1
    return 1 if any(kind == "name" and ", " in raw for kind, raw in parts) else 0


def _read(template: Template, text: str) -> Said | None:
    match = template.pattern.fullmatch(text)
    if match is None:
        return None
    parts, raw, complete = [], [], True
    for name, kind in template.fields:
        inner = match[name]
        told = parsed(inner) if kind == "text" else inner
        complete = complete and told is not None and (isinstance(told, str) or told.complete)
        parts.append((name, kind, told))
        raw.append(inner)
    return Said(template.id, tuple(parts), tuple(raw), complete)


def _series(text: str) -> Series | None:
    """Sentences joined by one separator, each of them known."""
    for by in SEPARATORS:
        tokens = text.split(by)
        if 1 < len(tokens) <= MOST_PARTS:
            # A full stop belongs to its sentence; what stands between others is only between them.
            stop, between = (".", " ") if by == ". " else ("", by)
            members = _cut([*(token + stop for token in tokens[:-1]), tokens[-1]], between)
            if members is not None:
                return Series(between, members)
    return None


def _cut(tokens: list[str], by: str) -> tuple[Said | Series, ...] | None:
    """Tokens laid together into as short members as are known; a separator may also stand within one."""
    ways: list[tuple[Said | Series, ...] | None] = [None] * len(tokens) + [()]
    for start in reversed(range(len(tokens))):
        for end in range(start + 1, len(tokens) + (start > 0)):
            rest = ways[end]
            if rest is None:
                continue
            member = parsed(by.join(tokens[start:end]))
            if member is not None and member.complete:
                ways[start] = (member, *rest)
                break
    return ways[0]


def _closed(text: str) -> Said | None:
    """A sentence with its full stop."""
    inner = parsed(text[:-1]) if text.endswith(".") and len(text) > 1 else None
    if inner is None or not inner.complete:
        return None
    return Said("closed", (("text", "text", inner),), (text[:-1],))


def _begun(text: str) -> Said | None:
    """A sentence that begins with a capital where the catalogue has none."""
    inner = parsed(text[0].lower() + text[1:]) if text[:1].isupper() else None
    if inner is None or not inner.complete or _begins_with_a_part(inner):
        return None
    return Said("begun", (("text", "text", inner),), (text,))


def _begins_with_a_part(said: Said | Series) -> bool:
    """Whether a sentence begins with a name, whose capital is its own."""
    first: Said | Series | str | None = said
    while isinstance(first, Series) or (isinstance(first, Said) and first.id in ("closed", "begun")):
        first = first.members[0] if isinstance(first, Series) else first.parts[0][2]
    return not isinstance(first, Said) or _by_id()[first.id].startswith("{")


def english(said: Said | Series) -> str:
    """The sentence again, from its template and its parts."""
    if isinstance(said, Series):
        return said.by.join(english(member) for member in said.members)
    if said.id in ("closed", "begun"):
        inner = said.parts[0][2]
        assert isinstance(inner, Said | Series)
        text = english(inner)
        return f"{text}." if said.id == "closed" else text[:1].upper() + text[1:]
    parts = {
        name: english(told) if isinstance(told, Said | Series) else raw
        for (name, _, told), raw in zip(said.parts, said.raw, strict=True)
    }
    return FIELD.sub(lambda match: parts[match[1]], _by_id()[said.id])


@functools.cache
def _by_id() -> dict[str, str]:
    catalogue = load_catalogue()
    return {id_: text for text, id_ in catalogue.fixed.items()} | {one.id: one.english for one in catalogue.templates}
