"""`score`, `forms list` and `forms check`: what IT and checks ask about forms."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from nurseapp import exit_codes
from nurseapp.base.errors import UnreadableError
from nurseapp.base.paths import forms_folder
from nurseapp.base.text import _, plural
from nurseapp.forms.check import check
from nurseapp.forms.library import load_library
from nurseapp.forms.report import listing, score_as_json
from nurseapp.forms.sheet_file import read_answers

if TYPE_CHECKING:
    from nurseapp.forms.vocabulary import Role


def score(form: str, answers: Path, role: Role) -> int:
    """Prints the outcome of one sheet as JSON; raises UnknownFormError and AnswersError."""
    loaded = load_library(forms_folder()).form(form)
    outcome = score_as_json(loaded, read_answers(answers), role)
    sys.stdout.write(json.dumps(outcome, ensure_ascii=False, indent=2) + "\n")
    return exit_codes.DONE


def list_forms() -> int:
    """Prints one line for each form: id, version, name, wording, and whether it is released."""
    for line in listing(load_library(forms_folder())):
        version = _("feil i skjemaet") if line.version is None else f"v{line.version}"
        state = _("utgitt") if line.released else _("ikke utgitt")
        words = ", ".join(line.wordings) or _("uten tekst")
        sys.stdout.write(f"{line.id:<18} {version:<5} {line.name:<16} {state:<11} {words}\n")
    return exit_codes.DONE


def check_forms(path: Path | None) -> int:
    """Prints every problem of every form with its file and place; 1 if there is any."""
    folder = path or forms_folder()
    if not folder.is_dir():
        raise UnreadableError(file=folder)
    problems = check(folder)
    for problem in problems:
        sys.stdout.write(f"{problem.file}: {problem.path}: {problem.sentence}\n")
    if problems:
        sys.stdout.write(plural("{count} feil.", "{count} feil.", len(problems)) + "\n")
        return exit_codes.PROBLEMS_FOUND
    sys.stdout.write(_("Ingen feil i skjemaene.") + "\n")
    return exit_codes.DONE
