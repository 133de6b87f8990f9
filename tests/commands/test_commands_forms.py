"""`score`, `forms list` and `forms check`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from command_line import Shell, one_sentence
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nurseapp.base.paths import forms_folder

pytest_plugins = ("command_fixtures",)

# EPDS by its printed key: 1, 2 and 4 count 0-1-2-3 from the top, the others 3-2-1-0.
UPWARDS = ("1", "2", "4")
ITEMS = tuple(str(number) for number in range(1, 11))


def points(item: str, option: str) -> int:
    place = "abcd".index(option)
    return place if item in UPWARDS else 3 - place


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "svar.json"


def write(sheet: Path, answers: Mapping[str, str]) -> Path:
    sheet.write_text(json.dumps(answers), encoding="utf-8")
    return sheet


def assert_shape(outcome: dict[str, Any]) -> None:
    assert list(outcome) == [
        "form", "version", "sha256", "complete", "missing", "scales", "critical"
    ]  # fmt: skip
    assert list(outcome["scales"]) == ["total"]
    assert list(outcome["scales"]["total"]) == ["score", "lowest", "highest", "flags"]
    assert len(bytes.fromhex(outcome["sha256"])) == 32


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=st.dictionaries(st.sampled_from(ITEMS), st.sampled_from("abcd")))
def test_score_is_what_the_printed_key_gives(
    shell: Shell, sheet: Path, answers: dict[str, str]
) -> None:
    ended = shell("score", "epds", write(sheet, answers))
    assert (ended.code, ended.err) == (0, "")
    outcome = json.loads(ended.out)
    assert_shape(outcome)
    known = sum(points(item, option) for item, option in answers.items())
    missing = [item for item in ITEMS if item not in answers]
    scale = outcome["scales"]["total"]
    assert outcome["missing"] == missing
    assert outcome["complete"] is (not missing)
    assert scale["score"] == (None if missing else known)
    assert (scale["lowest"], scale["highest"]) == (known, known + 3 * len(missing))
    assert outcome["critical"] == (["10"] if answers.get("10", "d") != "d" else [])


def test_score_of_a_full_sheet_has_its_cut_off_with_the_source(shell: Shell, sheet: Path) -> None:
    ended = shell("score", "epds", write(sheet, dict.fromkeys(ITEMS, "c")))
    (flag,) = json.loads(ended.out)["scales"]["total"]["flags"]
    assert json.loads(ended.out)["scales"]["total"]["score"] == 3 * 2 + 7 * 1
    assert flag["cut_off"] == 10
    assert flag["source"] == "Eberhard-Gran 2001"
    assert flag["reached"] == "yes"


@pytest.mark.parametrize("role", ["mother", "father", "pregnant"])
def test_score_is_the_same_for_every_role_and_the_cut_off_is_the_roles_own(
    shell: Shell, sheet: Path, role: str
) -> None:
    ended = shell("score", "epds", write(sheet, dict.fromkeys(ITEMS, "b")), "--role", role)
    scale = json.loads(ended.out)["scales"]["total"]
    assert scale["score"] == 3 * 1 + 7 * 2
    assert scale["flags"]
    assert all(role in flag["id"] for flag in scale["flags"])


def test_score_of_another_carer_is_held_against_no_cut_off(shell: Shell, sheet: Path) -> None:
    answers = write(sheet, dict.fromkeys(ITEMS, "b"))
    ended = shell("score", "epds", answers, "--role", "other_carer")
    scale = json.loads(ended.out)["scales"]["total"]
    assert scale["score"] == 3 * 1 + 7 * 2
    assert scale["flags"] == []


def test_score_of_an_unknown_form_says_so(shell: Shell, sheet: Path) -> None:
    ended = shell("score", "finnes-ikke", write(sheet, {}))
    assert (ended.code, ended.out) == (66, "")
    assert one_sentence(ended.err, "Skjemaet finnes-ikke finnes ikke.")


def test_score_of_a_sheet_that_is_not_there_says_so(shell: Shell, tmp_path: Path) -> None:
    ended = shell("score", "epds", tmp_path / "borte.json")
    assert (ended.code, ended.out) == (66, "")
    assert one_sentence(ended.err, "borte.json")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b'"a"', b'{"1": 1}', b'{"1": null}', b'{"1": "e"}',
        b'{"11": "a"}', b'{"1": "a", "1": "b"}', b'{"1": NaN}', b'{"1": ["a"]}', b"\xff\xfe{}",
        b'{"1": "A"}', b'{"1": "a "}', b'{"": "a"}', b'{"1": "a"} x', b"[" * 100_000,
        b'{"1": ' + b"9" * 5000 + b"}", b'{"1": "' + b"a" * 70_000 + b'"}',
        b'{"1\\u202e": "a"}', b'{"1\\u0000": "a"}',
    ],
)  # fmt: skip
def test_score_of_a_sheet_that_is_none_says_what_is_wrong(
    shell: Shell, sheet: Path, content: bytes
) -> None:
    sheet.write_bytes(content)
    ended = shell("score", "epds", sheet)
    assert (ended.code, ended.out) == (65, "")
    assert ended.err.startswith("Svararket kan ikke brukes: ")
    assert one_sentence(ended.err)
    assert len(ended.err) < 300
    assert all(sign.isprintable() or sign == "\n" for sign in ended.err)


def test_forms_list_has_a_line_for_each_form(shell: Shell) -> None:
    ended = shell("forms", "list")
    assert (ended.code, ended.err) == (0, "")
    lines = {line.split()[0]: line for line in ended.out.splitlines()}
    folders = {place.name for place in forms_folder().iterdir() if place.is_dir()}
    families = {"asq-2-nb", "asq-3", "asq-se", "asq-se-2"}
    assert folders - families <= set(lines)
    assert {"asq-3-2", "asq-3-60", "asq-2-nb-4", "asq-se-6", "asq-se-2-60"} <= set(lines)
    assert not families & set(lines)
    assert "nb (training)" in lines["epds"]
    assert "v1" in lines["epds"]


def test_forms_check_finds_nothing_wrong_with_what_is_shipped(shell: Shell) -> None:
    ended = shell("forms", "check")
    assert (ended.code, ended.out, ended.err) == (0, "Ingen feil i skjemaene.\n", "")


def test_forms_check_prints_every_problem_with_its_file(shell: Shell, tmp_path: Path) -> None:
    pack = Path(shutil.copytree(forms_folder(), tmp_path / "forms"))
    form, cases = pack / "epds" / "form.toml", pack / "epds" / "cases.toml"
    form.write_text(form.read_text().replace('layout = "page"\n', 'layout = "spiral"\n', 1))
    phq = pack / "phq-9" / "cases.toml"
    phq.write_text(phq.read_text().replace("score = ", "score = 1", 1))
    (pack / "phq-9" / "training.xx.toml").write_text("form = ")
    cases.write_text("[[cases]\n")
    ended = shell("forms", "check", pack)
    assert ended.code == 1
    *lines, count = ended.out.splitlines()
    assert count == f"{len(lines)} feil."
    for file in ("epds/form.toml: layout: ", "phq-9/cases.toml: cases[#1]", "phq-9/training.xx"):
        assert [line for line in lines if line.startswith(file)], (file, lines)
    assert one_sentence(ended.out)


def test_forms_check_of_one_form_alone_and_of_an_empty_folder(shell: Shell, tmp_path: Path) -> None:
    assert shell("forms", "check", forms_folder() / "epds").code == 0
    assert shell("forms", "check", tmp_path).code == 1


def test_forms_check_of_a_folder_that_is_not_there_says_so(shell: Shell, tmp_path: Path) -> None:
    ended = shell("forms", "check", tmp_path / "borte")
    assert (ended.code, ended.out) == (66, "")
    assert one_sentence(ended.err, "borte")
