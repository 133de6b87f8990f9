"""Everything that can be said about forms before anybody uses them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from nurseapp.base.text import _
from nurseapp.forms.cases import read_cases, run_case
from nurseapp.forms.library import CASES_FILE, FORM_FILE, LoadedForm, load_form, load_library
from nurseapp.forms.lock import LOCK_FILE, read_lock
from nurseapp.forms.problem import Problem


def check(path: Path) -> tuple[Problem, ...]:
    """All problems of a folder of forms, or of one form's folder, its golden cases run too."""
    forms: tuple[LoadedForm, ...]
    if (path / FORM_FILE).is_file():
        folder = path.resolve()
        lock, _flaws = read_lock(folder.parent / LOCK_FILE)
        loaded, problems = load_form(folder, lock)
        forms = (loaded,) if loaded else ()
    else:
        library = load_library(path)
        forms, problems = library.forms, library.problems
        if not forms and not problems:
            says = _("Mappen har ingen skjemaer.")
            problems = (Problem(file="", path="", sentence=says),)
    return (*problems, *_case_problems(forms))


def _case_problems(forms: Iterable[LoadedForm]) -> Iterator[Problem]:
    for loaded in forms:
        file = f"{loaded.form.id}/{CASES_FILE}"
        cases, flaws = read_cases(loaded)
        for place, sentence in flaws:
            yield Problem(file=file, path=place, sentence=sentence)
        if not cases and not flaws:
            yield Problem(file=file, path="", sentence=_("Skjemaet har ingen prøvesvar."))
        for number, case in enumerate(cases):
            for difference in run_case(loaded, case).differences:
                place = f"cases[#{number + 1}]"
                says = _("«{name}»: {difference}").format(name=case.name, difference=difference)
                yield Problem(file=file, path=place, sentence=says)
