"""period: a report as a word processor's file (Office Open XML), with real headings, tables and directions."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from docx import Document as NewDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from trucewatch.publish.period.blocks import Block, Document, Facts, Grid, Heading, Para, Points, Words

_FIXED = (1980, 1, 1, 0, 0, 0)
"""The day of every part of the file, so that the same report has the same bytes."""
WIDTH = 16.6
"""Centimetres between the margins."""
_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32)))
"""Characters that XML does not allow."""


def docx(made: Document) -> bytes:
    """The file's bytes. Its only instant is the cut-off."""
    file = NewDocument()
    _set_up(file, made)
    for block in made.blocks:
        _add(file, block, made.direction == "rtl")
    stream = io.BytesIO()
    file.save(stream)
    return _steady(stream.getvalue())


def _set_up(file: Any, made: Document) -> None:
    told = file.core_properties
    when = datetime.fromisoformat(made.known.replace("Z", "+00:00")).replace(tzinfo=None)
    told.title, told.author, told.last_modified_by, told.comments = made.title, "Trucewatch", "Trucewatch", ""
    told.created = told.modified = when
    told.language, told.revision = made.language, 1
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.2)
    style = file.styles["Normal"]
    style.font.size = Pt(10.5)
    _language(style.element.get_or_add_rPr(), made.language)
    _page_number(page.footer.paragraphs[0])


def _language(properties: Any, language: str) -> None:
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), language)
    mark.set(qn("w:bidi"), language)
    properties.append(mark)


def _page_number(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _add(file: Any, block: Block, rtl: bool) -> None:
    if isinstance(block, Heading):
        _run(file.add_heading(level=block.level), block.text, rtl)
    elif isinstance(block, Para):
        _run(file.add_paragraph(), block.text, rtl, italic=block.soft)
    elif isinstance(block, Points):
        for item in block.items:
            _run(file.add_paragraph(style="List Bullet"), item, rtl)
    elif isinstance(block, Words):
        way = block.direction == "rtl" or (block.direction == "auto" and rtl)
        _run(file.add_paragraph(style="Quote"), block.text, way, language=block.language)
        _run(file.add_paragraph(), block.cite, rtl, small=True)
    elif isinstance(block, Facts):
        _table(file, None, block.rows, rtl)
    else:
        _run(file.add_paragraph(style="Caption"), block.title, rtl)
        _table(file, block, block.rows, rtl)


def _table(file: Any, grid: Grid | None, rows: tuple[tuple[str, ...], ...], rtl: bool) -> None:
    columns = len(grid.heads) if grid else 2
    made = file.add_table(rows=0, cols=columns, style="Table Grid")
    if rtl:
        made._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
    if grid:
        head = made.add_row()
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        head._tr.get_or_add_trPr().append(mark)
        for cell, text in zip(head.cells, grid.heads, strict=True):
            _run(cell.paragraphs[0], text, rtl, bold=True)
        _describe(made, grid.title)
    for row in rows:
        for number, (cell, text) in enumerate(zip(made.add_row().cells, row, strict=True)):
            _run(cell.paragraphs[0], text, rtl, bold=number == 0)
    _widths(made, [*([grid.heads] if grid else []), *rows])
    file.add_paragraph()


def _widths(table: Any, rows: list[tuple[str, ...]]) -> None:
    """Columns as wide as what stands in them asks, within the page."""
    asked = [min(46, max(len(row[n]) for row in rows)) + 8 for n in range(len(rows[0]))] if rows else []
    table.autofit = False
    for column, share in zip(table.columns, asked, strict=True):
        for cell in column.cells:
            cell.width = Cm(WIDTH * share / sum(asked))


def _describe(table: Any, title: str) -> None:
    """What a table is about, for those who read by ear."""
    said = OxmlElement("w:tblCaption")
    said.set(qn("w:val"), title.translate(_CONTROL))
    table._tbl.tblPr.append(said)


def _run(
    paragraph: Any,
    text: str,
    rtl: bool,
    *,
    bold: bool = False,
    italic: bool = False,
    small: bool = False,
    language: str | None = None,
) -> None:
    run = paragraph.add_run(text.translate(_CONTROL))
    run.bold, run.italic = bold or None, italic or None
    if small:
        run.font.size = Pt(8.5)
    if language:
        _language(run._r.get_or_add_rPr(), language)
    if rtl:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run.font.rtl = True


def _steady(data: bytes) -> bytes:
    """The same file with its parts in the order of their names and no day of their own."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(given.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = zipfile.ZipInfo(name, _FIXED)
            part.compress_type, part.external_attr, part.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            made.writestr(part, given.read(name))
    return stream.getvalue()
