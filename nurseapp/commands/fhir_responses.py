"""Answers to FHIR R4, and the check of sums that others state."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nurseapp import exit_codes
from nurseapp.base.clock import SystemClock
from nurseapp.base.dates import short_date
from nurseapp.base.text import _, language, mark
from nurseapp.commands.fhir import formatted, loaded_form, read_bounded, say, write_new
from nurseapp.commands.fhir_asked import asked_questionnaire
from nurseapp.commands.password import password_of
from nurseapp.exchange.fhir.answered_sheet import AnsweredSheet, Limit, ScaleResult
from nurseapp.exchange.fhir.bundle_export import response_bundle
from nurseapp.exchange.fhir.parties import Party
from nurseapp.exchange.fhir.questionnaire_import import read_questionnaire
from nurseapp.exchange.fhir.response_scores import ScoreLine, check_scores
from nurseapp.forms.cut_off import Respondent, active_cut_off
from nurseapp.forms.scoring import scorer_for
from nurseapp.forms.sheet_file import as_answers, read_answers

if TYPE_CHECKING:
    from nurseapp.clinic.station.open_station import OpenStation
    from nurseapp.forms.loaded import LoadedForm
    from nurseapp.forms.model import Form
    from nurseapp.forms.outcome import Outcome
    from nurseapp.forms.scale import CutOff
    from nurseapp.forms.vocabulary import Role

_MOST_LISTED: Final = 200
_ROLES: Final = {
    "mother": mark("mor"),
    "father": mark("far"),
    "pregnant": mark("gravid"),
    "other_carer": mark("omsorgsperson"),
    "observer": mark("observatør"),
}


def export_answers(form: str, answers: Path, role: Role | None, day: date | None, out: Path) -> int:
    """Writes a file of answers as a response with its scores; nobody is named in it.

    Raises UnknownFormError, AnswersError, FormFolderExistsError, DiskError.
    """
    loaded, kept = loaded_form(form)
    sheet = _sheet(loaded, kept, answers, role or loaded.form.answered_by[0], day)
    write_new(out, formatted(response_bundle(sheet, _new_name)))
    say([_("Skrevet til {file}.").format(file=out)])
    return exit_codes.DONE


def export_sheet(
    folder: Path, screening: int, user: str | None, out: Path, *, national_number: bool
) -> int:
    """Writes one sheet of a station, which remembers that it was read; asks for the password.

    Raises StationError, AccessError, AnswersError, FormFolderExistsError, DiskError.
    """
    from nurseapp.clinic.sheets.fhir_response import response_of

    station = _opened(folder, user)
    try:
        table = response_of(station, screening, _new_name, national_number=national_number)
    finally:
        station.close()
    write_new(out, formatted(table))
    say([_("Skrevet til {file}.").format(file=out)])
    return exit_codes.DONE


def list_sheets(folder: Path, user: str | None) -> int:
    """Prints the numbers of a station's newest sheets, without anybody's name."""
    from nurseapp.clinic.station.moments import day_of
    from nurseapp.journal.queries.answered import answered_sheets

    station = _opened(folder, user)
    try:
        rows = station.journal.read(lambda cursor: answered_sheets(cursor, _MOST_LISTED))
    finally:
        station.close()
    say(
        f"{row.screening:>6}  {short_date(day_of(row.answered_at))}  {row.form} v{row.version}"
        for row in rows
    )
    if not rows:
        say([_("Stasjonen har ingen svarark.")])
    return exit_codes.DONE


def check_stated_scores(file: Path | None, response: Path, unsaid: str, *, add_up: bool) -> int:
    """Counts a response anew and prints each score beside what the file states; 1 if any differs.

    Without `file` the response says itself what it answers. Raises UnreadableError, FhirError.
    """
    answers = read_bounded(response)
    asked = read_bounded(file) if file is not None else asked_questionnaire(answers)
    report = read_questionnaire(asked, language=unsaid, add_up=add_up)
    check = check_scores(report, answers)
    say(_score_words(line) for line in check.lines)
    say(_("Kan ikke regnes ut: {problem}").format(problem=problem) for problem in check.problems)
    if not report.scored and report.form is not None:
        say(f"  {one.link_id}: {one.why}" for one in report.left_out if one.link_id)
    if check.agrees:
        say([_("Ingen oppgitt skår er en annen enn den som er regnet ut.")])
        return exit_codes.DONE
    return exit_codes.PROBLEMS_FOUND


def _score_words(line: ScoreLine) -> str:
    span = _("mellom {low} og {high}").format(low=_number(line.lowest), high=_number(line.highest))
    computed = _("svar mangler, {span}").format(span=span)
    if line.computed is not None:
        computed = _number(line.computed)
    stated = _("ikke oppgitt") if line.stated is None else _number(float(line.stated))
    says = _("{name}: oppgitt {stated}, regnet ut {computed}")
    if line.differs:
        says = _("AVVIK  {name}: oppgitt {stated}, regnet ut {computed}")
    return says.format(name=line.name, stated=stated, computed=computed)


def _number(value: float) -> str:
    written = f"{value:.2f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))
    return written if language() == "en" else written.replace(".", ",")


def _sheet(
    loaded: LoadedForm, kept: str, file: Path, role: Role, day: date | None
) -> AnsweredSheet:
    """The answers of somebody unknown; who it is about is told in one word."""
    form = loaded.form
    answers = as_answers(form, read_answers(file))
    respondent = Respondent(role=role)
    outcome = scorer_for(form).score(answers, respondent)
    words = _(_ROLES[role])
    about_child = form.subject == "child"
    who = Party(kind="Patient", words=_("barnet") if about_child else words)
    source = Party(kind="RelatedPerson", words=words) if about_child else who
    if role == "observer":
        source = Party(kind="Practitioner", words=words)
    return AnsweredSheet(
        loaded=loaded,
        kept=kept,
        answers=answers,
        results=tuple(_results(form, outcome, respondent)),
        status="completed" if outcome.complete else "in-progress",
        authored=day or SystemClock().now(),
        subject=who,
        source=source,
        author=source,
        training=False,
    )


def _results(form: Form, outcome: Outcome, respondent: Respondent) -> Iterator[ScaleResult]:
    scales = {scale.id: scale for scale in form.scales}
    for one in outcome.scales:
        scale = scales[one.id]
        yield ScaleResult(
            id=one.id,
            name=scale.name.said(language()),
            score=one.score,
            lowest=one.lowest,
            highest=one.highest,
            limit=_limit(active_cut_off(scale, respondent)),
        )


def _limit(cut_off: CutOff | None) -> Limit | None:
    if cut_off is None:
        return None
    words = f"{cut_off.comparison} {_number(cut_off.value)} ({cut_off.source})"
    return Limit(comparison=cut_off.comparison, value=cut_off.value, words=words)


def _opened(folder: Path, user: str | None) -> OpenStation:
    from nurseapp.clinic.station.access import open_station
    from nurseapp.clinic.station.card import station_card, user_names

    station_card(folder)
    name = user or user_names(folder)[0]
    return open_station(folder, name, password_of(name), clock=SystemClock())


def _new_name() -> str:
    return str(uuid.uuid4())
