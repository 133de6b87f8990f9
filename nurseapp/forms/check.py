"""Everything that can be said about forms before anybody uses them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from nurseapp.base.text import _
from nurseapp.forms.case_file import read_cases
from nurseapp.forms.cases import run_case
from nurseapp.forms.library import CASES_FILE, FORM_FILE, LoadedForm, load_form, load_library
from nurseapp.forms.lock import LOCK_FILE, read_lock
from nurseapp.forms.problem import Flaw, Problem, twice


def check(path: Path) -> tuple[Problem, ...]:
    """All problems of a folder of forms, or of one form's folder, its golden cases run too."""
    forms: tuple[LoadedForm, ...]
    if (path / FORM_FILE).is_file():
        folder = path.resolve()
        lock, _flaws = read_lock(folder.parent / LOCK_FILE)
        forms, problems = load_form(folder, lock, ready=False)
    else:
        library = load_library(path, ready=False)
        forms, problems = library.forms, library.problems
        if not forms and not problems:
            says = _("Mappen har ingen skjemaer.")
            problems = (Problem(file="", path="", sentence=says),)
    return (*problems, *_case_problems(forms))


def _case_problems(forms: Iterable[LoadedForm]) -> Iterator[Problem]:
    for _source, family in groupby(forms, key=lambda loaded: loaded.source.id):
        members = tuple(family)
        for place, sentence in _in_cases(members):
            file = f"{members[0].source.id}/{CASES_FILE}"
            yield Problem(file=file, path=place, sentence=sentence)


def _in_cases(family: tuple[LoadedForm, ...]) -> Iterator[Flaw]:
    """What the golden cases of a form or family say, each told of once."""
    file, flaws = read_cases(family[0])
    yield from flaws
    if not file.cases and not flaws:
        yield Flaw("", _("Skjemaet har ingen prøvesvar."))
    yield from twice("cases", (case.name for case in file.cases))
    values = file.values.of(family[0].source) if file.values else None
    for number, case in enumerate(file.cases):
        members = [one for one in family if case.age_form in {None, one.form.age_form}]
        place = f"cases[#{number + 1}]"
        if not members:
            says = _("Aldersformen «{name}» finnes ikke.").format(name=case.age_form or "")
            yield Flaw(f"{place}.age_form", says)
        for loaded in members:
            for difference in run_case(loaded, case, values).differences:
                says = _("«{name}»: {difference}").format(name=case.name, difference=difference)
                yield Flaw(place, says)
