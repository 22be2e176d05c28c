"""store: what a line of a list needs to know of findings and reports, without their texts: cheap for many at once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from trucewatch.model import Claim, Finding, Report
from trucewatch.store import rows
from trucewatch.store.held import Held

_CLAIMS = """
SELECT id, row FROM claims WHERE id IN (SELECT value FROM json_each(:these))
AND known_from + 0 <= :n AND (known_to + 0 IS NULL OR known_to + 0 > :n)
"""
_LINES = """
SELECT id, json_set(
    json_remove(row, '$.time', '$.place', '$.figures', '$.weapon', '$.why'), '$.spans', json('[]')
) FROM claims WHERE id IN (SELECT value FROM json_each(:these))
AND known_from + 0 <= :n AND (known_to + 0 IS NULL OR known_to + 0 > :n)
"""
_FINDINGS = """
SELECT id, agreement, provision, label, incident, json_extract(row, '$.kind'), json_extract(row, '$.supports')
FROM findings WHERE incident IN (SELECT value FROM json_each(:these))
AND known_from + 0 <= :n AND (known_to + 0 IS NULL OR known_to + 0 > :n)
ORDER BY agreement_position, provision_position, incident IS NULL, incident, ordinal
"""
_REPORTS = """
SELECT json_set(json_remove(row, '$.furniture', '$.meta'), '$.text', '')
FROM reports WHERE id IN (SELECT value FROM json_each(:these))
AND known_from + 0 <= :n AND (known_to + 0 IS NULL OR known_to + 0 > :n) ORDER BY position + 0
"""
_POSITIONS = """
SELECT id, position + 0 FROM reports WHERE id IN (SELECT value FROM json_each(:these))
AND known_from + 0 <= :n AND (known_to + 0 IS NULL OR known_to + 0 > :n)
"""
"""Questions as SQL and not put together anew each time, as every line of every list asks them."""


def claims(kept: Held, ids: Sequence[str]) -> tuple[Claim, ...]:
    """Claims by their ids, in the order given, as the reports made them."""
    return _in_order(_asked(kept, _CLAIMS, ids), ids)


def lines(kept: Held, ids: Sequence[str]) -> tuple[Claim, ...]:
    """The same as far as a line of a list tells it: who says what of whom, and in which words; not when, where, why."""
    return _in_order(_asked(kept, _LINES, ids), ids)


def findings_on(kept: Held, incidents: Sequence[str]) -> tuple[Finding, ...]:
    """The findings on incidents with their labels and kinds, and the claims they name; without reasons and hashes."""
    return tuple(
        Finding(
            id=id_, agreement=agreement, agreement_hash="", profile_hash="", provision=provision, kind=kind,
            label=label, incident=incident, supports=tuple(json.loads(supports)) if supports else (),
        )
        for id_, agreement, provision, label, incident, kind, supports in _asked(kept, _FINDINGS, incidents)
    )  # fmt: skip


def reports(kept: Held, ids: Sequence[str]) -> tuple[Report, ...]:
    """Reports by their ids, in the order in which they came, without their texts and what stands only there."""
    return tuple(rows.thing(Report, row) for (row,) in _asked(kept, _REPORTS, ids))


def positions(kept: Held, ids: Sequence[str]) -> dict[str, int]:
    """The place of reports in the order in which they came, from 0."""
    return dict(_asked(kept, _POSITIONS, ids))


def _in_order(found: list[Any], ids: Sequence[str]) -> tuple[Claim, ...]:
    by_id: dict[str, str] = dict(found)
    return tuple(rows.thing(Claim, by_id[one]) for one in ids if one in by_id)


def _asked(kept: Held, question: str, these: Sequence[str]) -> list[Any]:
    with kept.connect() as connection:
        given = {"n": kept.n, "these": json.dumps(list(these))}
        return list(connection.exec_driver_sql(question, given))
