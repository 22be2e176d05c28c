"""Duties worked out by an answer-set program from the raw facts, beside the labels that are given."""

from __future__ import annotations

from datetime import UTC, datetime

import clingo
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assess.test_laws import PROFILE, REPORTS
from tests.assess.worlds import SOUND, Told, load, told
from tests.factories import a_report
from trucewatch.assess import findings, labels
from trucewatch.model import Agreement, Facet, Finding

START = datetime(2031, 4, 1, tzinfo=UTC)
DUE = {"first": ("2031-04-10", 10), "second": ("2031-04-11", 11)}
"""The two readings of the deadline, and in how many days from the start each has its last second."""

PROGRAM = """
% What was told of each incident: told(I), span(I,From,To), where(I,t;n;f), joint(I,t;n;f), by(I,held;failed,Root).
after_start(I,t) :- span(I,F,_), begin(B), F >= B.
after_start(I,f) :- span(I,_,T), begin(B), T <= B.
after_start(I,n) :- told(I), not after_start(I,t), not after_start(I,f).
counts(I) :- told(I), not after_start(I,f), not where(I,f), not joint(I,f), by(I,_,_).
held(I) :- counts(I), by(I,held,_).
failed(I) :- counts(I), by(I,failed,_).
sure(I) :- held(I), not failed(I), after_start(I,t), where(I,t), joint(I,t).

may_begin(I,D) :- counts(I), span(I,F,_), due(D,_,L), F <= L.
may_begin(I,D) :- counts(I), not timed(I), due(D,_,_).
over(I,D) :- span(I,_,T), due(D,E,_), T - 1 <= E.
timed(I) :- span(I,_,_).

disputed(D) :- may_begin(I,D), failed(I), may_begin(J,D), held(J).
by_low(D,N) :- due(D,_,_), N = #count { I : sure(I), over(I,D) }.
by_high(D,N) :- due(D,_,_), N = #count { I : held(I), may_begin(I,D) }.
sure_now(N) :- N = #count { I : sure(I) }.

label(D,disputed) :- disputed(D).
label(D,fulfilled) :- not disputed(D), by_low(D,N), asked(Q), N >= Q.
open(D) :- due(D,_,_), not disputed(D), by_low(D,N), asked(Q), N < Q.
label(D,pending) :- open(D), due(D,E,_), now(W), W <= E.
late(D) :- open(D), due(D,E,_), now(W), W > E.
label(D,unknown) :- late(D), by_high(D,N), asked(Q), N >= Q.
missed(D) :- late(D), by_high(D,N), asked(Q), N < Q.
label(D,due) :- missed(D), due(D,_,L), now(W), W <= L.
past(D) :- missed(D), due(D,_,L), now(W), W > L.
label(D,performed_late) :- past(D), sure_now(N), asked(Q), N >= Q.
label(D,overdue) :- past(D), sure_now(N), asked(Q), N < Q.
#show label/2.
"""


def truce(asked: int) -> Agreement:
    """The sample with two readings of the deadline and a number of patrols."""
    readings = ", ".join(f'{name}: {{end_of: "{day}"}}' for name, (day, _) in DUE.items())
    text = SOUND.read_text(encoding="utf-8").replace(
        'done: {end_of: "2031-04-10"}', f"done: {{readings: {{{readings}}}}}"
    )
    return load(
        text.rstrip() if asked == 1 else text.replace("by: done}\n", f'by: done}}\n    amount: {{min: "{asked}"}}\n', 1)
    )


def seconds(text: str) -> int:
    """Seconds from the first of April."""
    given = datetime.fromisoformat(text)
    return int((given.replace(tzinfo=UTC) - START).total_seconds())


def facts(world: list[Told], now: str, asked: int) -> str:
    """What is told, as facts: nothing is worked out here but which words are a denial."""
    lines = [f"now({seconds(now)}).", f"asked({asked}).", f"begin({86400})."]
    ends = {name: days * 86400 - 1 for name, (_, days) in DUE.items()}
    lines += [f"due({name},{end},{end})." for name, end in ends.items()]
    lines.append(f"due(all,{min(ends.values())},{max(ends.values())}).")
    for number, (incident, claims) in enumerate(world):
        if incident.type != "mon.patrol":
            continue
        lines += [f"told({number}).", f"where({number},t)."]
        time = incident.time
        if time is not None and (time.start or time.end):
            low = seconds(time.start) if time.start else -(10**8)
            lines.append(f"span({number},{low},{seconds(str(time.end))}).")
        sides = {str(one.id)[:3] for one in incident.actors if one.role in ("party", "perpetrator") and one.id}
        known = sides & {"NOR", "SOU", "BAN"}
        joint = any(claim.joint for claim in claims) or {"NOR", "SOU"} <= known
        lines.append(f"joint({number},{'t' if joint else 'f' if len(known) == 1 else 'n'}).")
        for claim in claims:
            what = "failed" if claim.modality == "denied" else "held"
            lines.append(f'by({number},{what},"{claim.root}").')
    return "\n".join(lines)


def solved(program: str) -> dict[str, str]:
    """The one answer: a label for each reading."""
    control = clingo.Control(["--warn=none"])
    control.add("base", [], program)
    control.ground([("base", [])])
    found: dict[str, str] = {}
    models = 0
    with control.solve(yield_=True) as handle:
        for model in handle:
            models += 1
            for symbol in model.symbols(shown=True):
                assert str(symbol.arguments[0]) not in found
                found[str(symbol.arguments[0])] = str(symbol.arguments[1])
    assert models == 1
    return found


def patrols() -> st.SearchStrategy[list[Told]]:
    """Up to four incidents, most of them patrols."""
    one = st.integers(0, 3).flatmap(lambda n: st.tuples(*(told(number=at) for at in range(n + 1))))
    return one.map(list)


@settings(max_examples=150, deadline=None)
@given(patrols(), st.integers(3, 20), st.integers(1, 3))
def test_an_answer_set_program_gives_the_labels_of_duties(world: list[Told], day: int, asked: int) -> None:
    now = f"2031-04-{day:02}T12:00:00"
    claims = [claim for _, group in world for claim in group]
    made = findings(
        [one for one, _ in world], claims, REPORTS, [truce(asked)], valid=now + "Z", known=now + "Z", profile=PROFILE
    )
    (one,) = [finding for finding in made if finding.provision == "patrols"]
    answer = solved(PROGRAM + facts(world, now, asked))
    assert one.label == answer.pop("all")
    assert one.readings == answer


DEFEAT = """
1 { value(F,t;F,f;F,n;F,b) } 1 :- facet(F).
facet(occurrence;act;class;time;place;bearer;not_excepted).
false :- value(_,f).
other :- value(F,V), F != not_excepted, V != t.
label(excepted) :- value(not_excepted,f), not other.
label(outside) :- false, not label(excepted).
clash :- value(_,b).
open :- value(_,n).
label(disputed_unproven) :- not false, clash, open.
label(disputed) :- not false, clash, not open.
label(possible) :- not false, not clash, open.
label(supported) :- not false, not clash, not open.
#show value/2. #show label/1.
"""


def test_an_answer_set_program_gives_the_label_of_each_of_the_16384_sets_of_answers() -> None:
    control = clingo.Control(["0", "--warn=none"])
    control.add("base", [], DEFEAT)
    control.ground([("base", [])])
    seen = 0
    with control.solve(yield_=True) as handle:
        for model in handle:
            seen += 1
            shown = model.symbols(shown=True)
            values = {str(s.arguments[0]): str(s.arguments[1]).upper() for s in shown if s.name == "value"}
            (wanted,) = [str(s.arguments[0]) for s in shown if s.name == "label"]
            facets = {name: Facet(value, "said") for name, value in values.items()}  # type: ignore[arg-type]
            assert labels.label(facets, proven=True) == wanted
    assert seen == 4**7


EXCUSE = """
late(overdue;partly;not_performed;performed_late).
broken(not_performed;performed_late;supported).
excused(P) :- says(P,L), late(L), hangs_on(P,Q), says(Q,M), broken(M).
#show excused/1.
"""


def shown(program: str) -> set[str]:
    """The names that the one answer of a program shows."""
    control = clingo.Control(["--warn=none"])
    control.add("base", [], program)
    control.ground([("base", [])])
    with control.solve(yield_=True) as handle:
        (found,) = [{one.arguments[0].string for one in model.symbols(shown=True)} for model in handle]
    return found


def test_an_answer_set_program_excuses_the_same_duties() -> None:
    from pathlib import Path

    from tests.check.given import of_told
    from trucewatch.assess import load_agreement
    from trucewatch.assess.case import Case
    from trucewatch.assess.duties.excuse import excused

    text = load_agreement(str(Path(__file__).parent / "truce"))
    linked = [term for term in text.provisions if term.excused_by]
    assert linked
    case = Case(text, PROFILE, None, None)
    every = ["pending", "fulfilled", "overdue", "partly", "not_performed", "performed_late", "disputed", "supported"]
    for term in linked:
        for own in every:
            for other in every:
                made = [of_told(text, term.id, own), of_told(text, term.excused_by[0], other)]
                said = " ".join(f'says("{one.provision}",{one.label}).' for one in made)
                program = f'{EXCUSE} {said} hangs_on("{term.id}","{term.excused_by[0]}").'
                names = shown(program)
                assert {one.provision for one in excused(made, case) if one.label == "excused"} == names


def test_the_reports_of_these_tests_begin_before_the_deadline() -> None:
    """Else a passed deadline is unknown: reports that begin later cannot show what was done by then."""
    late = [a_report(published="2031-05-01")]
    made: list[Finding] = findings([], [], late, [truce(1)], valid="2031-05-02", known="2031-05-02", profile=PROFILE)
    assert [one.label for one in made if one.provision == "patrols"] == ["unknown"]
