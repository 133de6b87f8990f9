"""`forms import` and `forms export`: questionnaires to and from FHIR R4 files."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from nurseapp import exit_codes
from nurseapp.base.disk import disk_error, replace_file
from nurseapp.base.errors import (
    FhirError,
    FormFolderExistsError,
    FormNotUsableError,
    FormProblemsError,
    UnreadableError,
)
from nurseapp.base.paths import forms_folder
from nurseapp.base.text import _
from nurseapp.exchange.bare_table import bare_table
from nurseapp.exchange.fhir.json_reading import MOST_BYTES, Table, written_json
from nurseapp.exchange.fhir.questionnaire_export import questionnaire
from nurseapp.exchange.fhir.questionnaire_import import ImportReport, read_questionnaire
from nurseapp.exchange.fhir.small_words import language_of
from nurseapp.exchange.toml_writing import written_toml
from nurseapp.forms.library import FORM_FILE, SOURCE_FILE, LoadedForm, load_form, load_library
from nurseapp.forms.lock import Lock
from nurseapp.forms.model import Form

KEPT_FILE: Final = "fhir.json"


def import_form(file: Path, out: Path | None, *, dry_run: bool, language: str, add_up: bool) -> int:
    """Says what would come in and what not, and writes a form's folder unless `dry_run`.

    1 with every reason if the file cannot be used. Raises UnreadableError, DiskError,
    FormFolderExistsError; then nothing is written.
    """
    unsaid = language_of(language)
    if not unsaid:
        raise FhirError(why=_("«{language}» er ikke et språk").format(language=language[:40]))
    report = read_questionnaire(read_bounded(file), language=unsaid, add_up=add_up)
    say(_lines(report))
    if report.form is None:
        return exit_codes.PROBLEMS_FOUND
    if report.form.family is not None and not dry_run:
        says = _("den er én alder av et skjema som programmet har fra før")
        raise FhirError(why=says)
    if dry_run:
        say([_("Filen kan brukes. Ingenting er skrevet.")])
        return exit_codes.DONE
    folder = _write(report, report.form, file.name, out or Path())
    say(
        [
            _("Skrevet til {folder}.").format(folder=folder),
            _("Til en stasjon: hent inn den samme filen under Skjema i vinduet."),
        ]
    )
    return exit_codes.DONE


def export_form(name: str, out: Path, *, training: bool) -> int:
    """Writes a form as a Questionnaire, with its real words, or its practice words if told to.

    `name` is a form of the program's, or a form's folder; what lies in it of a FHIR file comes
    out again. Raises UnknownFormError, FormNotUsableError, FormFolderExistsError, DiskError.
    """
    loaded, kept = loaded_form(name)
    wordings = loaded.practice_wordings() if training else loaded.real_wordings()
    table = questionnaire(loaded, wordings, kept)
    write_new(out, formatted(table))
    languages = ", ".join(wording.language for wording in wordings)
    say(
        [
            _("Skrevet til {file}.").format(file=out),
            _("Språk: {languages}.").format(languages=languages)
            if languages
            else _("Uten tekst: programmet har ingen tekst til dette skjemaet."),
        ]
    )
    return exit_codes.DONE


def write_new(file: Path, data: bytes) -> None:
    """Puts a new file in place, whole; raises FormFolderExistsError and DiskError."""
    if file.exists():
        raise FormFolderExistsError(folder=file)
    if not file.absolute().parent.is_dir():
        raise UnreadableError(file=file.parent)
    replace_file(file, data)


def formatted(table: Table) -> bytes:
    """The JSON with a line for each value."""
    return msgspec.json.format(written_json(table).encode(), indent=2) + b"\n"


def loaded_form(name: str) -> tuple[LoadedForm, str]:
    """A form of the program's or a form's folder, and what is kept of the file it came from."""
    folder = Path(name)
    if (folder / FORM_FILE).is_file():
        loaded, problems = load_form(folder.resolve(), Lock(), ready=False)
        if len(loaded) != 1 or problems:
            raise FormProblemsError(problems="\n".join(map(str, problems)))
        kept = folder / KEPT_FILE
        return loaded[0], read_bounded(kept).decode("utf-8", "replace") if kept.is_file() else ""
    library = load_library(forms_folder())
    ages = library.family(name)
    if ages:
        names = ", ".join(one.form.id for one in ages)
        why = _("det har et skjema for hver alder: {names}").format(names=names)
        raise FormNotUsableError(form=name, why=why)
    return library.form(name), ""


def read_bounded(file: Path) -> bytes:
    """The file's content, cut just beyond what is read; raises UnreadableError."""
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableError(file=file) from error


def say(lines: Iterable[str]) -> None:
    """Prints lines without signs that could steer a terminal."""
    for line in lines:
        sys.stdout.write(_printable(line) + "\n")


def _lines(report: ImportReport) -> Iterator[str]:
    for problem in report.problems:
        yield _("Kan ikke brukes: {problem}").format(problem=problem)
    if report.form is not None:
        yield from _form_lines(report, report.form)
    if report.left_out:
        yield _("Kommer ikke med slik det står i filen:")
    for one in report.left_out:
        place = one.link_id[:60] or _("hele skjemaet")
        yield f"  {place}: {one.what}: {one.why}"


def _form_lines(report: ImportReport, form: Form) -> Iterator[str]:
    asking = sum(item.kind != "information" for item in form.items)
    yield f"{form.id}: {form.name}"
    yield _("Spørsmål: {questions}. Tekster imellom: {texts}.").format(
        questions=asking, texts=len(form.items) - asking
    )
    languages = ", ".join(wording.language for wording in report.wordings)
    yield _("Språk: {languages}.").format(languages=languages)
    for scale in form.scales:
        yield _("Skår «{name}»: {items}.").format(name=scale.name.nb, items=", ".join(scale.items))
    if not report.scored:
        yield _("Ingen skår: programmet regner ikke ut noe for dette skjemaet.")
    for sentence in form.about.unverified:
        yield sentence.nb


def _write(report: ImportReport, form: Form, name: str, out: Path) -> Path:
    """The form's folder, whole or not at all."""
    folder = out / form.id
    if folder.exists():
        raise FormFolderExistsError(folder=folder)
    fresh = out / f".{form.id}.new"
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        (fresh / form.id).mkdir(parents=True)
        for file, text in _files(report, form, name):
            (fresh / form.id / file).write_text(text, encoding="utf-8")
        _loaded, problems = load_form(fresh / form.id, Lock(), ready=False)
        if problems:
            raise FormProblemsError(problems="\n".join(map(str, problems)))
        (fresh / form.id).rename(folder)
    except OSError as error:
        raise disk_error(error, out) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return folder


def _files(report: ImportReport, form: Form, name: str) -> Iterator[tuple[str, str]]:
    yield FORM_FILE, written_toml(bare_table(form))
    for wording in report.wordings:
        kind = "training." if wording.training else ""
        yield f"{kind}{wording.language}.toml", written_toml(bare_table(wording))
    yield SOURCE_FILE, _source(form, name)
    yield KEPT_FILE, report.kept + "\n"


def _source(form: Form, name: str) -> str:
    about = form.about
    lines = (
        f"# {form.full_name}",
        _("Hentet inn fra FHIR-filen «{name}». Den ligger i {kept}.").format(
            name=name, kept=KEPT_FILE
        ),
        _("Eier: {holder}").format(holder=about.rights.holder),
        _("Rettigheter: {note}").format(note=about.rights.note.nb),
        *(sentence.nb for sentence in about.unverified),
    )
    return "\n\n".join(_printable(line) for line in lines) + "\n"


def _printable(text: str) -> str:
    """On one line and without signs that could steer a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
