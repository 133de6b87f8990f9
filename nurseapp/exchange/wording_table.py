"""A form's texts as a spreadsheet: a template out, the filled-in table back, CSV or XLSX."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from nurseapp.base.disk import replace_file
from nurseapp.base.text import _
from nurseapp.exchange.csv_cells import csv_cells, csv_written
from nurseapp.exchange.wording_rows import TEXT, rows_of, wording_of
from nurseapp.forms.model import Form
from nurseapp.forms.unfinished_wording import UnfinishedWording
from nurseapp.forms.wording import Wording

MOST_BYTES: Final = 2 * 1024 * 1024

_ZIP: Final = b"PK\x03\x04"
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
_WIDTHS: Final = (22, 44, 8, 80)


def write_template(
    form: Form, language: str, written: UnfinishedWording | None, path: Path
) -> None:
    """Writes the table for one language, filled in with what is written already.

    A `path` ending in `.csv` gives CSV, any other a workbook. Raises DiskError.
    """
    rows = rows_of(form, language, written)
    if path.suffix.lower() == ".csv":
        replace_file(path, csv_written(rows))
        return
    from nurseapp.exchange.workbook_out import workbook_written

    replace_file(path, workbook_written(form.name, rows, widths=_WIDTHS, text_column=TEXT))


def read_wording_table(
    path: Path, form: Form, language: str
) -> tuple[Wording | None, tuple[str, ...]]:
    """The wording, or all that is wrong with the file in sentences; never half of one.

    Never raises for what stands in the file.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        return None, (_("Filen kan ikke leses."),)
    return wording_in(data, form, language)


def wording_in(data: bytes, form: Form, language: str) -> tuple[Wording | None, tuple[str, ...]]:
    """The same for a file's content."""
    if len(data) > MOST_BYTES:
        size = MOST_BYTES // (1024 * 1024)
        return None, (_("Filen er større enn {size} MB.").format(size=size),)
    if data.startswith(_OLD_EXCEL):
        return None, (_("Filen er i et eldre Excel-format. Lagre den som .xlsx, og prøv igjen."),)
    if data.startswith(_ZIP):
        from nurseapp.exchange.workbook_in import workbook_cells

        cells, problems = workbook_cells(data)
    else:
        cells, problems = csv_cells(data)
    return (None, problems) if problems else wording_of(cells, form, language)
