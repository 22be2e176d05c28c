"""store: a text that changed, or one more agreement, is taken in: appended and logged, the text before it stays."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from trucewatch import assess
from trucewatch.assess.text.load import with_folders
from trucewatch.errors import SettingsError
from trucewatch.model import Agreement
from trucewatch.store import tables
from trucewatch.store.append import append, close
from trucewatch.store.asked import at
from trucewatch.store.held import held_in
from trucewatch.store.judge import Word
from trucewatch.store.knowledge import ASKED, SUPPORT, agreement_row, laid_out, loaded
from trucewatch.store.standing import Stood, restand
from trucewatch.store.store import Change, Store


@dataclass(frozen=True, slots=True)
class Adopted:
    """What was taken in: the change, the agreement, and the texts it stands on that the store did not hold."""

    n: int
    agreement: str
    replaced: bool
    """Whether the store held another text of it, which stands in the log up to this change."""
    supports: tuple[str, ...]
    stood: Stood


@dataclass(frozen=True, slots=True)
class _Kept:
    """A text that the store holds, as a row of its files."""

    pk: int
    kind: str
    name: str
    position: int
    sha256: str
    hash: str


def adopt(store: Store, name: str, word: Word) -> Adopted:
    """Take the text of an agreement in, instead of the one that is held or as a new one; findings follow it from now.

    `name` is a folder, or the name of an agreement in the package. Texts it stands on are taken in where the store
    holds none of them; those that it holds stay as they are. What was said before keeps the text it was said under.
    """
    if not word.who.strip() or not word.why.strip():
        raise SettingsError("adopting a text needs both: --by, who decides, and --why, the reason.")
    (agreement, where), *under = with_folders([name])
    with store.changing("adopt", word.who) as change:
        texts = _texts(change)
        before = texts.get(agreement.id)
        _keep(change, before, agreement, where)
        missing = [(one, home) for one, home in under if one.id not in texts]
        _support(change, missing)
        with loaded(change.connection, change.n) as knowledge:
            stood = restand(change, held_in(change), knowledge)
        supports = tuple(one.id for one, _ in missing)
        change.details.update(
            agreement=agreement.id, hash=agreement.hash, before=before.hash if before else "",
            supports=list(supports), why=word.why,
        )  # fmt: skip
        return Adopted(change.n, agreement.id, before is not None, supports, stood)


def _keep(change: Change, before: _Kept | None, agreement: Agreement, where: Path) -> None:
    """Append a text; the one before it is closed, and gives it its place and its name among the others."""
    if before is None:
        made = agreement_row(ASKED, agreement.id, where)
        append(change, tables.files, [{"position": _next_position(change), **made}])
        return
    made = agreement_row(before.kind, before.name, where)
    if made["sha256"] == before.sha256:
        raise SettingsError(f"the store holds this very text of {agreement.id}. Nothing was changed.")
    close(change, tables.files, [before.pk])
    append(change, tables.files, [{"position": before.position, **made}])


def _support(change: Change, missing: list[tuple[Agreement, Path]]) -> None:
    first = _next_position(change)
    made = [agreement_row(SUPPORT, one.id, home) for one, home in missing]
    append(change, tables.files, [{"position": position, **row} for position, row in enumerate(made, first)])


def _texts(change: Change) -> dict[str, _Kept]:
    """The agreements that the store holds, by their ids."""
    return dict(_read(change))


def _read(change: Change) -> Iterator[tuple[str, _Kept]]:
    table = tables.files
    asked = select(table).where(at(table, change.n), table.c.kind.in_((ASKED, SUPPORT))).order_by(table.c.position)
    rows: list[Any] = list(change.connection.execute(asked))
    with tempfile.TemporaryDirectory(prefix="trucewatch-") as home:
        for row in rows:
            held = assess.load_agreement(str(laid_out(row.content, Path(home) / row.name)))
            yield held.id, _Kept(row.pk, row.kind, row.name, row.position, row.sha256, held.hash)


def _next_position(change: Change) -> int:
    table = tables.files
    taken = change.connection.execute(select(table.c.position)).scalars().all()
    return max(taken, default=-1) + 1
