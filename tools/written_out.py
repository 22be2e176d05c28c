"""tools: dataclasses with their constructors written out, as the compiled copy has them.

What `dataclasses` makes while a program runs is interpreted, and in a frozen class every attribute is set the slow way:
making a small object took longer than all that was done with it. A written constructor is compiled like the rest. The
copy's classes are no longer frozen; that they are treated as if they were is what the sources show.
"""

from __future__ import annotations

import ast

_KNOWN = frozenset({"frozen", "slots", "eq"})
"""What a decorator may say for its class to be written out."""
_NO_FIELDS = ("ClassVar", "InitVar")


def written_out(source: str) -> str:
    """The source with constructors for all its dataclasses that stand alone; every other line as it is."""
    lines = source.splitlines()
    classes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]
    for node in sorted(classes, key=lambda node: -node.lineno):
        call = _decorator(node)
        if call is not None and _stands_alone(node, call):
            indent = " " * (node.col_offset + 4)
            end = node.end_lineno or node.lineno
            lines[end:end] = ["", *(indent + line for line in _constructor(node))]
            lines[call.lineno - 1 : call.end_lineno] = [" " * node.col_offset + "@" + _told(call)]
    return "\n".join(lines) + "\n"


def _stands_alone(node: ast.ClassDef, call: ast.Call) -> bool:
    """Whether a dataclass has no parents, no constructor of its own and nothing but plain fields."""
    own = [n for n in node.body if isinstance(n, ast.FunctionDef) and n.name == "__init__"]
    odd = any(word in ast.unparse(field.annotation) for field in _fields(node) for word in _NO_FIELDS)
    return not (node.bases or own or odd) and {word.arg for word in call.keywords} <= _KNOWN


def _told(call: ast.Call) -> str:
    """The decorator for a class that has its constructor and, where it was frozen, its hash."""
    said = {word.arg or "": ast.unparse(word.value) for word in call.keywords}
    frozen = said.pop("frozen", None)
    said |= {"init": "False"} | ({"unsafe_hash": frozen} if frozen else {})
    return f"{ast.unparse(call.func)}({', '.join(f'{name}={value}' for name, value in said.items())})"


def _fields(node: ast.ClassDef) -> list[ast.AnnAssign]:
    return [n for n in node.body if isinstance(n, ast.AnnAssign)]


def _decorator(node: ast.ClassDef) -> ast.Call | None:
    """The call of `dataclass` that makes the class one."""
    for found in node.decorator_list:
        if isinstance(found, ast.Call) and ast.unparse(found.func).rpartition(".")[2] == "dataclass":
            return found
    return None


def _constructor(node: ast.ClassDef) -> list[str]:
    """The lines of the constructor and of what another process makes the object from.

    A field that begins with something new in each object takes None for that.
    """
    taken, lines = ["self"], []
    for field in _fields(node):
        name, kind, default = ast.unparse(field.target), ast.unparse(field.annotation), _default(field)
        new = default.endswith("()") and default != "()"
        taken.append(f"{name}: {kind}{' | None = None' if new else f' = {default}' if default else ''}")
        lines.append(f"    self.{name} = {f'{default} if {name} is None else {name}' if new else name}")
    if any(isinstance(n, ast.FunctionDef) and n.name == "__post_init__" for n in node.body):
        lines.append("    self.__post_init__()")
    return [
        f"def __init__({', '.join(taken)}) -> None:",
        *(lines or ["    pass"]),
        "",
        "def __reduce__(self):",  # a compiled object is else made again without its arguments
        f"    return {node.name}, ({''.join(f'self.{ast.unparse(field.target)}, ' for field in _fields(node))})",
    ]


def _default(field: ast.AnnAssign) -> str:
    """The default of a field as it is written: "" for none, a call where each object gets a new one."""
    if field.value is None:
        return ""
    if isinstance(field.value, ast.Call) and ast.unparse(field.value.func).rpartition(".")[2] == "field":
        said = {word.arg: ast.unparse(word.value) for word in field.value.keywords}
        return f"{said['default_factory']}()" if "default_factory" in said else said.get("default", "")
    return ast.unparse(field.value)
