"""What a report leaves behind when it has been read."""

from __future__ import annotations

import gc

from tests.extract.reading import a_text, knowledge
from trucewatch.extract import claims, mentions

TEXT = (
    "The army said on Monday that rebels, who had shelled the town of Saraqib, killed two soldiers and wounded three. "
    '"We will respond if they fire again," its spokesman told reporters. They withdrew from the road on Tuesday.'
)


def test_nothing_of_a_report_waits_for_the_collector() -> None:
    report = a_text(TEXT)
    assert claims(report, knowledge())
    assert mentions(report, knowledge())
    gc.collect()
    gc.disable()
    try:
        claims(report, knowledge())
        mentions(report, knowledge())
        assert gc.collect() == 0
    finally:
        gc.enable()
