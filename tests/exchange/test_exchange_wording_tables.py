"""A form's texts out to a spreadsheet and back: whole, or a sentence and nothing."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wording_samples import FORM, WORDING, worded

from nurseapp.base.text import speaking
from nurseapp.exchange.wording_table import read_wording_table, wording_in, write_template
from nurseapp.forms.unfinished_wording import unfinished
from nurseapp.forms.wording import Wording
from nurseapp.people.typed import plain_text

SUFFIXES = [".csv", ".xlsx"]

said = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cf")) | st.sampled_from("=+-@'\";,\n"),
    min_size=1,
    max_size=60,
).filter(lambda text: bool(plain_text(text)))


def there_and_back(wording: Wording, path: Path) -> tuple[Wording | None, tuple[str, ...]]:
    write_template(FORM, wording.language, unfinished(wording), path)
    return read_wording_table(path, FORM, wording.language)


def rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))


def csv_of(table: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(table)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def filled(path: Path) -> list[list[str]]:
    write_template(FORM, "nb", unfinished(WORDING), path.with_suffix(".csv"))
    return rows(path.with_suffix(".csv"))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_table_that_goes_out_comes_back_as_it_was(tmp_path: Path, suffix: str) -> None:
    assert there_and_back(WORDING, tmp_path / f"mal{suffix}") == (WORDING, ())


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=30)
@given(title=said, text=said, answer=said)
def test_any_text_comes_back_as_plain_text(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, title: str, text: str, answer: str
) -> None:
    typed = worded(title=title, text=text, answer=answer)
    plain = worded(title=plain_text(title), text=plain_text(text), answer=plain_text(answer))
    path = tmp_path_factory.mktemp("table") / f"mal{suffix}"
    assert there_and_back(typed, path) == (plain, ())


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "كم كوبا نظيف؟"),
        ("ckb", "چەند کوپ پاکە؟"),
        ("ti", "ክንደይ ኩባያ ጽሩይ እዩ?"),
        ("pl", "Ile?"),
    ],
)
def test_table_carries_every_script(tmp_path: Path, suffix: str, language: str, text: str) -> None:
    wording = worded(language=language, text=text, status="interpreted")
    assert there_and_back(wording, tmp_path / f"mal{suffix}") == (wording, ())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_table_made_in_one_language_of_the_interface_is_read_in_another(
    tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"mal{suffix}"
    with speaking("en"):
        write_template(FORM, "nb", unfinished(WORDING), path)
    assert read_wording_table(path, FORM, "nb") == (WORDING, ())


def test_csv_is_what_norwegian_excel_expects(tmp_path: Path) -> None:
    path = tmp_path / "mal.csv"
    write_template(FORM, "nb", unfinished(WORDING), path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert all(len(row) == 4 for row in rows(path))
    by_key = {row[0]: row for row in rows(path)}
    assert by_key["item 1.2 c"][1:] == ["Svar nummer 3 på spørsmål 1.2", "2", "Alle"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_separator_is_understood(tmp_path: Path, separator: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(filled(tmp_path / "mal"))
    assert wording_in(text.getvalue().encode(), FORM, "nb") == (WORDING, ())


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "'=", "''+"])
def test_cell_that_a_spreadsheet_would_reckon_goes_out_as_text(tmp_path: Path, begins: str) -> None:
    wording = worded(text=f"{begins}HYPERLINK(1)")
    path = tmp_path / "mal.csv"
    assert there_and_back(wording, path) == (wording, ())
    assert not [cell for row in rows(path) for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_formula_in_csv_comes_in_as_the_text_it_is(tmp_path: Path) -> None:
    table = filled(tmp_path / "mal")
    table[-1][3] = "=1+1"
    wording, problems = wording_in(csv_of(table), FORM, "nb")
    assert problems == ()
    assert wording is not None
    assert wording.items["5"].text == "=1+1"


def test_answers_that_all_questions_share_are_written_once(tmp_path: Path) -> None:
    table = filled(tmp_path / "mal")
    for row in table:
        if row[0].startswith("item ") and len(row[0].split()) == 3 and "3-4" not in row[0]:
            row[3] = ""
        if row[0].startswith("all "):
            row[3] = {"a": "Ingen", "b": "Noen", "c": "Alle"}[row[0][-1]]
    assert wording_in(csv_of(table), FORM, "nb") == (WORDING, ())


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("form", "kitchen 2", "utgave 3"),
        ("form", "epds 3", "ikke laget for Kjøkkenet"),
        ("language", "nn", "språket «nn»"),
        ("status", "øvingstekst", "«status»"),
        ("status", "", "«status»"),
        ("title", " ", "Tittelen mangler."),
        ("item 2", "", "Teksten til spørsmål 2 mangler."),
        ("item 3-4 b", "", "Spørsmål 3-4: teksten til svar nummer 2 mangler."),
        ("item 2", "x" * 2001, "2000 tegn"),
        ("item 1.2 b", "03.apr", "dato"),
    ],
)
def test_flaw_in_a_table_is_a_sentence_and_nothing_comes_in(
    tmp_path: Path, key: str, text: str, sentence: str
) -> None:
    table = filled(tmp_path / "mal")
    (row,) = [row for row in table if row[0] == key]
    row[3] = text
    wording, problems = wording_in(csv_of(table), FORM, "nb")
    assert wording is None
    assert [one for one in problems if sentence in one], problems


def test_row_that_does_not_belong_is_named(tmp_path: Path) -> None:
    table = filled(tmp_path / "mal")
    for added, sentence in [
        (["item 9", "", "", "Hei"], "«item 9»"),
        (["item 2", "", "", "Hei"], "to ganger"),
        (["", "", "", "Hei"], "nøkkelen i første kolonne mangler"),
    ]:
        wording, problems = wording_in(csv_of([*table, added]), FORM, "nb")
        assert wording is None
        assert [one for one in problems if sentence in one], problems


def test_empty_rows_and_columns_do_not_matter(tmp_path: Path) -> None:
    table = [[*row, "", ""] for row in filled(tmp_path / "mal")]
    assert wording_in(csv_of([*table, [], ["", ""]]), FORM, "nb") == (WORDING, ())


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Tabellen er ikke laget for"),
        ("Nøkkel;Tekst".encode("utf-16"), "CSV UTF-8"),
        ("Nøkkel;æøå".encode("cp1252"), "CSV UTF-8"),
        (b'"form', "anførselstegn"),
        (b"\xd0\xcf\x11\xe0rest", "eldre Excel-format"),
        (b"PK\x03\x04rest", "kan ikke leses"),
        (b"a;b\n" * 600_000, "større enn"),
        (b"a\n" * 100_000, "mange flere rader"),
    ],
)
def test_file_that_is_no_table_is_told_in_a_sentence(data: bytes, sentence: str) -> None:
    wording, problems = wording_in(data, FORM, "nb")
    assert wording is None
    assert [one for one in problems if sentence in one], problems


def test_file_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    assert read_wording_table(tmp_path / "none.csv", FORM, "nb") == (
        None,
        ("Filen kan ikke leses.",),
    )
