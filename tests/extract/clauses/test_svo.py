"""Clauses of languages that put the subject first."""

from __future__ import annotations

from tests.extract.reading import parsed_one


def test_two_verbal_nouns_in_a_row_are_no_children_of_each_other() -> None:
    for clause in parsed_one("A video showing a child reciting verses while covering his wounds.").clauses:
        assert all(clause not in child.children for child in clause.children)
