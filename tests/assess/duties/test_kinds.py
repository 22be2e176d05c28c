"""Every kind of duty that is counted, comes round, waits for something or hangs on the other side, by cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.assess import CaseResult, run_cases

RESULTS = run_cases(str(Path(__file__).parent / "truce"))


@pytest.mark.parametrize("result", RESULTS, ids=[result.name for result in RESULTS])
def test_the_case_holds(result: CaseResult) -> None:
    assert result.passed, result.why
