"""Golden cases stand at every edge a form has, on both sides of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from trial_edges import Table, read, untouched

from nurseapp.base.paths import forms_folder

FOLDERS = sorted(one for one in forms_folder().iterdir() if one.is_dir())


def _files(folder: Path) -> tuple[Table, Table]:
    return read(folder / "form.toml"), read(folder / "cases.toml")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_golden_cases_touch_every_edge_of_the_form(folder: Path) -> None:
    assert [*untouched(*_files(folder))] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_golden_cases_say_where_they_come_from(folder: Path) -> None:
    _, file = _files(folder)
    assert all(case["why"].strip() for case in file["cases"])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_numbers_in_a_licensed_table_of_golden_cases_are_called_invented(folder: Path) -> None:
    text = (folder / "cases.toml").read_text(encoding="utf-8")
    assert "[[values." not in text or "INVENTED" in text.split("[[values.", 1)[0]


def _score(*scores: float, scale: str = "") -> Callable[[Table], bool]:
    def held(case: Table) -> bool:
        expect = case["expect"]
        return (expect["scales"].get(scale, {}) if scale else expect).get("score") in scores

    return held


def _any(case: Table) -> bool:
    return True


def _lacking(case: Table) -> bool:
    return not case["expect"]["complete"]


GONE: list[tuple[str, Callable[[Table], bool], str]] = [
    ("epds", _any, "no sheet with complete = True"),
    ("epds", _score(10), "total >= 10 {'role': 'mother'}: no sheet just reaches it, 10"),
    ("epds", _score(9), "total >= 10 {'role': 'father'}: no sheet is just short of it, 9"),
    ("epds", _score(11), "total >= 11 {'role': 'pregnant'}: no sheet just reaches it, 11"),
    ("epds", lambda case: case["answers"].get("10") == "c", "item 10: no sheet with its mildest"),
    ("epds", _lacking, "total: no sheet with 1 missing and scored = False"),
    ("epds", _score(21), "total: no sheet at the top"),
    ("epds", _score(9), "total: no sheet at the bottom"),
    ("epds", _score(0), "total: no sheet with the least points"),
    ("epds", _score(30), "total: no sheet with the most points"),
    ("phq-9", lambda case: case["answers"].get("9") == "a", "item 9: no sheet with an answer that"),
    ("who-5", _score(48, scale="index"), "index <= 50 {}: no sheet just reaches it, 48"),
    ("who-5", _score(52, scale="index"), "index <= 50 {}: no sheet is just short of it, 52"),
    (
        "tweak-auditc",
        _score(1, scale="pregnant"),
        "pregnant > 0 {'role': 'pregnant'}: no sheet just r",
    ),
    ("asq-3", _score(20, scale="communication"), "communication < 22.5 {'age': '12'}: no sheet j"),
    ("asq-3", _score(25, scale="communication"), "no sheet is just short of it, 25"),
    ("asq-3", _score(30, scale="communication"), "no sheet is just in its zone, 30"),
    ("asq-3", _score(35, scale="communication"), "no sheet is just outside its zone, 35"),
    ("asq-3", lambda case: "any_of" in case["expect"], "any-area: no sheet with reached = True"),
    ("asq-3", _score(37.5, 22.5, 15, 30, scale="communication"), "no sheet with 2 missing and sco"),
    ("asq-se-2", _lacking, "total: no sheet with 3 missing and scored = True"),
    ("asq-se-2", _score(35), "no sheet is just short of it, 35"),
    ("m-chat-rf", _score(2, scale="risk"), "risk: no sheet at 2 with stage_two = False"),
    ("m-chat-rf", _score(3, scale="risk"), "risk: no sheet at 3 with stage_two = True"),
    ("m-chat-rf", _score(7, scale="risk"), "risk: no sheet at 7 with stage_two = True"),
    ("m-chat-rf", _score(8, scale="risk"), "risk: no sheet at 8 with stage_two = False"),
    ("m-chat-rf", _score(2, scale="follow-up"), "follow-up >= 2 {}: no sheet just reaches it, 2"),
    ("sdq-2-4", lambda case: case.get("child_sex") == "boy", "total >= 14 {'sex': 'boy'}: no shee"),
    ("sdq-2-4", lambda case: "child_sex" not in case, "total >= 12 {}: no sheet just reaches it"),
    ("sdq-2-4", _lacking, "peer: no sheet with 2 missing and scored = True"),
]


@pytest.mark.parametrize(("form", "gone", "sentence"), GONE, ids=[one[2][:40] for one in GONE])
def test_golden_cases_without_an_edge_are_found_wanting(
    form: str, gone: Callable[[Table], bool], sentence: str
) -> None:
    table, file = _files(forms_folder() / form)
    kept = [case for case in file["cases"] if not gone(case)]
    assert len(kept) < len(file["cases"])
    said = [*untouched(table, file | {"cases": kept})]
    assert any(sentence in one for one in said), said


def test_form_without_golden_cases_is_found_wanting() -> None:
    table, _ = _files(forms_folder() / "epds")
    assert "no sheet with complete = True" in [*untouched(table, {})]
