"""Forms from and to FHIR files: looked at first, then taken in whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nurseapp.base.disk import replace_file
from nurseapp.base.errors import UnreadableError
from nurseapp.base.text import _, language
from nurseapp.clinic.library.form_library import import_form
from nurseapp.clinic.people.naming import language_words
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.permission import require_administrator
from nurseapp.clinic.values.library import ImportedForm


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFileView:
    """What a file comes to; `imported` is None exactly where there are `problems`.

    `left_out` are the place, the thing and the reason of what is not used, in words. `news` says
    what taking it in means here. `unscored` says why nothing is counted; `may_add_up` that a
    person may decide that all points make one sum. `language_unsaid`: nobody has said yet which
    language the text is in, and it is not taken in before somebody does.
    """

    title: str = ""
    questions: int = 0
    languages: tuple[str, ...] = ()
    scales: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str, str], ...] = ()
    problems: tuple[str, ...] = ()
    unscored: str = ""
    may_add_up: bool = False
    language_unsaid: bool = False
    imported: ImportedForm | None = None


def view_form_file(
    station: OpenStation, path: Path, *, add_up: bool = False, language_code: str = ""
) -> FormFileView:
    """What would come in from a FHIR Questionnaire, and what not; nothing is kept.

    `add_up` is a person's word that all points make one sum, and `language_code` which language
    the text is in, each for a file that does not say.
    Raises NotAdministratorError, UnreadableError.
    """
    from nurseapp.exchange.fhir.json_reading import MOST_BYTES
    from nurseapp.exchange.fhir.questionnaire_import import read_questionnaire

    require_administrator(station)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableError(file=path) from error
    report = read_questionnaire(data, language=language_code or "nb", add_up=add_up)
    left_out = tuple((one.link_id, one.what, one.why) for one in report.left_out)
    form = report.form
    if form is None:
        return FormFileView(problems=report.problems, left_out=left_out)
    spoken = language()
    pointed = any(option.points is not None for item in form.items for option in item.options)
    return FormFileView(
        title=form.full_name,
        questions=sum(item.kind != "information" for item in form.items),
        languages=tuple(language_words(one.language) for one in report.wordings),
        scales=tuple(scale.name.said(spoken) for scale in form.scales),
        unverified=tuple(words.said(spoken) for words in form.about.unverified),
        left_out=left_out,
        unscored="" if report.scored else _("Programmet regner ikke ut noe for dette skjemaet."),
        may_add_up=pointed and not report.scored and not add_up,
        language_unsaid=not report.language_said and not language_code,
        imported=ImportedForm(form=form, wordings=report.wordings, kept=report.kept),
    )


def take_form_in(station: OpenStation, view: FormFileView) -> str:
    """Keeps the form that was looked at; its id. Raises as `import_form`."""
    assert view.imported is not None
    assert not view.language_unsaid
    return import_form(station, view.imported)


def write_form_file(station: OpenStation, form: str, path: Path) -> None:
    """Writes the form, or an age form, with its real words, as a FHIR R4 Questionnaire.

    What a form from a file had beyond what is used here comes out again. Raises
    UnknownFormError, FormProblemsError, DiskError.
    """
    from nurseapp.exchange.fhir.json_reading import written_json
    from nurseapp.exchange.fhir.questionnaire_export import questionnaire
    from nurseapp.journal.queries import library

    loaded = station.library.form(form)
    kept = [
        one.kept
        for one in station.journal.read(library.imported_forms)
        if (one.form, one.version) == (form, loaded.form.version)
    ]
    table = questionnaire(loaded, loaded.real_wordings(), kept[-1] if kept else "")
    replace_file(path, written_json(table).encode())
