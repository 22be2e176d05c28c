"""model: rows of JSON and back, from an object or from its text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.factories import IDLIB, SARAQIB, a_claim, a_figure, a_speaker, a_time, an_actor
from trucewatch.model import Claim
from trucewatch.model.codec import from_row, from_text, to_row

claims = st.builds(
    a_claim,
    quote=st.text(min_size=1, max_size=20),
    place=st.sampled_from([None, IDLIB, SARAQIB]),
    time=st.sampled_from([None, a_time("2020-02-27"), a_time(None, "2020-03-01", "open", basis="published")]),
    actors=st.lists(st.sampled_from([an_actor("SYR.army"), an_actor("TUR", "target")]), max_size=2),
    figures=st.lists(st.builds(a_figure, st.one_of(st.none(), st.integers(0, 10**12), st.floats(0, 1e9))), max_size=2),
    attribution=st.lists(st.just(a_speaker("انقرة", id="TUR")), max_size=1),
    confidence=st.floats(0, 1),
    background=st.booleans(),
)


@given(claims)
def test_a_text_gives_what_its_object_gives(claim: Claim) -> None:
    row = to_row(claim)
    text = json.dumps(row, ensure_ascii=False)
    assert from_text(Claim, text) == from_row(Claim, json.loads(text))
    assert to_row(from_text(Claim, text)) == to_row(from_row(Claim, row))


@pytest.mark.parametrize("text", ['{"id": "c_1"', '{"id": "c_1"}', '{"id": 4, "report": "r_1", "spans": "none"}', "[]"])
def test_a_text_that_is_no_claim_is_refused_as_its_object_is(text: str) -> None:
    with pytest.raises(ValidationError):
        from_text(Claim, text)
