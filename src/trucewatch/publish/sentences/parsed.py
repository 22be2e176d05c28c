"""publish: an English sentence of ours as the id of its template and its parts."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from trucewatch.publish.sentences.catalogue import FIELD, Template, load_catalogue

SEPARATORS = (". ", "; ", ", ")
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
    partial: Said | None = None
    for template in catalogue.templates:
        found = _read(template, text) if template.literal in text else None
        if found is not None and found.complete:
            return found
        partial = partial or found
    whole = _series(text) or _closed(text) or _begun(text)
    return whole or partial


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
            members = _cut(tokens, by)
            if members is not None:
                return Series(by, members)
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
    if inner is None or not inner.complete:
        return None
    return Said("begun", (("text", "text", inner),), (text,))


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
