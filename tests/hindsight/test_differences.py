"""What changed between two records of one truce, each change with its cause."""

from __future__ import annotations

import dataclasses
import itertools
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from trucewatch import pipeline
from trucewatch.assess.profile import DEFAULT
from trucewatch.assess.text.load import PACKAGED
from trucewatch.hindsight import Difference, differences, lines
from trucewatch.model import Record
from trucewatch.resolve import Judgement
from trucewatch.sample import sample_path

SHELLED = "On 8 March 2020 Syrian government artillery shelled Turkish soldiers in Kafr Nabl, killing four, AFP said."
AGAIN = "On 8 March 2020 Syrian government artillery shelled Turkish soldiers in Kafr Nabl, killing nine, Reuters said."
DENIED = (
    "Damascus, March 9, 2020 - Syria's defence ministry denied that its artillery had shelled Kafr Nabl on 8 March."
)


@pytest.fixture
def told(tmp_path: Path) -> Any:
    """A record of some texts, each with the day on which it appeared."""

    def run(*texts: tuple[str, str], as_of: str = "2020-03-10", **options: Any) -> Record:
        source = tmp_path / "told.jsonl"
        judgements = options.pop("judgements", ())
        rows = [{"id": f"r-{n}", "text": text, "published": day} for n, (text, day) in enumerate(texts)]
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        given = pipeline.Options(options.pop("agreements", ("idlib-2020",)), as_of, **options)
        return pipeline.run([str(source)], given, judgements=judgements)

    return run


def of(found: list[Difference], kind: str, about: str = "") -> list[Difference]:
    """The differences of a kind."""
    return [one for one in found if one.kind == kind and about in one.about]


def causes(found: list[Difference]) -> set[str]:
    """The kinds of all causes."""
    return {cause.kind for one in found for cause in one.causes}


def test_a_record_does_not_differ_from_itself(told: Any) -> None:
    record = told((SHELLED, "2020-03-08"))
    assert differences(record, record) == []
    assert list(lines([])) == ["Nothing differs."]


def test_a_report_that_came_in_is_the_cause_of_what_it_changed(told: Any) -> None:
    was, now = told((SHELLED, "2020-03-08")), told((SHELLED, "2020-03-08"), (AGAIN, "2020-03-08"))
    found = differences(was, now)
    (finding,) = [one for one in of(found, "finding", "idlib-2018 art2") if one.turn == "changed"]
    assert finding.was["label"] != finding.now["label"] == "supported"
    (figure,) = of(found, "figure", "killed")
    assert (figure.turn, figure.was["range"], figure.now["range"]) == ("changed", "4", "4 to 9")
    (parted,) = of(found, "disagreement", "killed")
    assert (parted.turn, parted.now["kind"]) == ("new", "disagree")
    for one in (finding, figure, parted):
        assert [(cause.kind, cause.what) for cause in one.causes] == [("report", "r-1")]
    assert causes(found) == {"report"}


def test_a_report_that_is_known_no_more_is_told_as_such(told: Any) -> None:
    was, now = told((SHELLED, "2020-03-08"), (AGAIN, "2020-03-09")), told((SHELLED, "2020-03-08"))
    assert causes(differences(was, now)) == {"withdrawn"}


def test_time_alone_makes_a_duty_overdue(told: Any) -> None:
    was, now = (told((SHELLED, "2020-03-08"), as_of=day) for day in ("2020-03-10", "2020-03-20"))
    found = differences(was, now)
    (params,) = of(found, "finding", "art2-params")
    assert (params.was["label"], params.now["label"]) == ("pending", "overdue")
    assert [(cause.kind, cause.what) for cause in params.causes] == [("time", "2020-03-20")]
    assert causes(found) == {"time"}


def test_a_changed_text_and_a_changed_profile_are_told_apart(told: Any, tmp_path: Path) -> None:
    for name in ("idlib-2020", "idlib-2018", "astana-2017"):
        shutil.copytree(PACKAGED / name, tmp_path / name)
    path = tmp_path / "idlib-2018" / "agreement.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    bearers: [RUS]\n", "    bearers: [TUR]\n", 1), encoding="utf-8")
    was = told((SHELLED, "2020-03-08"), agreements=(str(tmp_path / "idlib-2020"),))
    plain = told((SHELLED, "2020-03-08"))
    found = [one for one in differences(plain, was) if one.kind == "finding"]
    assert {one.about for one in found} == {"idlib-2018 art2"}
    assert causes(found) == {"text"}
    strict = tmp_path / "strict.yaml"
    strict.write_text(DEFAULT.read_text(encoding="utf-8").replace('min_roots: "2"', 'min_roots: "1"'), encoding="utf-8")
    lenient = differences(plain, told((SHELLED, "2020-03-08"), profile=strict))
    assert {(one.was["label"], one.now["label"]) for one in of(lenient, "finding") if "label" in one.was} == {
        ("alleged", "supported")
    }
    assert causes(lenient) == {"profile"}


def test_a_judgement_and_a_correction_are_causes_with_their_words(told: Any) -> None:
    plain = told((SHELLED, "2020-03-08"))
    claim = next(one.id for one in plain.claims if one.type == "kin.shelling")
    rejected = told((SHELLED, "2020-03-08"), judgements=[Judgement("reject", (claim,), "Leyla", why="a drill")])
    found = differences(plain, rejected)
    assert causes(found) == {"judgement"}
    assert any("Leyla judged reject" in cause.what for one in found for cause in one.causes)
    values: dict[str, object] = {"type": "kin.air_strike"}
    corrected = told((SHELLED, "2020-03-08"), judgements=[Judgement("correct", (claim,), "Omar", values=values)])
    found = differences(plain, corrected)
    (incident,) = of(found, "incident")
    assert (incident.was["type"], incident.now["type"]) == ("kin.shelling", "kin.air_strike")
    assert causes(found) == {"correction"}
    assert any("Omar" in cause.why for cause in incident.causes)
    taken_back = differences(corrected, plain)
    assert any("was taken back" in cause.why for one in taken_back for cause in one.causes)


def test_accounts_that_a_person_holds_apart_say_which_incident_they_were_in(told: Any) -> None:
    texts = ((SHELLED, "2020-03-08"), (AGAIN, "2020-03-09"))
    joined = told(*texts)
    (both,) = [one for one in joined.incidents if one.type == "kin.shelling"]
    pair = tuple(both.claims[:1] + both.claims[-1:])
    parted = told(*texts, judgements=[Judgement("not_same", pair, "Leyla")])
    found = differences(joined, parted)
    assert of(found, "incident")
    assert all(one.causes for one in found)
    assert of(differences(parted, joined), "incident")


def test_every_difference_of_the_sample_has_a_cause_and_nothing_is_told_twice() -> None:
    days = ("2020-03-06T12:00Z", "2020-03-16", None)
    runs = [pipeline.run([str(sample_path())], pipeline.Options(("idlib-2020",), day)) for day in days]
    for was, now in itertools.pairwise(runs):
        found = differences(was, now)
        assert [one for one in found if not one.causes] == []
        assert len({(one.kind, one.id) for one in found}) == len(found) > 10
        assert {one.turn for one in found} >= {"new", "changed"}
        ids = {one.id for one in now.reports} - {one.id for one in was.reports}
        assert {c.what for one in found for c in one.causes if c.kind == "report"} <= ids
        text = "\n".join(lines(found))
        assert text.count("because") >= len(found)


def test_back_and_forth_mirror_each_other(told: Any) -> None:
    was, now = told((SHELLED, "2020-03-08")), told((SHELLED, "2020-03-08"), (DENIED, "2020-03-09"))
    there, back = differences(was, now), differences(now, was)
    mirror = {"new": "gone", "gone": "new", "changed": "changed"}
    assert sorted((one.kind, one.id, one.was.items(), mirror[one.turn]) for one in there if not one.was_incident)
    turned = [dataclasses.replace(one, was=one.now, now=one.was, turn=mirror[one.turn], causes=()) for one in back]  # type: ignore[arg-type]
    plain = [dataclasses.replace(one, causes=()) for one in there]
    assert sorted(map(repr, turned)) == sorted(map(repr, plain))
