"""serve: all incidents of a filter, some at a time, each with what its row is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trucewatch.model import Incident
from trucewatch.publish.index import Index, index
from trucewatch.publish.mask import Mask, mask
from trucewatch.serve.desk import Desk
from trucewatch.serve.filter import Filter
from trucewatch.store import ask
from trucewatch.store.held import Held

SIZE = 200


@dataclass(frozen=True, slots=True)
class Walk:
    """A filter over one state of a store: what comes in meanwhile changes nothing of the file."""

    desk: Desk
    kept: Held
    asked: Filter
    language: str = "en"

    def rows(self) -> Iterator[tuple[Incident, Index, Mask]]:
        """Each incident with the look-ups of its part of the record and the mask of private names."""
        after: str | None = None
        while True:
            found = ask.incident_page(self.kept, self.asked.where(), after=after, size=SIZE)
            record = self.desk.listed(self.kept, found.items)
            # Letters name what stands on one page, which a file is not.
            ix, hide = replace(index(record), tags={}), mask(record, unmask=False)
            for one in found.items:
                yield one, ix, hide
            if found.after is None:
                return
            after = found.after
