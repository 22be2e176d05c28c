"""period: a report as one HTML page that opens anywhere, loads nothing and prints on A4."""

from __future__ import annotations

from importlib import resources

from markupsafe import Markup, escape

from trucewatch.publish.period.blocks import Block, Document, Facts, Grid, Heading, Para, Points, Words

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html(made: Document) -> bytes:
    """The page in UTF-8."""
    body = Markup("\n").join(_block(block) for block in made.blocks)
    page = Markup(
        '<!doctype html>\n<html lang="{lang}" dir="{way}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>{title}</title>\n<style>\n{css}\n</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    ).format(lang=made.language, way=made.direction, policy=_POLICY, title=made.title, css=_css(), body=body)
    return str(page).encode("utf-8", "replace")


def _css() -> Markup:
    return Markup(
        resources.files("trucewatch.publish").joinpath("style", "period.css").read_text(encoding="utf-8").strip()
    )


def _block(block: Block) -> Markup:
    if isinstance(block, Heading):
        return Markup("<h{0}>{1}</h{0}>").format(block.level, block.text)
    if isinstance(block, Para):
        return Markup('<p class="soft">{}</p>' if block.soft else "<p>{}</p>").format(block.text)
    if isinstance(block, Facts):
        rows = (Markup("<dt>{}</dt><dd>{}</dd>").format(name, value) for name, value in block.rows)
        return Markup("<dl>{}</dl>").format(Markup().join(rows))
    if isinstance(block, Points):
        items = (Markup("<li>{}</li>").format(item) for item in block.items)
        return Markup("<ul>{}</ul>").format(Markup().join(items))
    return _words(block) if isinstance(block, Words) else _grid(block)


def _words(block: Words) -> Markup:
    lang = Markup(' lang="{}"').format(block.language) if block.language else ""
    return Markup('<blockquote dir="{}"{}>{}</blockquote><p class="cite">{}</p>').format(
        block.direction, lang, block.text, block.cite
    )


def _grid(block: Grid) -> Markup:
    heads = Markup().join(Markup('<th scope="col">{}</th>').format(head) for head in block.heads)
    rows = Markup().join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            row[0], Markup().join(Markup("<td>{}</td>").format(cell) for cell in row[1:])
        )
        for row in block.rows
    )
    return Markup("<table><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(
        escape(block.title), heads, rows
    )
