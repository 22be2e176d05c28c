"""What goes from process to process comes out as it went in, and stays closed to changes."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from trucewatch import jobs, read
from trucewatch.model import Claim, Place, Report
from trucewatch.model import claim as claims_module
from trucewatch.model import report as reports_module
from trucewatch.sample import sample_path


def _classes() -> list[type]:
    modules = (claims_module, reports_module)
    return [cls for module in modules for cls in vars(module).values() if dataclasses.is_dataclass(cls)]  # type: ignore[misc]


@pytest.mark.parametrize("cls", _classes())
def test_a_thing_comes_back_as_it_was_sent(cls: type) -> None:
    required = [f.name for f in dataclasses.fields(cls) if f.default is f.default_factory is dataclasses.MISSING]
    sent = cls(**dict.fromkeys(required, "x"))
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(sent, protocol)) == sent
    assert copy.deepcopy(sent) == sent


def test_claims_of_the_sample_come_back_as_they_were_sent() -> None:
    reports = [item for item in read.reports([sample_path()]) if isinstance(item, Report)]
    found = list(jobs.extracted(reports, jobs.Sources()))
    assert any(item.claims for item in found)
    assert pickle.loads(pickle.dumps(found)) == found


def test_what_comes_back_is_closed_to_changes() -> None:
    place = pickle.loads(pickle.dumps(Place("Idlib", lat=35.9, lon=36.6)))
    with pytest.raises(dataclasses.FrozenInstanceError):
        place.lat = 0.0
    assert isinstance(place, Place)
    assert Claim.__doc__ is not None
