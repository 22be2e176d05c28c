"""tools: questions to sets of words, asked the quick way, as the compiled copy has them.

`clause.verb.classes & {"say", "deny"}` reads well, but makes two sets to ask whether there is a common word. Where only
the truth of it is asked, the copy asks for the words one by one, or for disjointness; elsewhere the set is made once
for the module. The sources stay as they read best.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

_FEW = 3
"""Words up to which each is asked for by itself."""
_OPERATORS = (ast.BitAnd, ast.BitOr, ast.Sub)


def with_constant_sets(source: str) -> str:
    """The source with its sets of words made once and asked the quick way; every other line as it is."""
    tree = ast.parse(source)
    truths = {id(node) for node in _truths(tree)}
    lines, names = source.splitlines(), _Names()
    edits = [edit for node in ast.walk(tree) for edit in _edits(node, truths, names)]
    for line, start, end, text in sorted(edits, reverse=True):
        row = lines[line].encode()
        lines[line] = (row[:start] + text.encode() + row[end:]).decode()
    at = next((n.lineno for n in tree.body if isinstance(n, ast.ImportFrom) and n.module == "__future__"), 0)
    made = [f"{name}: Final = frozenset({words})" for words, name in names.items()]
    lines[at:at] = ["from typing import Final", *made] if made else []
    return "\n".join(lines) + "\n"


class _Names(dict[str, str]):
    """The name of each set of words, given when it is first asked for."""

    def __missing__(self, words: str) -> str:
        self[words] = f"_WORDS_{len(self)}"
        return self[words]


_Edit = tuple[int, int, int, str]
"""A line, where in it an expression begins and ends, in bytes, and what stands there instead."""


def _edits(node: ast.AST, truths: set[int], names: _Names) -> Iterator[_Edit]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, _OPERATORS) and not _is_made(node.left):
        asked = id(node) in truths and isinstance(node.op, ast.BitAnd)
        if asked and (text := _question(node, names)):
            yield from _edit(node, text)
        elif not asked and _words(node.right):
            yield from _edit(node.right, names[ast.unparse(node.right)])
    elif isinstance(node, ast.AugAssign) and isinstance(node.op, _OPERATORS) and _words(node.value):
        yield from _edit(node.value, names[ast.unparse(node.value)])


def _edit(node: ast.expr, text: str) -> Iterator[_Edit]:
    """One that lies in one line; the few that go over several stay as they are."""
    if node.lineno == node.end_lineno:
        yield node.lineno - 1, node.col_offset, node.end_col_offset or 0, text


def _question(node: ast.BinOp, names: _Names) -> str:
    """Whether two sets have a word in common, asked without making a third; "" where nothing is gained."""
    words, left = _words(node.right), ast.unparse(node.left)
    if any(isinstance(inner, ast.Set) for inner in ast.walk(node.left)):
        return ""
    if 0 < len(words) <= _FEW and _is_plain(node.left):
        return f"({' or '.join(f'{word!r} in {left}' for word in words)})"
    named = isinstance(node.right, ast.Name) and node.right.id.isupper()
    return (
        f"(not {names[ast.unparse(node.right)] if words else ast.unparse(node.right)}.isdisjoint({left}))"
        if (words or named)
        else ""
    )


def _words(node: ast.expr) -> list[str]:
    """The words of a set that is written out; none for any other expression."""
    if not isinstance(node, ast.Set):
        return []
    found = [n.value for n in node.elts if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return found if len(found) == len(node.elts) else []


def _is_made(node: ast.expr) -> bool:
    return isinstance(node, (ast.Set, ast.Dict, ast.Constant))


def _is_plain(node: ast.expr) -> bool:
    """Whether an expression may be asked twice: a name, or what is reached from one."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name)


def _truths(tree: ast.AST) -> Iterator[ast.expr]:
    """Every expression of which only the truth is asked."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.If, ast.IfExp, ast.While, ast.Assert)):
            yield from _parts(node.test)
        elif isinstance(node, ast.comprehension):
            for test in node.ifs:
                yield from _parts(test)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield from _parts(node.operand)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) == 1:
            (argument,) = node.args
            if node.func.id == "bool":
                yield from _parts(argument)
            elif node.func.id in ("any", "all") and isinstance(argument, ast.GeneratorExp):
                yield from _parts(argument.elt)


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """An expression with all that its truth hangs on alone."""
    yield node
    for part in node.values if isinstance(node, ast.BoolOp) else ():
        yield from _parts(part)
