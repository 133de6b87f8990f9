"""Writes one sheet of text as a workbook (ECMA-376) that Excel and LibreOffice open.

Every cell is a text that no program takes for a formula, a number or a date; the same rows give
the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"

# What stands in a cell as `_x000D_` would be read as the sign it spells.
_SPELT: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NO_XML: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")

_TEXT, _FIRST_ROW, _KEY = 1, 2, 3

_FIXED: Final = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>",
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    "</Relationships>",
    # Format 49 is text; quotePrefix keeps it text when somebody edits the cell.
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">'
    '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font>'
    '<font><sz val="11"/><color rgb="FF4C5F62"/><name val="Calibri"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE3F0EF"/></patternFill></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"'
    ' applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" quotePrefix="1"'
    ' applyNumberFormat="1" applyFont="1" applyFill="1"/>'
    '<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" quotePrefix="1"'
    ' applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>",
}


def workbook_written(
    title: str, rows: Iterable[Sequence[str]], *, widths: Sequence[int], text_column: int
) -> bytes:
    """The workbook: `widths` in signs, and the column (from 0) that people write in."""
    sheet = _sheet(list(rows), widths, text_column)
    workbook = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{escape(_sheet_name(title))}" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in (
            *_FIXED.items(),
            ("xl/workbook.xml", workbook),
            ("xl/worksheets/sheet1.xml", sheet),
        ):
            part = zipfile.ZipInfo(name)  # dated 1980, so that the bytes stay the same
            part.compress_type = zipfile.ZIP_DEFLATED
            parts.writestr(part, (_HEAD + content).encode("utf-8"))
    return file.getvalue()


def _sheet(rows: list[Sequence[str]], widths: Sequence[int], text_column: int) -> str:
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"'
        f' style="{_TEXT if at - 1 == text_column else _KEY}"/>'
        for at, width in enumerate(widths, start=1)
    )
    lines = "".join(
        f'<row r="{number}">{_cells(number, row, text_column)}</row>'
        for number, row in enumerate(rows, start=1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{columns}</cols>"
        f"<sheetData>{lines}</sheetData></worksheet>"
    )


def _cells(number: int, row: Sequence[str], text_column: int) -> str:
    return "".join(
        f'<c r="{chr(ord("A") + at)}{number}" t="inlineStr"'
        f' s="{_style(number, at, text_column)}"><is><t xml:space="preserve">{_said(text)}</t>'
        "</is></c>"
        for at, text in enumerate(row)
    )


def _style(number: int, column: int, text_column: int) -> int:
    if number == 1:
        return _FIRST_ROW
    return _TEXT if column == text_column else _KEY


def _said(text: str) -> str:
    return escape(_SPELT.sub("_x005F_", _NO_XML.sub("", text)))


def _sheet_name(title: str) -> str:
    """At most 31 signs, without those that Excel forbids there."""
    return re.sub(r"[\[\]:*?/\\']", " ", title)[:31].strip() or "Skjema"
