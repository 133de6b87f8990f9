"""What the installation has read is used only for files that are as they were then."""

import runpy
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from nurseapp.base.paths import forms_folder
from nurseapp.forms import ready_tables
from nurseapp.forms.check import check
from nurseapp.forms.library import load_library
from nurseapp.forms.release import release

_BUILD = Path(__file__).parents[2] / "resources" / "build_tables.py"


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for the tables of a library that is installed in a test."""
    file = tmp_path / "tables.json"
    monkeypatch.setattr(ready_tables, "TABLES_FILE", file)
    return file


def _install(folder: Path, tables: Path) -> None:
    runpy.run_path(str(_BUILD))["build_tables"](folder, tables)
    ready_tables._tables.cache_clear()


def _tampered(tables: Path, old: str, new: str) -> None:
    text = tables.read_text(encoding="utf-8")
    assert old in text
    tables.write_text(text.replace(old, new), encoding="utf-8")
    ready_tables._tables.cache_clear()


def test_installed_forms_are_the_forms_of_the_folder(tables: Path) -> None:
    _install(forms_folder(), tables)
    ready = load_library(forms_folder())
    assert ready == load_library(forms_folder(), ready=False)
    assert len(msgspec.json.decode(tables.read_bytes())) > 70


def test_installed_form_is_not_read_again(write_form: Callable[..., Path], tables: Path) -> None:
    folder = write_form()
    _install(folder, tables)
    _tampered(tables, "Author 2001", "Author 1999")
    (scale,) = load_library(folder).form("three-questions").form.scales
    assert scale.cut_offs[0].source == "Author 1999"


def test_form_that_changed_since_the_installation_is_read_anew(
    write_form: Callable[..., Path], tables: Path
) -> None:
    _install(write_form(), tables)
    folder = write_form(("value = 4", "value = 5"), wording=(('"Har du sovet?"', '"Sov du?"'),))
    loaded = load_library(folder).form("three-questions")
    assert loaded.form.scales[0].cut_offs[0].value == 5
    assert loaded.wordings[0].items["1"].text == "Sov du?"


def test_released_form_is_held_against_its_lock_all_the_same(
    write_form: Callable[..., Path], golden: str, tables: Path
) -> None:
    folder = write_form(cases=golden)
    release(folder)
    _install(folder, tables)
    assert load_library(folder).problems == ()
    _tampered(tables, '"value":4', '"value":3')
    library = load_library(folder)
    assert [(one.file, one.path) for one in library.problems] == [
        ("three-questions/form.toml", "version")
    ]
    assert library.forms == ()


def test_check_reads_the_files_themselves(
    write_form: Callable[..., Path], golden: str, tables: Path
) -> None:
    folder = write_form(cases=golden)
    _install(folder, tables)
    _tampered(tables, '"minutes":1', '"minutes":0')
    assert load_library(folder).forms == ()
    assert check(folder) == ()
    assert check(folder / "three-questions") == ()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"a": 1', b"\xff"])
def test_tables_that_are_broken_are_as_good_as_none(
    write_form: Callable[..., Path], tables: Path, content: bytes
) -> None:
    folder = write_form()
    tables.write_bytes(content)
    ready_tables._tables.cache_clear()
    assert load_library(folder) == load_library(folder, ready=False)


def test_tables_hold_no_golden_cases(
    write_form: Callable[..., Path], golden: str, tables: Path
) -> None:
    _install(write_form(cases=golden), tables)
    assert "most of everything" not in tables.read_text(encoding="utf-8")
