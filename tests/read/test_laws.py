"""What holds for any input whatever."""

from __future__ import annotations

import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trucewatch.model import Rejected, Report
from trucewatch.model.codec import to_row
from trucewatch.read import read_text, reports

LINES = st.sampled_from(
    [
        "Guns fall silent along the highway",
        "By Ann Example for AFP",
        "March 05, 2020",
        "30 February 2020",
        "World",
        "MOSCOW, March 5 (Reuters) - The presidents met on Thursday.",
        '"We slept for the first time in weeks," he said.',
        '"We slept for the first time in weeks"',
        "Related article: [words](#)",
        "© 2020 Example",
        "• Syria",
        "",
        "\r",
        "  ",
        "A convoy passed on Friday; patrols are to begin from March 15. - Bo Example / AFP",
        "هدوء في إدلب اليوم الجمعة",
        "With Reuters and AFP",
        "https://example.org/2020/03/05/x",
        "---",
        "title: Quiet",
        "date: 2020-03-05",
        "# Heading",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(LINES, max_size=14).map("\n".join),
    st.lists(LINES, max_size=9).map("\n\n".join),
)
FEWER = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def _spans(report: Report, key: str) -> list[tuple[int, int]]:
    """The spans that a report's meta holds under a key, be it one or a list of them."""
    value = report.meta.get(key, [])
    assert isinstance(value, list)
    rows = [value] if value and isinstance(value[0], int) else value
    return [(start, end) for start, end in rows]


@FEWER
@given(st.one_of(st.binary(max_size=500), TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes_become_reports_or_refusals(data: bytes) -> None:
    for item in reports(["-"], stdin=io.BytesIO(data)):
        assert isinstance(item, Report | Rejected)
        if isinstance(item, Rejected):
            assert item.reason
            assert item.remedy


@FEWER
@given(TEXTS)
def test_text_is_kept_and_spans_lie_inside_it_in_order(text: str) -> None:
    report = read_text(text)
    assert report.text == text
    end_before = -1
    for start, end in report.furniture:
        assert end_before < start < end <= len(text)
        end_before = end
    for key in ("captions", "headings", "title_span", "lead"):
        for start, end in _spans(report, key):
            assert 0 <= start <= end <= len(text)


@FEWER
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert to_row(read_text(text)) == to_row(read_text(text))


@FEWER
@given(TEXTS)
def test_the_basis_is_unknown_exactly_when_there_is_no_date(text: str) -> None:
    report = read_text(text)
    assert (report.published is None) == (report.published_basis == "unknown")


@FEWER
@given(TEXTS)
def test_titles_and_captions_are_never_furniture(text: str) -> None:
    report = read_text(text)
    for start, end in _spans(report, "title_span") + _spans(report, "captions"):
        assert all(end <= a or b <= start for a, b in report.furniture)
