"""Workbooks from other programs, and workbooks that mean harm."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock  # type: ignore[import-untyped]
from openpyxl.cell.text import InlineFont  # type: ignore[import-untyped]
from wording_samples import FORM, WORDING, worded

from nurseapp.exchange.csv_cells import csv_written
from nurseapp.exchange.wording_rows import rows_of
from nurseapp.exchange.wording_table import read_wording_table, wording_in, write_template
from nurseapp.exchange.workbook_in import workbook_cells
from nurseapp.forms.unfinished_wording import unfinished
from nurseapp.forms.wording import Wording


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "mal.xlsx"
    write_template(FORM, "nb", unfinished(WORDING), path)
    return path


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packing:
        for name, content in parts.items():
            packing.writestr(name, content)
    return file.getvalue()


def changed(path: Path, name: str, before: str, now: str) -> bytes:
    parts = parts_of(path.read_bytes())
    content = parts[name].decode()
    assert before in content
    return packed(parts | {name: content.replace(before, now, 1).encode()})


def refused(data: bytes, sentence: str) -> None:
    wording, problems = wording_in(data, FORM, "nb")
    assert wording is None
    assert [one for one in problems if sentence in one], problems


SHEET = "xl/worksheets/sheet1.xml"


def test_another_library_reads_the_template_as_text(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    (sheet,) = book.worksheets
    assert sheet.title == "Kjøkkenet"
    assert sheet.freeze_panes == "A2"
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    assert all(cell.number_format == "@" and cell.quotePrefix for cell in cells if cell.value)
    table = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    assert table == [list(row) for row in rows_of(FORM, "nb", unfinished(WORDING))]


def test_text_like_a_formula_is_no_formula_for_another_library(tmp_path: Path) -> None:
    path = tmp_path / "mal.xlsx"
    write_template(FORM, "nb", unfinished(worded(text='=HYPERLINK("x")')), path)
    cells = {row[0].value: row[3] for row in openpyxl.load_workbook(path).active.iter_rows()}
    assert cells["item 1.2"].value == '=HYPERLINK("x")'
    assert cells["item 1.2"].quotePrefix


def test_table_filled_in_and_saved_by_another_library_comes_in(
    template: Path, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(template)
    for row in book.active.iter_rows():
        if row[0].value == "item 2":
            row[3].value = "Og tallerkener?"
        if row[0].value == "item 1.2 b":
            row[3].value = 3
            row[3].number_format = "General"
        if row[0].value == "title":
            bold = TextBlock(InlineFont(b=True), "Kjøkkenet ")
            row[3].value = CellRichText(bold, "ditt")
    saved = tmp_path / "fylt.xlsx"
    book.save(saved)
    wording, problems = read_wording_table(saved, FORM, "nb")
    assert problems == ()
    assert wording is not None
    assert wording.items["2"].text == "Og tallerkener?"
    assert wording.items["1.2"].options["b"] == "3"
    assert wording.title == "Kjøkkenet ditt"


def filled_by_another_library(template: Path, value: Any, number_format: str = "General") -> bytes:
    book = openpyxl.load_workbook(template)
    for row in book.active.iter_rows():
        if row[0].value == "item 1.2 b":
            row[3].value, row[3].number_format = value, number_format
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_formula_is_refused_with_its_cell(template: Path) -> None:
    refused(filled_by_another_library(template, "=1+1"), "har en formel")


@pytest.mark.parametrize(
    ("value", "number_format"), [(45323, "dd.mm.yyyy"), (0.5, "0%"), (True, "General")]
)
def test_what_a_spreadsheet_made_of_an_answer_is_refused(
    template: Path, value: object, number_format: str
) -> None:
    refused(filled_by_another_library(template, value, number_format), "Gjør cellen om til tekst")


def test_workbook_with_macros_is_refused(template: Path) -> None:
    parts = parts_of(template.read_bytes())
    refused(packed(parts | {"xl/vbaProject.bin": b"x"}), "makroer")


def test_links_to_other_files_are_never_looked_at(template: Path) -> None:
    parts = parts_of(template.read_bytes())
    parts["xl/externalLinks/externalLink1.xml"] = b"<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>"
    assert wording_in(packed(parts), FORM, "nb") == (WORDING, ())


def test_document_type_is_refused_before_anything_in_it_is_read(template: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    for name in (SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"):
        refused(changed(template, name, "?>", f"?>{bomb}"), "kan ikke leses")


def test_part_that_unpacks_without_end_is_refused(template: Path) -> None:
    parts = parts_of(template.read_bytes())
    parts[SHEET] = parts[SHEET].replace(b"<sheetData>", b"<sheetData>" + b" " * 40_000_000)
    data = packed(parts)
    assert len(data) < 200_000
    refused(data, "mye større")


def test_part_whose_size_is_a_lie_is_refused(template: Path) -> None:
    data = bytearray(template.read_bytes())
    parts = parts_of(bytes(data))
    size = len(parts[SHEET]).to_bytes(4, "little")
    assert data.count(size) == 2
    refused(bytes(data).replace(size, (10).to_bytes(4, "little")), "kan ikke leses")


def test_deep_xml_is_refused(template: Path) -> None:
    deep = "<a>" * 5_000 + "</a>" * 5_000
    refused(changed(template, SHEET, "<sheetData>", f"{deep}<sheetData>"), "kan ikke leses")


def test_small_file_with_parts_without_number_is_refused_at_once(template: Path) -> None:
    many = "<c/>" * 900_000
    data = changed(template, SHEET, "<sheetData>", f"<sheetData><row>{many}</row>")
    assert len(data) < 20_000
    refused(data, "kan ikke leses")


def test_cell_far_out_is_refused(template: Path) -> None:
    for place in ("D1048576", "XFD3"):
        refused(changed(template, SHEET, 'r="D3"', f'r="{place}"'), "mye større")


def test_part_that_stands_twice_is_refused(template: Path) -> None:
    file = io.BytesIO(template.read_bytes())
    with zipfile.ZipFile(file, "a") as parts:
        parts.writestr("XL/Workbook.xml", "<x/>")
    refused(file.getvalue(), "ikke satt sammen")


def test_sheet_of_another_office_program_says_what_to_do() -> None:
    refused(packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), ".xlsx")


def test_names_that_point_outside_are_only_names(template: Path) -> None:
    target = "../../../../etc/passwd"
    refused(
        changed(template, "xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", target),
        "kan ikke leses",
    )


def test_empty_workbook_lacks_everything() -> None:
    file = io.BytesIO()
    openpyxl.Workbook().save(file)
    assert workbook_cells(file.getvalue()) == ([], ())
    refused(file.getvalue(), "Tabellen er ikke laget for")


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few flips, cuts, doublings and odd insertions."""
    spoiling = bytearray(data)
    for _time in range(chance.randint(1, 6)):
        at, length = chance.randrange(len(spoiling)), chance.randint(1, 40)
        match chance.randrange(5):
            case 0:
                spoiling[at] ^= 1 << chance.randrange(8)
            case 1:
                del spoiling[at : at + length]
            case 2:
                spoiling[at:at] = spoiling[at : at + length]
            case 3:
                spoiling[at:at] = chance.choice(
                    [
                        b"\0",
                        b"&x;",
                        b"<!DOCTYPE a>",
                        b'"',
                        b"=1+1",
                        b"\xff\xfe",
                        b"item 2;",
                        b"</c>",
                    ]
                )
            case _:
                spoiling[at : at + length] = chance.randbytes(length)
        if not spoiling:
            break
    return bytes(spoiling)


def tried(number: int) -> tuple[Wording | None, tuple[str, ...]]:
    """One spoilt table: CSV, a workbook's bytes, or a workbook with one part spoilt."""
    chance = random.Random(number)
    if number % 3 == 0:
        return wording_in(spoilt(CSV, chance), FORM, "nb")
    if number % 3 == 1:
        return wording_in(spoilt(WORKBOOK, chance), FORM, "nb")
    name = chance.choice(sorted(PARTS))
    return wording_in(packed(PARTS | {name: spoilt(PARTS[name], chance)}), FORM, "nb")


CSV = csv_written(rows_of(FORM, "nb", unfinished(WORDING)))
WORKBOOK = b""
PARTS: dict[str, bytes] = {}


@pytest.fixture
def made(template: Path) -> None:
    global WORKBOOK, PARTS
    WORKBOOK, PARTS = template.read_bytes(), parts_of(template.read_bytes())


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    "tries", [300, pytest.param(10_000, marks=pytest.mark.slow)], ids=["300", "10000"]
)
def test_spoilt_table_comes_in_whole_or_gives_a_sentence(tries: int) -> None:
    whole = 0
    for number in range(tries):
        wording, problems = tried(number)
        assert (wording is None) == bool(problems), number
        assert all(one.strip() for one in problems)
        if wording is not None:
            whole += 1
            assert set(wording.items) == {item.id for item in FORM.items}
            assert all(text.text.strip() for text in wording.items.values())
    assert 0 < whole < tries
