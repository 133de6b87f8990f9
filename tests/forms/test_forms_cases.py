"""Golden cases fail when the scoring, or the case, is wrong in any of what they state."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nurseapp.forms.cases import run_cases
from nurseapp.forms.library import Library, load_library

WRONG = [
    (("complete = true", "complete = false"), "complete: ventet False, fikk True"),
    (("score = 8", "score = 7"), "score: ventet 7, fikk 8"),
    (("score = 8", ""), "score: ventet None, fikk 8"),
    (("lowest = 5", "lowest = 4"), "lowest: ventet 4, fikk 5"),
    (("highest = 7", "highest = 8"), "highest: ventet 8, fikk 7"),
    (("highest = 7", ""), "highest: ventet None, fikk 7"),
    (("flags = [4]", ""), "flags: ventet (), fikk (4,)"),
    (("flags = [4]", "flags = [4]\ncannot_exclude = [4]"), "cannot_exclude: ventet (4,), fikk ()"),
    (('critical = ["2"]', ""), "critical: ventet (), fikk ('2',)"),
    (('role = "mother"', 'role = "pregnant"'), "flags: ventet (4,), fikk ()"),
    (('role = "mother"', 'role = "mother"\nscale = "other"'), "«scale» må nevne"),
    (('2 = "yes"', '2 = "maybe"'), "svaret «maybe» finnes ikke i spørsmål 2"),
    (('role = "mother"', 'role = "aunt"'), "bare stå"),
    (("why =", "because ="), "Ukjent nøkkel"),
    (("[[cases]]", "[[cases"), "ikke gyldig TOML"),
]


def _said(folder: Path) -> list[str]:
    results = run_cases(load_library(folder).form("three-questions"))
    return [said for result in results if not result.passed for said in result.differences]


def test_golden_cases_pass(write_form: Callable[..., Path], golden: str) -> None:
    results = run_cases(load_library(write_form(cases=golden)).form("three-questions"))
    assert [result.name for result in results] == [
        "most of everything",
        "the third is not asked",
        "one lacks",
    ]
    assert all(result.passed for result in results)


@pytest.mark.parametrize(("change", "sentence"), WRONG)
def test_golden_case_that_states_something_else_fails(
    write_form: Callable[..., Path], golden: str, change: tuple[str, str], sentence: str
) -> None:
    old, new = change
    assert old in golden
    said = _said(write_form(cases=golden.replace(old, new, 1)))
    assert said
    assert any(sentence in one for one in said), said


def test_golden_cases_fail_when_a_point_in_the_form_is_wrong(
    write_form: Callable[..., Path], golden: str
) -> None:
    assert _said(write_form(("points = [3, 2, 1, 0]", "points = [0, 1, 2, 3]"), cases=golden))


def test_form_without_golden_cases_has_no_results(write_form: Callable[..., Path]) -> None:
    assert run_cases(load_library(write_form()).form("three-questions")) == ()


def test_golden_cases_of_the_shipped_forms_pass(shipped: Library) -> None:
    for loaded in shipped.forms:
        for result in run_cases(loaded):
            assert result.passed, (loaded.form.id, result.name, result.differences)
