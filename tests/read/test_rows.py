"""JSON Lines of reports: what is given is kept, what is missing is found."""

from __future__ import annotations

import json
from pathlib import Path

from trucewatch.model import Rejected, Report
from trucewatch.model.codec import to_row
from trucewatch.read.rows import MOST_CHARACTERS, read_rows

BROKEN = Path(__file__).parents[1] / "broken" / "read"
STORY = "Guns fell silent near the town on Friday, officials of both countries said."


def rows(*values: object) -> list[Report | Rejected]:
    """What lines of JSON become."""
    return list(read_rows("\n".join(json.dumps(value) for value in values), "rows.jsonl"))


def test_only_text_is_required() -> None:
    (report,) = rows({"text": f"March 06, 2020\n\n{STORY}"})
    assert isinstance(report, Report)
    assert report.id.startswith("r_")
    assert (report.language, report.published, report.published_basis) == ("en", "2020-03-06", "stated")
    assert report.furniture == ((0, 14),)


def test_given_fields_are_kept() -> None:
    given = {
        "id": "mine", "text": STORY, "title": "Quiet", "language": "fr", "source": "Example", "credit": ["AFP"],
        "published": "2020-03-06", "published_basis": "dateline", "url": "https://example.org/x",
        "retrieved": "2020-03-07", "sha256": "0" * 64, "media_type": "text/html", "furniture": [[0, 4]],
        "marking": "TLP:GREEN", "translated_from": "ar", "meta": {"note": "kept"},
    }  # fmt: skip
    (report,) = rows(given)
    row = to_row(report)
    assert row.pop("meta")["note"] == given.pop("meta")["note"]  # type: ignore[index]
    assert json.loads(json.dumps(row)) == given


def test_unknown_fields_go_to_meta() -> None:
    (report,) = rows({"text": STORY, "desk": "north"})
    assert isinstance(report, Report)
    assert report.meta["desk"] == "north"


def test_what_was_read_reads_back_the_same() -> None:
    first = rows({"text": f"Quiet night\n\nBy Ann Example\n\nMarch 06, 2020\n\n{STORY}"})
    again = list(read_rows("\n".join(json.dumps(to_row(r)) for r in first), "rows.jsonl"))
    assert [to_row(r) for r in again] == [to_row(r) for r in first]


def test_bad_lines_are_refused_by_number_and_the_rest_goes_on() -> None:
    items = list(read_rows((BROKEN / "rows.jsonl").read_text(encoding="utf-8"), "rows.jsonl"))
    rejected = [(i.line, i.reason.split(" (")[0]) for i in items if isinstance(i, Rejected)]
    assert rejected == [
        (2, "`text` is missing or empty"),
        (3, "this line is not JSON"),
        (4, "`text` holds half a character"),
        (5, "furniture: a span lies outside the text"),
    ]
    kept = [i for i in items if isinstance(i, Report)]
    assert (kept[0].id, kept[0].published) == ("kept", None)
    assert "2020-02-30" in str(kept[0].meta["notes"])
    assert kept[1].text.startswith("The last row")


def test_a_field_of_the_wrong_kind_is_named() -> None:
    (rejected,) = rows({"text": STORY, "marking": "secret"})
    assert isinstance(rejected, Rejected)
    assert rejected.reason.startswith("marking")


def test_one_object_or_a_list_over_several_lines_is_read() -> None:
    assert len(list(read_rows(json.dumps({"text": STORY}, indent=2), "one.json"))) == 1
    assert len(list(read_rows(json.dumps([{"text": STORY}, {"text": STORY + " So."}], indent=2), "two.json"))) == 2


def test_hostile_lines_are_refused_and_not_followed() -> None:
    deep, long = "[" * 100_000, json.dumps({"text": "a" * (MOST_CHARACTERS + 1)})
    items = list(read_rows(f"{deep}\n{long}\n" + json.dumps({"text": STORY}), "rows.jsonl"))
    assert [type(item) for item in items] == [Rejected, Rejected, Report]
