"""Cells as comma-separated text, as Norwegian Excel writes it: semicolons, UTF-8 with its mark.

Excel reads a cell that begins with = + - or @ as a formula. On the way out such a cell gets an
apostrophe before it, which is taken away again on the way in; what comes in is text and is never
evaluated.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from nurseapp.base.text import _

Cells = list[list[str]]

MOST_ROWS: Final = 20_000

_MARK: Final = "\ufeff"
_LIKE_A_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_NEUTRALISED: Final = re.compile(r"'+[=+\-@\t\r]")
_SEPARATORS: Final = ";,\t"

# What Excel makes of an answer such as 3-4 when it opens a CSV file.
_MADE_A_DATE: Final = re.compile(
    r"\d{1,2}[.\-](jan|feb|mars?|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[sc])\.?", re.IGNORECASE
)


def csv_written(rows: Iterable[Iterable[str]]) -> bytes:
    """The file; no cell of it is taken for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_neutral(cell) for cell in row])
    return (_MARK + text.getvalue()).encode("utf-8")


def csv_cells(data: bytes) -> tuple[Cells, tuple[str, ...]]:
    """The cells, with whichever separator the first line has, or what is wrong with the file."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [], (
            _(
                "Filen er lagret i et tegnsett som mister bokstaver. Lagre den som"
                " Excel-arbeidsbok (.xlsx) eller «CSV UTF-8», og prøv igjen."
            ),
        )
    try:
        # NUL signs would be a fault of their own in some versions of the reader.
        reader = csv.reader(
            io.StringIO(text.replace("\0", ""), newline=""), delimiter=_separator(text), strict=True
        )
        rows = islice(reader, MOST_ROWS + 1)
        cells = [[_as_meant(cell) for cell in row] for row in rows]
    except csv.Error:
        return [], (_("Filen kan ikke leses som CSV. Et anførselstegn kan mangle."),)
    if len(cells) > MOST_ROWS:
        return [], (_("Tabellen har mange flere rader enn et skjema trenger."),)
    return cells, tuple(_made_dates(cells))


def _made_dates(cells: Cells) -> Iterator[str]:
    for number, row in enumerate(cells, start=1):
        for cell in row:
            if _MADE_A_DATE.fullmatch(cell.strip()):
                yield _(
                    "Rad {row}: «{cell}» ser ut som en dato som Excel har laget av et svar som 3-4."
                    " Bruk malen i .xlsx, der svarene blir stående som de er skrevet."
                ).format(row=number, cell=cell.strip())


def _separator(text: str) -> str:
    """The sign that stands most often in the first line, outside quotation marks."""
    first = re.sub(r'"[^"]*"', "", text.split("\n", 1)[0])
    return max(_SEPARATORS, key=first.count)


def _neutral(cell: str) -> str:
    return f"'{cell}" if _LIKE_A_FORMULA.match(cell) else cell


def _as_meant(cell: str) -> str:
    return cell[1:] if _NEUTRALISED.match(cell) else cell
