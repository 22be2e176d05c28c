"""extract: who is named in one noun phrase: listed actors, their parts and offices, strangers with personal names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trucewatch.actors import Actor
from trucewatch.extract.phrases.item import ActorRef, Item
from trucewatch.extract.words.token import Mark
from trucewatch.languages.fold import Folded, match_key
from trucewatch.languages.pack import Pack

if TYPE_CHECKING:
    from trucewatch.extract.knowledge import Knowledge


def _surface(marks: list[Mark], folded: Folded) -> str:
    return folded.original[slice(*folded.span(marks[0].start, marks[-1].end))]


def actors_of(item: Item, tags: list[str], pack: Pack, knowledge: Knowledge, folded: Folded) -> list[ActorRef]:
    """Actors of a phrase: persons before the bodies they speak for, parts ("Turkish soldiers") before states."""
    persons: list[ActorRef] = []
    parts: list[ActorRef] = []
    states: list[ActorRef] = []
    marks = item.marks
    for k, mark in enumerate(marks):
        if not mark.actors:
            continue
        found = next((pair for n in mark.actors if (pair := (n, knowledge.actors.get(n.id)))[1] is not None), None)
        if found is None or found[1] is None:
            continue
        name, actor = found[0], found[1]
        if actor.kind == "person":
            first = _title_from(marks, tags, k)
            text = _surface(marks[first : k + 1], folded)
            persons.append(ActorRef(text, marks[first].start, mark.end, actor.id, actor.kind, person=True))
        elif name.use == "adjective":
            parts.append(_part(actor.id, k, marks, pack, knowledge, folded))
        else:
            states.append(_named(actor, k, marks, pack, knowledge, folded))
    if persons:
        return persons
    states = [body for body in states if not any(_holds(part, body) for part in parts)]
    listed = _ranked(parts, states) if parts else states
    return (_strangers(item, tags, folded, listed) or listed) if "name" in tags else listed


def _holds(part: ActorRef, body: ActorRef) -> bool:
    """Whether a body's name is but the noun of a part: "the occupation forces" of "the Turkish occupation forces"."""
    return part.kind != "adjective" and part.start <= body.start and body.end <= part.end


def _named(actor: Actor, k: int, marks: list[Mark], pack: Pack, knowledge: Knowledge, folded: Folded) -> ActorRef:
    """A body by its name; a state's name with the noun of a part ("Syria forces") is the part."""
    whole = actor.id if actor.kind == "state" else actor.of if actor.kind == "government" else None
    if whole is not None and k + 1 < len(marks):
        part = _part(whole, k, marks, pack, knowledge, folded)
        if part.id not in (whole, actor.id):
            return part
    i, j = _widened(k, marks) if actor.kind in _ARMED else (k, k + 1)
    return ActorRef(_surface(marks[i:j], folded), marks[i].start, marks[j - 1].end, actor.id, actor.kind)


def _widened(k: int, marks: list[Mark]) -> tuple[int, int]:
    """A body's name with what says which of its people are meant: "opposition | rebels", "Islamist | factions"."""
    i, j = k, k + 1
    while j < len(marks) and (marks[j].sense("noun", "people") or (marks[j].text == "-" and marks[j].glued)):
        j += 1
    j -= marks[j - 1].text == "-"
    while i > 0 and _says_which(marks[i - 1]):
        i -= 1
    return i, j


def _says_which(mark: Mark) -> bool:
    """A modifier before a body's name: an adjective or an unknown word, no article, number or name of another."""
    if (
        not mark.is_word
        or mark.actors
        or mark.places
        or mark.times
        or mark.value is not None
        or mark.number is not None
    ):
        return False
    return mark.sense("adj") is not None or not mark.senses


_ARMED = frozenset({"group", "force", "coalition", "government"})
"""Kinds of actors of whose people reports tell."""


def _strangers(item: Item, tags: list[str], folded: Folded, listed: Sequence[ActorRef]) -> list[ActorRef]:
    """Whom no list has: a personal name, or a group by its letters alone."""
    if not listed:
        named = [m for m, t in zip(item.marks, tags, strict=True) if t == "name" and _acronym(m, folded)]
        if named:
            return [_group(mark, folded) for mark in named]
    stranger = _stranger(item, tags, folded)
    return [stranger] if stranger is not None else []


def _ranked(parts: list[ActorRef], states: list[ActorRef]) -> list[ActorRef]:
    """Parts that a noun names before bare adjectives; of several adjectives ("Russian-Turkish") all."""
    named = [p for p in parts if p.kind != "adjective"]
    if len(parts) > 1 and named:
        named = parts
    return [*named, *states] or parts


def _acronym(mark: Mark, folded: Folded) -> bool:
    """An unlisted group named by its letters alone: at least three capitals, nothing else known of them."""
    text = folded.original[slice(*folded.span(mark.start, mark.end))]
    plain = not (mark.senses or mark.actors or mark.places or mark.times)
    return plain and 3 <= len(text) <= 6 and text.isalpha() and text.isupper() and text != text.lower()


def _group(mark: Mark, folded: Folded) -> ActorRef:
    return ActorRef(_surface([mark], folded), mark.start, mark.end, None, "group")


def _title_from(marks: list[Mark], tags: list[str], k: int) -> int:
    """Where the titles before a name begin."""
    start = k
    while start > 0 and (
        marks[start - 1].sense("title")
        or tags[start - 1] in ("demonym", "name")
        or marks[start - 1].sense("noun", "speaker_noun")
    ):
        start -= 1
    return start


def _part(state: str, k: int, marks: list[Mark], pack: Pack, knowledge: Knowledge, folded: Folded) -> ActorRef:
    """An adjective with the noun that makes a part of it: SYR and "soldiers" give SYR.army; "president" its holder."""
    reach = range(len(marks)) if pack.settings.get("modifiers") == "after" else range(k + 1, len(marks))
    for width in (4, 3, 2, 1):
        for a in reach:
            if a == k or a + width > len(marks) or a <= k < a + width:
                continue
            key = " ".join(m.key for m in marks[a : a + width] if m.is_word)
            lo, hi = min(a, k), max(a + width - 1, k)
            if knowledge.actors.is_title(key, pack.code):
                office = knowledge.actors.office(state, key, pack.code)
                holder = knowledge.actors.office_holder(office.id, knowledge.on) if office else None
                if holder is not None:
                    return ActorRef(
                        _surface(marks[lo : hi + 1], folded),
                        marks[lo].start,
                        marks[hi].end,
                        holder.id,
                        "person",
                        person=True,
                    )
                if office is not None:
                    return ActorRef(
                        _surface(marks[lo : hi + 1], folded), marks[lo].start, marks[hi].end, office.id, "office"
                    )
            head = marks[a].sense("noun") if width == 1 else None
            key = key if head is None or knowledge.actors.is_head(key, pack.code) else match_key(head.lemma)
            part = knowledge.actors.part(state, key, pack.code) if knowledge.actors.is_head(key, pack.code) else None
            if part is not None:
                return ActorRef(
                    _surface(marks[lo : hi + 1], folded), marks[lo].start, marks[hi].end, part.id, part.kind
                )
    return ActorRef(_surface(marks[k : k + 1], folded), marks[k].start, marks[k].end, state, "adjective")


def _stranger(item: Item, tags: list[str], folded: Folded) -> ActorRef | None:
    """A personal name that no list has: two capitalised words that mean nothing else, or one after a title."""
    if item.shouted:
        return None
    run: list[int] = []
    best: list[int] = []
    for k, mark in enumerate(item.marks):
        plain = tags[k] == "name" and not mark.actors and mark.capital and not mark.senses
        place_like = plain and mark.places and not best and not run
        if (plain and not place_like) or (run and mark.text in ".-" and mark.glued):
            run.append(k)
            best = run if len(run) > len(best) else best
        else:
            run = []
    if not best:
        return None
    while best and not item.marks[best[-1]].is_word:
        best.pop()
    titled = best[0] > 0 and (
        item.marks[best[0] - 1].sense("title") or item.marks[best[0] - 1].sense("noun", "speaker_noun")
    )
    if len([k for k in best if item.marks[k].is_word]) < 2 and not titled:
        return None
    first = _title_from(item.marks, tags, best[0])
    piece = item.marks[first : best[-1] + 1]
    return ActorRef(_surface(piece, folded), piece[0].start, piece[-1].end, None, "person", person=True)
