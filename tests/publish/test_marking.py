"""What is made of several reports bears the strictest handling that one of them asks for."""

from __future__ import annotations

from dataclasses import replace

from tests.publish.sample_record import record
from trucewatch.publish.index import index
from trucewatch.publish.marking import marking_of, strictest_of
from trucewatch.publish.mask import mask
from trucewatch.publish.points import point


def test_the_strictest_holds_and_none_is_none() -> None:
    one, two, three, *_ = record().reports
    marked = [replace(one, marking="TLP:GREEN"), replace(two, marking="TLP:RED"), three]
    assert strictest_of(marked) == "TLP:RED"
    assert strictest_of([replace(three, marking=None)]) is None


def test_an_incident_bears_the_marking_of_its_own_reports() -> None:
    given = record()
    reports = tuple(replace(one, marking="TLP:AMBER" if one.id == "r_four" else None) for one in given.reports)
    ix = index(replace(given, reports=reports))
    assert marking_of(ix.incidents["i_shells"], ix) == "TLP:AMBER"
    assert marking_of(ix.incidents["i_strike"], ix) is None
    feature = point(ix.incidents["i_shells"], ix, mask(given, unmask=False))
    assert feature is not None
    assert feature["properties"]["marking"] == "TLP:AMBER"
