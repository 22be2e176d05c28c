"""serve: incidents as a table of values with commas, and the same with a row of HXL tags (HXL 1.1)."""

from __future__ import annotations

import csv as csv_module
import io
from collections.abc import Iterable, Iterator

from trucewatch.model import Incident
from trucewatch.publish.format import Formatter
from trucewatch.publish.index import Index
from trucewatch.publish.mask import Mask
from trucewatch.publish.table import BOM, COLUMNS, Cell, cell_text
from trucewatch.publish.wording import load_words
from trucewatch.serve.exports.walk import Walk

TAGS = {
    "id": "#event+id",
    "kind": "#event+kind",
    "type": "#event+type+code",
    "type_words": "#event+type+name",
    "start": "#date+start",
    "end": "#date+end",
    "place": "#loc+name",
    "place_id": "#loc+code",
    "lat": "#geo+lat",
    "lon": "#geo+lon",
    "radius_km": "#geo+radius+km",
    "perpetrator": "#group+perpetrator",
    "target": "#group+target",
    "figures": "#affected+text",
    "occurrence": "#status+occurrence",
    "responsibility": "#status+responsibility",
    "reports": "#indicator+reports+num",
    "roots": "#meta+source+root",
    "potential_violations": "#indicator+potential+num",
    "findings": "#meta+finding",
    "quotations": "#description+quotation",
    "marking": "#meta+marking",
}
"""Tags of the columns that HXL has a word for; the others carry none."""


def csv(walk: Walk) -> Iterator[bytes]:
    """The table, with a byte-order mark, so that spreadsheets show Arabic as it is."""
    yield from _table(walk, [list(COLUMNS)])


def hxl(walk: Walk) -> Iterator[bytes]:
    """The same with the row of tags under the names of the columns."""
    yield from _table(walk, [list(COLUMNS), [TAGS.get(name, "") for name in COLUMNS]])


def _table(walk: Walk, heads: Iterable[list[str]]) -> Iterator[bytes]:
    yield BOM.encode()
    for head in heads:
        yield _line(head)
    cells = spoken(walk.language).values()
    for incident, ix, hide in walk.rows():
        yield _line([cell_text(cell(incident, ix, hide)) for cell in cells])


def spoken(language: str) -> dict[str, Cell]:
    """The columns, with the words for types and the names of places in the language of the address."""
    if language == "en":
        return COLUMNS
    words = load_words(language)
    plain = Formatter(words, markup=False)

    def place(incident: Incident, _: Index, hide: Mask) -> object:
        return (
            None if incident.place is None or not incident.place.name else hide.plain(str(plain.place(incident.place)))
        )

    return COLUMNS | {"type_words": lambda one, _, __: words.named("types", one.type), "place": place}


def _line(cells: list[str]) -> bytes:
    stream = io.StringIO()
    csv_module.writer(stream, lineterminator="\r\n").writerow(cells)
    return stream.getvalue().encode("utf-8", "replace")
