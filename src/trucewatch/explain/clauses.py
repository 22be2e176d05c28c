"""explain: the clauses of a sentence, how each hangs, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trucewatch.explain.phrases import facts, listed, tense_of, text_of, time_value, words_at
from trucewatch.explain.steps import ClauseStep, Fact, Value
from trucewatch.extract.clauses.clause import Clause
from trucewatch.extract.meaning.mode import mode_of
from trucewatch.extract.sentence import Parsed


def clauses(parsed: Parsed, made: Mapping[int, Sequence[str]], silent: Mapping[int, str]) -> tuple[ClauseStep, ...]:
    """The clauses in order; `made` holds the ids of claims and `silent` the reasons, both by a clause's index."""
    return tuple(
        ClauseStep(
            n + 1,
            parsed.span(clause.start, clause.end),
            words_at(parsed, clause.start, clause.end),
            text_of(parsed, clause.verb),
            clause.kind,
            _facts(parsed, clause),
            tuple(made.get(n, ())),
            silent.get(n),
        )
        for n, clause in enumerate(parsed.clauses)
    )


def _facts(parsed: Parsed, clause: Clause) -> tuple[Fact, ...]:
    mode = mode_of(clause, parsed)
    verb = clause.verb
    lemma = f"{verb.verb.lemma}, " if verb.verb else ""
    voice = "passive" if clause.passive else "active"
    return facts(
        ("verb", [Value(f"{lemma}{tense_of(verb)}, {voice}", text_of(parsed, verb))]),
        ("classes", [listed(verb.classes)]),
        ("hangs on", [_parent(parsed, clause)]),
        ("subject", [_subject(parsed, clause)]),
        ("objects", [Value(words=text_of(parsed, item)) for item in clause.objects]),
        ("with", [_pp(parsed, clause, k) for k in range(len(clause.pps))]),
        ("times", [time_value(parsed, item) for item in clause.times]),
        ("told as", [Value(f"{mode.modality} {mode.polarity}")]),
    )


def _parent(parsed: Parsed, clause: Clause) -> Value:
    link = ", ".join(sorted(clause.link))
    if clause.parent is None:
        return Value(link)
    number = next((n + 1 for n, other in enumerate(parsed.clauses) if other is clause.parent), 0)
    return Value(f"clause {number}" + (f" ({link})" if link else ""), text_of(parsed, clause.parent.verb))


def _subject(parsed: Parsed, clause: Clause) -> Value:
    if clause.subject is None:
        return Value()
    how = "taken from another clause" if clause.inherited_subject else "behind the verb" if clause.inverted else ""
    return Value(how, text_of(parsed, clause.subject))


def _pp(parsed: Parsed, clause: Clause, k: int) -> Value:
    prep, item = clause.pps[k]
    return Value(", ".join(sorted(c for c in prep.cls if c)), words_at(parsed, prep.start, item.end))
