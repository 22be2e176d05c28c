"""assess: the beginning of an agreement's folder, for somebody to fill in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from trucewatch.assess.text.load import FILE
from trucewatch.assess.text.names import did_you_mean
from trucewatch.errors import AgreementError

_BLOCK = re.compile(r"^# --- (\w+):", re.MULTILINE)
_UNLESS = "    unless: [answer]\n"
_CASES = """# What must follow from what is told: `trucewatch agreement test` runs these.
cases: []
"""
_NOTES = """# {name}

- Read against: which copy of the text, in which language, on which day.
- Not checked: what could not be compared.
- Lines and zones: from which map, how exact.
"""


def begin(folder: Path, kinds: Sequence[str] = ()) -> list[Path]:
    """Write a folder with a commented agreement, a term of each kind asked for (or of all), and its notes."""
    if folder.exists():
        raise AgreementError(str(folder), None, "this is there already.", "Choose a name that is free.")
    text = skeleton(re.sub(r"[^a-z0-9-]+", "-", folder.name.lower()).strip("-") or "truce", kinds, str(folder))
    folder.mkdir(parents=True)
    written = {FILE: text, "cases.yaml": _CASES, "NOTES.md": _NOTES.format(name=folder.name)}
    for name, content in written.items():
        (folder / name).write_text(content, encoding="utf-8")
    return [folder / name for name in written]


def skeleton(name: str, kinds: Sequence[str], where: str) -> str:
    """The commented file with a term of each kind; a permission needs the prohibition that it makes an exception to."""
    text = (resources.files("trucewatch.assess.text") / "skeleton.yaml").read_text(encoding="utf-8")
    head, *rest = _BLOCK.split(text)
    blocks = {kind: f"# --- {kind}:{body}" for kind, body in zip(rest[::2], rest[1::2], strict=True)}
    for kind in kinds:
        if kind not in blocks:
            raise AgreementError(where, None, f'there is no kind of term called "{kind}".', did_you_mean(kind, blocks))
    wanted = set(kinds or blocks)
    if "permission" in wanted:
        wanted.add("prohibition")
        blocks["prohibition"] += _UNLESS
    chosen = "".join(block for kind, block in blocks.items() if kind in wanted)
    return head.replace("id: NAME", f"id: {name}") + chosen
