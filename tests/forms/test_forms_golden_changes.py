"""Golden cases notice it when anything in a form that decides a result is changed."""

from dataclasses import replace
from pathlib import Path

import pytest
from trial_changes import Table, changes
from trial_edges import read

from nurseapp.base.paths import forms_folder
from nurseapp.forms.cases import run_cases
from nurseapp.forms.loaded import loaded_from

QUICK = ("adbb", "phq-2", "tweak", "who-5")
OTHERS = sorted(
    one.name for one in forms_folder().iterdir() if one.is_dir() and one.name not in QUICK
)


def _notice(folder: Path, changed: Table, ages: set[str | None]) -> bool:
    """Whether the form no longer holds, or one of its golden cases says so."""
    forms, flaws = loaded_from(changed)
    tried = (form for form in forms if form.form.age_form in ages or None in ages)
    return bool(flaws) or any(
        not result.passed for form in tried for result in run_cases(replace(form, folder=folder))
    )


def _unnoticed(form: str) -> list[str]:
    folder = forms_folder() / form
    table = read(folder / "form.toml")
    ages = {case.get("age_form") for case in read(folder / "cases.toml")["cases"]}
    assert not _notice(folder, table, ages)
    return [what for what, changed in changes(table) if not _notice(folder, changed, ages)]


@pytest.mark.parametrize("form", QUICK)
def test_golden_cases_notice_every_change_of_a_short_form(form: str) -> None:
    assert _unnoticed(form) == []


@pytest.mark.slow
@pytest.mark.parametrize("form", OTHERS)
def test_golden_cases_notice_every_change_of_a_form(form: str) -> None:
    assert _unnoticed(form) == []
