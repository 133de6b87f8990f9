"""Golden cases fail when the scoring, or the case, is wrong in any of what they state."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from nurseapp.forms.cases import run_cases
from nurseapp.forms.check import check
from nurseapp.forms.library import LoadedForm, load_library
from nurseapp.forms.licensed import LicensedValues

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


FAMILY = """
id = "fam"
version = 1
name = "Fam"
full_name = "Family"
topic = "development"
subject = "child"
answered_by = ["mother"]
layout = "page"
minutes = 1
licensed = ["cut_offs", "key"]
age_forms = [
    { id = "6", window = { from = { months = 6 }, to = { months = 6, days = 30 }, verified = true } },
    { id = "7", window = { from = { months = 7 }, to = { months = 7, days = 30 }, verified = true } },
]
any_of = [{ id = "any-area", name = { nb = "x" }, scales = ["one", "two"] }]

[about]
purpose = { nb = "x" }
evidence = { nb = "x" }
rights = { holder = "x", wording = "own", print_blank = true, note = { nb = "x" } }

[[items]]
id = "1"
topic = { nb = "x" }
options = [{ id = "a" }, { id = "b" }]
[[items]]
id = "2"
topic = { nb = "x" }
options = [{ id = "a" }, { id = "b" }]

[[scales]]
id = "one"
name = { nb = "x" }
kind = "mean"
items = ["1"]
missing = "refuse"
concern = "high"
[[scales]]
id = "two"
name = { nb = "x" }
kind = "sum"
items = ["2"]
missing = "refuse"
concern = "high"
"""

FAMILY_CASES = """
[[values.cut_offs]]
scale = "one"
age_form = "7"
value = 5
monitoring = 2.5
[values.keys.6]
1 = [0, 1]
2 = [0, 1]
[values.keys.7]
1 = [2.5, 5]
2 = [0, 5]

[[cases]]
name = "of six"
why = "the key of six"
age_form = "6"
answers = { 1 = "b", 2 = "a" }
[cases.expect]
complete = true
[cases.expect.scales.one]
score = 1
[cases.expect.scales.two]
score = 0

[[cases]]
name = "of seven"
why = "the key of seven"
age_form = "7"
child_months = 7
child_sex = "girl"
answers = { 1 = "b", 2 = "b" }
[cases.expect]
complete = true
any_of = ["any-area"]
[cases.expect.scales.one]
score = 5
flags = [5]

[[cases]]
name = "of every age"
why = "one lacks"
answers = { 1 = "a" }
[cases.expect]
complete = false
[cases.expect.scales.two]
lowest = 0
"""


@pytest.fixture
def family(tmp_path: Path) -> Callable[..., Path]:
    """Writes a family's folder with its cases; each change is (old text, new text)."""

    def write(*changes: tuple[str, str]) -> Path:
        folder = tmp_path / "library" / "fam"
        folder.mkdir(parents=True, exist_ok=True)
        cases = FAMILY_CASES.replace("2.5, 5", "2, 5").replace(
            "lowest = 0", "lowest = 0\nhighest = 1"
        )
        for old, new in changes:
            assert old in cases
            cases = cases.replace(old, new, 1)
        (folder / "form.toml").write_text(FAMILY, encoding="utf-8")
        (folder / "cases.toml").write_text(cases, encoding="utf-8")
        (folder / "SOURCE.md").write_text("# Fam\n", encoding="utf-8")
        return folder.parent

    return write


def _names(folder: Path, form: str) -> list[tuple[str, bool]]:
    results = run_cases(load_library(folder).form(form))
    return [(result.name, result.passed) for result in results]


def test_golden_cases_of_a_family_are_run_for_their_own_age_form(
    family: Callable[..., Path],
) -> None:
    folder = family()
    assert _names(folder, "fam-6") == [("of six", True), ("of every age", True)]
    assert _names(folder, "fam-7") == [("of seven", True), ("of every age", False)]


def test_check_names_a_familys_failed_case_once_for_each_age_form(
    family: Callable[..., Path],
) -> None:
    found = [(one.file, one.path, one.sentence) for one in check(family())]
    assert found == [
        (
            "fam/cases.toml",
            "cases[#3]",
            "«of every age»: two: highest: ventet 1, fikk 5.",
        )
    ]


FAMILY_WRONG = [
    (('any_of = ["any-area"]', ""), "any_of: ventet (), fikk ('any-area',)"),
    (("flags = [5]", "monitoring = [5]"), "one: monitoring: ventet (5,), fikk ()"),
    (("flags = [5]", ""), "one: flags: ventet (), fikk (5,)"),
    (("score = 5\n", "score = 4.5\n"), "one: score: ventet 4.5, fikk 5"),
    (("scales.one]\nscore = 5", "scales.six]\nscore = 5"), "six: skalaen er ikke skåret"),
    (('any_of = ["any-area"]', 'any_of = ["any-area"]\nstage_two = true'),
     "stage_two: ventet True, fikk False"),
    (("[cases.expect.scales.one]\nscore = 5\nflags = [5]", ""), "«scale» må nevne"),
    (('age_form = "7"\nvalue', 'age_form = "8"\nvalue'), "values.cut_offs[#1].age_form"),
    (("2 = [0, 5]", "2 = [0]"), "values.keys.7.2: Spørsmålet har 2 svar"),
    (('age_form = "7"\nchild', 'age_form = "9"\nchild'), "Aldersformen «9» finnes ikke"),
    (('"of seven"', '"of six"'), "«of six» står to ganger"),
    (('child_sex = "girl"', 'child_sex = "x"'), "bare stå: boy, girl"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "sentence"), FAMILY_WRONG)
def test_golden_case_of_a_family_that_states_something_else_fails(
    family: Callable[..., Path], change: tuple[str, str], sentence: str
) -> None:
    said = [str(one) for one in check(family(change))]
    assert any(sentence in one for one in said), said


def test_golden_cases_are_run_with_the_invented_table_and_never_the_clinics(
    family: Callable[..., Path],
) -> None:
    loaded = load_library(family()).form("fam-6")
    clinics = LicensedValues(
        form="fam", version=1, source="x", keys={"6": {"1": (0, 100), "2": (0, 100)}}
    )
    assert run_cases(loaded.with_values(clinics)) == run_cases(loaded)


def test_form_kept_elsewhere_has_no_golden_cases(three: LoadedForm) -> None:
    assert run_cases(replace(three, folder=None)) == ()
