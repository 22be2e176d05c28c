"""store: statements of who could see what, where and when: appended, followed by findings from then on, and undone."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import func, select

from trucewatch import assess
from trucewatch.errors import SettingsError
from trucewatch.model import Coverage
from trucewatch.model.codec import to_row
from trucewatch.publish.wording import load_words
from trucewatch.store import tables
from trucewatch.store.append import append, close
from trucewatch.store.asked import at
from trucewatch.store.held import Held, held_in
from trucewatch.store.judge import Word
from trucewatch.store.knowledge import COVERAGE, coverage_of, loaded
from trucewatch.store.standing import Stood, restand
from trucewatch.store.store import Change, Store


@dataclass(frozen=True, slots=True)
class Watched:
    """What a statement of coverage came to: the change, its ids, and what stands after it."""

    n: int
    ids: tuple[str, ...]
    stood: Stood


def watch(store: Store, file: Path, word: Word) -> Watched:
    """Take in a file's statements of who could see what; all of them, or, where one is wrong, none."""
    _needs_both(word)
    with store.changing("coverage", word.who) as change:
        with loaded(change.connection, change.n) as knowledge:
            zones = assess.zone_names(knowledge.stack)
        stated = assess.load_coverage(file, load_words("en").table["types"], zones)
        known = {one for _, one in watches(held_in(change))}
        new = [one for one in dict.fromkeys(stated) if one not in known]
        if not new:
            raise SettingsError(f"{file}: the store holds all of these statements. Nothing was changed.")
        ids = tuple(f"v_{change.n}.{i}" for i in range(1, len(new) + 1))
        first = int(
            change.connection.execute(select(func.coalesce(func.max(tables.files.c.position), -1))).scalar_one()
        )
        append(change, tables.files, [
            {"position": position, **_row(id_, one)}
            for position, (id_, one) in enumerate(zip(ids, new, strict=True), first + 1)
        ])  # fmt: skip
        change.details.update(coverage=[to_row(one) for one in new], why=word.why)
        return Watched(change.n, ids, _restand(change))


def unwatch(store: Store, id_: str, word: Word) -> Watched:
    """Take a statement back. It stays in the log, closed; findings are worked out without it."""
    _needs_both(word)
    with store.changing("undo_coverage", word.who) as change:
        table = tables.files
        asked = select(table.c.pk, table.c.content).where(at(table, change.n), table.c.kind == COVERAGE)
        rows = [pk for pk, content in change.connection.execute(asked) if json.loads(content)["id"] == id_]
        if not rows:
            raise SettingsError(f"no statement of coverage {id_} stands. `trucewatch coverage list` lists them.")
        close(change, table, rows)
        change.details.update(undoes=id_, why=word.why)
        return Watched(change.n, (id_,), _restand(change))


def watches(kept: Held) -> tuple[tuple[str, Coverage], ...]:
    """The statements that stood, each with its id, oldest first."""
    table = tables.files
    asked = select(table.c.content).where(table.c.kind == COVERAGE).order_by(table.c.position)
    return tuple(coverage_of(content) for (content,) in kept.ask(asked, table))


def _row(id_: str, stated: Coverage) -> dict[str, str]:
    content = json.dumps({"id": id_, "coverage": asdict(stated)}, ensure_ascii=False, sort_keys=True)
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    return {"kind": COVERAGE, "name": stated.who, "content": content, "sha256": sha256}


def _restand(change: Change) -> Stood:
    with loaded(change.connection, change.n) as knowledge:
        return restand(change, held_in(change), knowledge)


def _needs_both(word: Word) -> None:
    if not word.who.strip() or not word.why.strip():
        raise SettingsError("a statement of coverage needs both: --by, who takes it in, and --why, the reason.")
