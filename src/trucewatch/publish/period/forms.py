"""period: the forms in which a report is written. To add one: a function in a file of its own, a line in `FORMS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from trucewatch.errors import SettingsError
from trucewatch.publish.period.as_docx import docx
from trucewatch.publish.period.as_html import html
from trucewatch.publish.period.as_markdown import markdown
from trucewatch.publish.period.blocks import Document


@dataclass(frozen=True, slots=True)
class Form:
    """A form: the ending of its file and the function that makes its bytes."""

    ending: str
    render: Callable[[Document], bytes]


FORMS: dict[str, Form] = {"html": Form("html", html), "md": Form("md", markdown), "docx": Form("docx", docx)}


def write(made: Document, directory: Path, forms: tuple[str, ...], name: str) -> list[Path]:
    """Write a report in each form; gives the files."""
    unknown = [form for form in forms if form not in FORMS]
    if unknown:
        raise SettingsError(f"There is no form {unknown[0]!r}. Choose among: {', '.join(FORMS)}.")
    directory.mkdir(parents=True, exist_ok=True)
    paths = []
    for form in forms:
        path = directory / f"{name}.{FORMS[form].ending}"
        path.write_bytes(FORMS[form].render(made))
        paths.append(path)
    return paths
