"""A trace shows every claim once, every word where it stands, and why a clause stayed silent."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import a_report
from trucewatch import explain, sample
from trucewatch.explain.claimed import rule_of
from trucewatch.explain.page import pieces
from trucewatch.explain.rules import origin
from trucewatch.explain.steps import SentenceTrace
from trucewatch.extract import Knowledge, claims, load_knowledge
from trucewatch.model import Report
from trucewatch.read import reports

SAMPLE = [r for r in reports([str(sample.sample_path())]) if isinstance(r, Report)]
WORDS = [
    *(
        "Ankara",
        "two",
        "soldiers",
        "were",
        "killed",
        "if",
        "shelling",
        "on Friday",
        "said",
        "not",
        "that",
        "will",
        "to",
    ),
    *("Saraqib", "near", "patrol", "12", "by", "demanded", "é", "ع", ",", '"', "\u202e", "\x1b[31m", ".\n\n"),
]
KNOWLEDGE = load_knowledge(languages=["en"])


def _only(text: str, knowledge: Knowledge, **fields: str) -> SentenceTrace:
    trace = explain.trace(a_report(text=text, published=fields.pop("published", "2020-03-18"), **fields), knowledge)
    (sentence,) = trace.sentences
    return sentence


@pytest.mark.parametrize("report", SAMPLE, ids=lambda report: report.id)
def test_every_claim_of_a_report_stands_in_its_trace_exactly_once(report: Report, knowledge: Knowledge) -> None:
    shown = Counter(made.claim.id for made in explain.trace(report, knowledge).made)
    assert shown == Counter(claim.id for claim in claims(report, knowledge))


@given(st.lists(st.sampled_from(WORDS), max_size=25))
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost_of_any_text(words: list[str]) -> None:
    report = a_report(text=" ".join(words))
    trace = explain.trace(report, KNOWLEDGE)
    assert [m.claim.id for m in trace.made] == [c.id for c in claims(report, KNOWLEDGE)]
    for sentence in trace.sentences:
        assert "".join(text for text, _ in pieces(sentence)) == sentence.text
        stretches = [(word.span, word.text) for word in sentence.words]
        stretches += [(phrase.span, phrase.text) for phrase in sentence.phrases]
        stretches += [(clause.span, clause.text) for clause in sentence.clauses]
        stretches += [(voice.span, voice.text) for voice in sentence.voices]
        stretches += [(refused.span, refused.text) for refused in sentence.refused]
        assert [report.text[start:end] for (start, end), _ in stretches] == [text for _, text in stretches]


def test_every_claim_a_clause_gives_is_a_claim_of_its_sentence(knowledge: Knowledge) -> None:
    for report in SAMPLE[:12]:
        for sentence in explain.trace(report, knowledge).sentences:
            given = {id_ for clause in sentence.clauses for id_ in clause.claims}
            assert given <= {made.claim.id for made in sentence.made}
            assert all(bool(clause.claims) != bool(clause.silence) for clause in sentence.clauses)


def test_a_word_tells_what_it_was_taken_as_and_what_else_it_may_be(knowledge: Knowledge) -> None:
    words = {word.text: word for word in _only("Moscow shelled the glorp.", knowledge).words}
    assert words["Moscow"].kind == "actor"
    assert {value.ours.split()[0] for value in words["Moscow"].may_be} == {"actor", "place"}
    assert words["shelled"].taken_as == "verb"
    assert words["glorp"].kind == "unknown"


def test_the_content_of_a_demand_is_refused_with_its_cue(knowledge: Knowledge) -> None:
    sentence = _only("Paris urged the rebels to attack Saraqib.", knowledge)
    assert all(not made.claim.type.startswith(("kin.", "civ.")) for made in sentence.made)
    assert any("attack Saraqib" in refused.text and "urged" in refused.reason for refused in sentence.refused)


def test_what_hangs_on_an_if_is_refused(knowledge: Knowledge) -> None:
    sentence = _only("If the rebels shell Saraqib, the army will leave.", knowledge)
    assert any("“if”" in refused.reason and refused.reading == "kin.shelling" for refused in sentence.refused)


def test_a_clause_that_nothing_reads_says_so(knowledge: Knowledge) -> None:
    (clause,) = _only("The minister had a house.", knowledge).clauses
    assert clause.silence == "no rule reads it"


def test_who_speaks_is_shown_with_the_cue(knowledge: Knowledge) -> None:
    (voice,) = _only("Two soldiers were killed near Saraqib, Ankara said.", knowledge).voices
    facts = {fact.name: fact.values[0] for fact in voice.facts}
    assert facts["speaker"].words == "Ankara"
    assert facts["cue"].words == "said"


def test_a_claim_names_its_rule_and_where_it_is_written(knowledge: Knowledge) -> None:
    (made,) = _only("Two soldiers were killed near Saraqib on Tuesday.", knowledge).made
    facts = {fact.name: fact.values for fact in made.facts}
    assert facts["rule"][0].ours in made.claim.why[0]
    assert facts["written in"][0].ours.startswith("extract/")
    assert "2020-03-17" in facts["time"][0].ours
    assert facts["time"][0].words == "Tuesday"


def test_a_rule_of_a_pack_is_shown_with_what_it_asks_for(knowledge: Knowledge) -> None:
    pack = knowledge.packs["en"]
    frame = pack.frames[0]
    shown = origin(frame.id, pack)
    where, _, line = shown.partition(",")[0].partition(":")
    lines = (sample.sample_path().parents[1] / where).read_text(encoding="utf-8").splitlines()
    assert f"id: {frame.id}" in lines[int(line) - 1]
    assert f"gives: {frame.gives}" in shown


def test_every_rule_of_the_sample_leads_to_the_file_that_holds_it(knowledge: Knowledge) -> None:
    found = {(rule_of(c), r.language or "") for r in SAMPLE for c in claims(r, knowledge)}
    package = sample.sample_path().parents[1]
    files = {rule: re.split("[:,]", origin(rule, knowledge.packs[code]))[0] for rule, code in found}
    assert [rule for rule, file in files.items() if not (package / file).is_file()] == []


def test_a_language_without_a_pack_is_named_and_its_text_shown(knowledge: Knowledge) -> None:
    trace = explain.trace(a_report(text="سطر اول\n\nسطر دوم\n", language="fa"), knowledge)
    assert trace.note is not None
    assert "“fa”" in trace.note
    assert [sentence.text for sentence in trace.sentences] == ["سطر اول", "سطر دوم"]


def test_furniture_is_shown_as_not_read(knowledge: Knowledge) -> None:
    text = "Read also: the war in pictures\n\nTwo soldiers were killed."
    trace = explain.trace(a_report(text=text, furniture=((0, 30),)), knowledge)
    assert [sentence.section == "furniture" for sentence in trace.sentences] == [True, False]
    assert trace.sentences[0].made == ()


def test_a_report_without_a_day_says_that_nothing_can_be_counted_from_it(knowledge: Knowledge) -> None:
    trace = explain.trace(a_report(text="They met yesterday.", published=None), knowledge)
    assert trace.note is not None
    assert "no day" in trace.note


def test_a_row_of_observations_is_shown_whole(knowledge: Knowledge) -> None:
    cells = {"time": "2020-03-18", "observed": "shelling", "place": "Saraqib"}
    report = a_report(text="2020-03-18,shelling,Saraqib", meta={"observation": cells})
    (sentence,) = explain.trace(report, knowledge).sentences
    assert [made.claim.type for made in sentence.made] == ["kin.shelling"]


def test_only_the_sentence_of_a_claim_or_of_a_word_is_kept(knowledge: Knowledge) -> None:
    text = "Two soldiers were killed near Saraqib on Tuesday. Des réfugiés left for Turkey."
    trace = explain.trace(a_report(text=text), knowledge)
    claim = trace.sentences[0].made[0].claim.id
    assert [s.number for s in explain.narrow(trace, claim=claim).sentences] == [1]
    assert [s.number for s in explain.narrow(trace, grep="REFUGIES").sentences] == [2]
    assert explain.narrow(trace, claim=claim, grep="refugies").sentences == ()


def test_an_area_is_shown_as_no_point_with_the_disc_that_holds_it(knowledge: Knowledge) -> None:
    (made,) = _only("Two soldiers were killed in Yemen on Tuesday.", knowledge).made
    (place,) = (fact.values[0] for fact in made.facts if fact.name == "place")
    assert "no point: an area, within" in place.ours
    (made,) = _only("Two soldiers were killed in Ariha on Tuesday.", knowledge).made
    (place,) = (fact.values[0] for fact in made.facts if fact.name == "place")
    assert "35.81 N 36.61 E, within 3 km" in place.ours
