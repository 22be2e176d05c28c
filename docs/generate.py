"""Writes the pages that are made from the code and from each other: references, lists, what the README prints.

With `--check` nothing is written, and the exit status is 1 where a page is out of date.
"""

from __future__ import annotations

import json
import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

import click

from trucewatch.cli import demo, main, summary
from trucewatch.cli.schema import THINGS, of

ROOT = Path(__file__).parents[1]
NOTICE_HEADING = "Packages that an installation brings with it\n--------------------------------------------\n"
BROWSER_HEADING = """Packages that the pages load in a browser
-----------------------------------------

A built package carries htmx and MapLibre GL JS as npm publishes them, with what they are made of; their licences stand
in full in serve/static/vendor/LICENSES.txt beside them.
"""
FOLDERS = {"how-to": "How to", "methods": "Methods", "reference": "Reference", "decisions": "Decisions"}
MADE = "<!-- Made by `make docs` from the code; change the code instead. -->\n"


def pages() -> dict[str, str]:
    """Every generated page by its path from the root."""
    return {
        "docs/reference/cli.md": cli_page(),
        "docs/reference/schemas.md": schemas_page(),
        "docs/README.md": index(),
        "docs/decisions/README.md": decisions(),
        "NOTICE": notice(),
        "README.md": readme(),
    }


def commands(group: click.Group, prefix: str) -> dict[str, click.Command]:
    """Every command by its full name, groups before their own commands."""
    found: dict[str, click.Command] = {}
    context = click.Context(group, info_name=prefix)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        found[f"{prefix} {name}"] = command
        if isinstance(command, click.Group):
            found |= commands(command, f"{prefix} {name}")
    return found


def cli_page() -> str:
    """The help of every command, as the terminal shows it."""
    parts = [MADE, "# Commands\n"]
    parts.append(
        "Exit status: 0 done, whatever was found; 1 a check or test failed; 2 usage; 3 some input was rejected.\n"
    )
    for name, command in {"trucewatch": main, **commands(main, "trucewatch")}.items():
        parts.append(f"## {name}\n\n```text\n{shown_help(name, command)}\n```\n")
    return "\n".join(parts)


def shown_help(name: str, command: click.Command) -> str:
    """The help of a command as a terminal of a hundred columns shows it."""
    # Click keeps the first help option that it makes, so the settings must be those of the real command line.
    settings = {**main.context_settings, "max_content_width": 100, "terminal_width": 100}
    return command.get_help(click.Context(command, info_name=name, **settings))


def schemas_page() -> str:
    """The fields of the things that flow, from their JSON Schemas."""
    parts = [MADE, "# Data between the stages\n"]
    parts.append(
        "Each file holds one JSON object a line. Fields without a star may be absent; what is not known is absent, "
        "never 0 or an empty text.\nTimes are ISO 8601, intervals half-open, spans code-point offsets into the "
        "report's text.\n`trucewatch schema NAME` prints the full JSON Schema.\n"
    )
    for name in THINGS:
        schema: dict[str, Any] = of(name)
        parts.append(_table(name, schema))
        for inner, definition in sorted(schema.get("$defs", {}).items()):
            if not any(f"\n### {inner}\n" in part for part in parts):
                parts.append("\n" + _table(inner, definition, level=3))
    return "\n".join(parts)


def _table(name: str, schema: dict[str, Any], level: int = 2) -> str:
    required = set(schema.get("required", ()))
    rows = [
        f"| `{field}`{'*' if field in required else ''} | {_kind(kind)} |"
        for field, kind in schema.get("properties", {}).items()
    ]
    about = " ".join(schema.get("description", "").split())
    return "\n".join([f"{'#' * level} {name}\n", about, "", "| field | is |", "|---|---|", *rows, ""])


def _kind(schema: dict[str, Any]) -> str:
    """A schema in a few words."""
    if "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    if "anyOf" in schema:
        return " or ".join(_kind(part) for part in schema["anyOf"] if part.get("type") != "null")
    if schema.get("type") == "array":
        return _array(schema)
    if schema.get("type") == "object":
        inner = schema.get("additionalProperties")
        return f"object of {_kind(inner)}" if isinstance(inner, dict) and inner else "object"
    return str(schema.get("type", "anything"))


def _array(schema: dict[str, Any]) -> str:
    if "prefixItems" in schema:
        return "[" + ", ".join(_kind(part) for part in schema["prefixItems"]) + "]"
    return f"list of {_kind(schema.get('items', {}))}"


def index() -> str:
    """All pages by folder, each by its own heading."""
    parts = [MADE, "# Documentation\n", _listed(ROOT / "docs" / "tour.md", ROOT / "docs")]
    for folder, about in FOLDERS.items():
        pages_there = sorted(path for path in (ROOT / "docs" / folder).glob("*.md") if path.name != "README.md")
        if pages_there:
            parts += [f"\n## {about}\n", *(_listed(path, ROOT / "docs") for path in pages_there)]
    return "\n".join(parts) + "\n"


def decisions() -> str:
    """The decision records, in the order of their numbers."""
    folder = ROOT / "docs" / "decisions"
    rows = [_listed(path, folder) for path in sorted(folder.glob("[0-9]*.md"))]
    about = "Short records of choices that shape the rest: what the question was, what was chosen, what was given up.\n"
    return "\n".join([MADE, "# Decisions\n", about, *rows]) + "\n"


def _listed(path: Path, start: Path) -> str:
    """A line of a list with the page's heading as a link."""
    lines = path.read_text(encoding="utf-8").splitlines()
    heading = next(line for line in lines if line.startswith("# "))
    return f"- [{heading.removeprefix('# ')}]({path.relative_to(start).as_posix()})"


def readme() -> str:
    """README with what `make demo` prints."""
    before, fence, rest = (ROOT / "README.md").read_text(encoding="utf-8").partition("```text\n")
    after = rest.partition("```\n")[2]
    printed = summary.text(demo.sample_record(), Path("out/demo"))
    return f"{before}{fence}{printed}\n```\n{after}"


def notice() -> str:
    """NOTICE with the list of packages as the lock file has them."""
    kept, heading, _ = (ROOT / "NOTICE").read_text(encoding="utf-8").partition(NOTICE_HEADING)
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    names = sorted(set(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", lock, re.MULTILINE)))
    rows = [f"{name:<20} {_licence(name)}".rstrip() for name in names]
    return "\n".join([kept + heading, *rows, "", BROWSER_HEADING, *_browser_rows(), ""])


def _browser_rows() -> list[str]:
    """The npm packages as their lock has them, types for developers left out."""
    packages = json.loads((ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    named = {
        (path.rpartition("node_modules/")[2], about.get("license", "stated in its sources alone"))
        for path, about in packages.items()
    }
    return [f"{name:<36} {licence}".rstrip() for name, licence in sorted(named) if name and "@types/" not in name]


def _licence(name: str) -> str:
    """The licence a package states of itself, in one line."""
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return "needed on other systems only"
    fields = about.json
    stated = str(fields.get("license_expression") or fields.get("license") or "")
    if not stated or "\n" in stated or len(stated) > 60:
        classifiers = [c.rpartition(" :: ")[2] for c in fields.get("classifier", []) if c.startswith("License ::")]
        stated = ", ".join(classifiers) or stated.partition("\n")[0]
    return stated


def run(*, check: bool) -> int:
    """Write the pages, or say which are out of date; returns the exit status."""
    stale = []
    for name, text in pages().items():
        path = ROOT / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    for name in stale:
        print(f"{name} is out of date; run `make docs`." if check else f"wrote {name}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(run(check="--check" in sys.argv[1:]))
