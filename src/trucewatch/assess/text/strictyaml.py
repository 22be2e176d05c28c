"""assess: YAML read as strings only, with the line of every value, so that a message can say where."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from trucewatch.errors import AgreementError

Path_ = tuple[str | int, ...]
_FAST: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Document:
    """What a YAML file says: `data` of dicts, lists and strings; `lines` from a path in it to a line number from 1."""

    path: str
    data: Any = None
    lines: dict[Path_, int] = field(default_factory=dict)

    def line(self, where: Path_) -> int | None:
        """The line of a path, or of the nearest thing that holds it; steps that are not in the file are skipped."""
        known: Path_ = ()
        for step in where:
            if (*known, step) in self.lines:
                known = (*known, step)
        return self.lines.get(known)

    def fail(self, where: Path_, problem: str, remedy: str) -> AgreementError:
        """The error to raise for what stands at a path."""
        return AgreementError(self.path, self.line(where), problem, remedy)


def read(path: Path) -> Document:
    """Read a file; anchors, aliases, duplicate keys and keys that are not strings are refused."""
    name = str(path)
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise AgreementError(name, None, f"the file cannot be read ({error.strerror}).", "Check the path.") from error
    except UnicodeDecodeError as error:
        raise AgreementError(name, None, "the file is not UTF-8.", "Save it as UTF-8.") from error
    return parse(text, name)


def parse(text: str, name: str) -> Document:
    """Parse a text that came from the file `name`."""
    document = Document(name)
    try:
        node = _composed(text, name)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = None if mark is None else mark.line + 1
        raise AgreementError(
            name, line, f"this is not YAML: {error.problem}.", "Check indentation and quotes."
        ) from error
    except yaml.YAMLError as error:
        raise AgreementError(name, None, "this is not YAML.", "Check for characters that cannot be printed.") from error
    if node is None:
        raise AgreementError(name, None, "the file is empty.", "Start from an agreement that ships with trucewatch.")
    document.data = _walk(node, (), document)
    return document


def _composed(text: str, name: str) -> yaml.Node | None:
    """The nodes of a text, by the fast loader where there is one; what is wrong the other tells in plainer words."""
    for loader in dict.fromkeys((_FAST, yaml.BaseLoader)):
        try:
            _refuse_anchors(text, name, loader)
            node: yaml.Node | None = yaml.compose(text, Loader=loader)
        except yaml.YAMLError:
            if loader is yaml.BaseLoader:
                raise
        else:
            return node
    return None


def _refuse_anchors(text: str, name: str, loader: Any) -> None:
    for token in yaml.scan(text, Loader=loader):
        if isinstance(token, (yaml.AnchorToken, yaml.AliasToken)):
            raise AgreementError(
                name,
                token.start_mark.line + 1,
                f'the anchor or alias "{token.value}" is not allowed.',
                "Write the value out, so that a reader sees it where it counts.",
            )


def _walk(node: yaml.Node, where: Path_, document: Document) -> Any:
    document.lines.setdefault(where, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, where, document)
    if isinstance(node, yaml.SequenceNode):
        return [_walk(item, (*where, index), document) for index, item in enumerate(node.value)]
    return node.value


def _mapping(node: yaml.MappingNode, where: Path_, document: Document) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise AgreementError(document.path, line, "a key is not a plain word.", "Use a word as the key.")
        if key.value in mapping:
            problem = f'the key "{key.value}" stands here a second time.'
            raise AgreementError(document.path, line, problem, "Keep one of the two.")
        document.lines[(*where, key.value)] = line
        mapping[key.value] = _walk(value, (*where, key.value), document)
    return mapping
