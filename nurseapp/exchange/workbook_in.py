"""Reads the text cells of a workbook's first sheet, from whatever program wrote it.

Only the five parts that hold text and its place are opened, each of bounded size; nothing is
unpacked to the disk. Formulas, dates and macros are refused by name rather than guessed at;
links to other files, pictures and scripts are never looked at.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import Final

from nurseapp.base.text import _
from nurseapp.exchange.csv_cells import MOST_ROWS, Cells
from nurseapp.exchange.workbook_xml import Began, BrokenXmlError, Ended, walked

_MOST_PARTS: Final = 300
_MOST_BYTES: Final = 4 * 1024 * 1024
_MOST_COLUMNS: Final = 50
_MOST_SHOWN: Final = 20
_PLAIN_STYLES: Final = frozenset({0, 1, 49})  # general, a whole number, text
_PLACE: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class RefusedWorkbookError(ValueError):
    """The file cannot be used; its argument is the sentence to show."""


def workbook_cells(data: bytes) -> tuple[Cells, tuple[str, ...]]:
    """The first sheet's cells as text, or what is wrong with the file; never raises."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return _cells(parts)
    except RefusedWorkbookError as refused:
        return [], (str(refused),)
    except (
        BrokenXmlError,
        zipfile.BadZipFile,
        zlib.error,
        ValueError,
        LookupError,
        OSError,
        EOFError,
        NotImplementedError,  # a way of packing that nobody here knows
        RuntimeError,  # a part that asks for a password
        UnicodeError,
    ):
        return [], (_("Regnearket kan ikke leses. Lagre det på nytt som .xlsx, og prøv igjen."),)


def _cells(parts: zipfile.ZipFile) -> tuple[Cells, tuple[str, ...]]:
    names = parts.namelist()
    _refuse_strange(names)
    strings = (
        _strings(_part(parts, "xl/sharedStrings.xml")) if "xl/sharedStrings.xml" in names else []
    )
    formats = _formats(_part(parts, "xl/styles.xml")) if "xl/styles.xml" in names else []
    sheet = _Sheet(strings, formats)
    for told in walked(_part(parts, _first_sheet(parts))):
        sheet.take(told)
    return sheet.rows(), tuple(sheet.problems)


def _refuse_strange(names: list[str]) -> None:
    if len(names) > _MOST_PARTS or len(names) != len({name.lower() for name in names}):
        raise RefusedWorkbookError(
            _("Regnearket er ikke satt sammen slik et regneark skal være, og ble ikke lest.")
        )
    if any("vbaproject" in name.lower() for name in names):
        raise RefusedWorkbookError(
            _("Regnearket har makroer, og ble ikke lest. Lagre det som .xlsx uten makroer.")
        )
    if "xl/workbook.xml" not in names:
        raise RefusedWorkbookError(
            _("Filen er ikke et Excel-regneark. Lagre den som .xlsx eller CSV, og prøv igjen.")
        )


def _part(parts: zipfile.ZipFile, name: str) -> bytes:
    """One part, read no further than the bound whatever its header says."""
    with parts.open(name) as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise RefusedWorkbookError(
            _("Regnearket er mye større enn et skjema trenger, og ble ikke lest.")
        )
    return data


def _first_sheet(parts: zipfile.ZipFile) -> str:
    """The name of the part with the sheet that opens first in the list."""
    sheets = (
        told.attributes.get("id")
        for told in walked(_part(parts, "xl/workbook.xml"))
        if isinstance(told, Began) and told.name == "sheet"
    )
    wanted = next(sheets, None)
    for told in walked(_part(parts, "xl/_rels/workbook.xml.rels")):
        if isinstance(told, Began) and wanted and told.attributes.get("Id") == wanted:
            target = told.attributes["Target"]
            return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
    raise BrokenXmlError


def _strings(data: bytes) -> list[str]:
    """The texts that cells point at by number, without the readings printed above them."""
    found: list[str] = []
    gathered: list[str] = []
    above = 0
    for told in walked(data):
        if told.name == "rPh":
            above += 1 if isinstance(told, Began) else -1
        elif isinstance(told, Began) and told.name == "si":
            gathered = []
        elif isinstance(told, Ended) and told.name == "t" and not above:
            gathered.append(told.text)
        elif isinstance(told, Ended) and told.name == "si":
            found.append(_unescaped("".join(gathered)))
    return found


def _formats(data: bytes) -> list[int]:
    """The number format of each style a cell may have."""
    found: list[int] = []
    inside = False
    for told in walked(data):
        if told.name == "cellXfs":
            inside = isinstance(told, Began)
        elif inside and isinstance(told, Began) and told.name == "xf":
            found.append(int(told.attributes.get("numFmtId", "0")))
    return found


def _unescaped(text: str) -> str:
    r"""Signs that XML cannot hold stand as `_x000D_`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


class _Sheet:
    """Takes in one sheet's elements."""

    def __init__(self, strings: list[str], formats: list[int]) -> None:
        self.problems: list[str] = []
        self._strings = strings
        self._formats = formats
        self._found: dict[tuple[int, int], str] = {}
        self._place = (0, 0)
        self._attributes: dict[str, str] = {}
        self._value = ""
        self._texts: list[str] = []

    def take(self, told: Began | Ended) -> None:
        """The next element."""
        if isinstance(told, Began):
            self._begin(told)
        elif told.name == "v":
            self._value = told.text
        elif told.name == "t":
            self._texts.append(told.text)
        elif told.name == "f":
            self._problem(_("Celle {cell} har en formel. Skriv teksten rett inn."))
        elif told.name == "c":
            self._keep(self._text())

    def rows(self) -> Cells:
        """The rows down to the last text, each as long as the longest."""
        height = max((row for row, _column in self._found), default=0)
        width = max((column for _row, column in self._found), default=0)
        return [
            [self._found.get((row, column), "") for column in range(1, width + 1)]
            for row in range(1, height + 1)
        ]

    def _begin(self, told: Began) -> None:
        row, column = self._place
        if told.name == "row":
            number = told.attributes.get("r", "")
            self._place = (int(number) if number.isascii() and number.isdigit() else row + 1, 0)
        elif told.name == "c":
            self._place = _placed(told.attributes.get("r", "")) or (row, column + 1)
            self._attributes, self._value, self._texts = told.attributes, "", []

    def _text(self) -> str:
        """What the cell shows; a problem for what is no text."""
        kind = self._attributes.get("t", "n")
        if kind == "s":
            return self._strings[int(self._value)] if self._value else ""
        if kind == "inlineStr":
            return _unescaped("".join(self._texts))
        if kind == "str" or not self._value:
            return _unescaped(self._value)
        if kind == "n" and self._value.isascii() and self._value.isdigit() and self._plain():
            return self._value
        says = _(
            "Celle {cell} er et tall eller en dato for regnearket, og kan ha mistet det som sto"
            " der. Gjør cellen om til tekst, og skriv svaret på nytt."
        )
        self._problem(says)
        return ""

    def _plain(self) -> bool:
        style = int(self._attributes.get("s", "0"))
        return style >= len(self._formats) or self._formats[style] in _PLAIN_STYLES

    def _keep(self, text: str) -> None:
        row, column = self._place
        if not text:
            return
        if row > MOST_ROWS or column > _MOST_COLUMNS:
            raise RefusedWorkbookError(
                _("Regnearket er mye større enn et skjema trenger, og ble ikke lest.")
            )
        self._found[self._place] = text

    def _problem(self, says: str) -> None:
        if len(self.problems) < _MOST_SHOWN:
            self.problems.append(says.format(cell=_called(*self._place)))


def _placed(called: str) -> tuple[int, int] | None:
    """`B7` as row 7, column 2."""
    found = _PLACE.fullmatch(called)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _called(row: int, column: int) -> str:
    """Row 7, column 2 as `B7`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
