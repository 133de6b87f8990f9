"""A sheet of the station as FHIR R4: the answers, and the scores as they were saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nurseapp.base.disk import replace_file
from nurseapp.base.errors import AnswersError, FormNotUsableError
from nurseapp.base.text import _
from nurseapp.clinic.sheets.consequences import form_of
from nurseapp.clinic.sheets.sheet_record import SheetRecord, counting_record
from nurseapp.clinic.sheets.sheet_words import respondent_words, source_words
from nurseapp.clinic.station.moments import day_of, moment
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.people import RecordRead
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries import library, people
from nurseapp.journal.queries.people import Person

if TYPE_CHECKING:
    from nurseapp.exchange.fhir.answered_sheet import AnsweredSheet, ScaleResult, SheetStatus
    from nurseapp.exchange.fhir.json_reading import Table
    from nurseapp.exchange.fhir.parties import Party

_WRITTEN_BY_A_NURSE: Final = frozenset({"assisted", "paper", "observed", "received"})


def response_of(
    station: OpenStation, screening: int, new_name: Callable[[], str], *, national_number: bool
) -> Table:
    """The response and its Observations in a Bundle; writes that the user read the sheet.

    `new_name` gives a fresh UUID each time. The national number goes along only when it is asked
    for. Raises AnswersError for a number that no sheet has, FormNotUsableError for a sheet that
    was withdrawn or whose form is gone.
    """
    from nurseapp.exchange.fhir.bundle_export import response_bundle

    def read(cursor: Cursor) -> tuple[SheetRecord, AnsweredSheet]:
        record = counting_record(cursor, screening)
        return record, _sheet(station, cursor, record, national_number=national_number)

    try:
        record, sheet = station.journal.read(read)
    except LookupError as error:
        raise AnswersError(
            why=_("svarark {number} finnes ikke").format(number=screening)
        ) from error
    seen = Entry(subject=record.sheet.subject, body=RecordRead("fhir", screening))
    station.journal.append(station.author, [seen])
    return response_bundle(sheet, new_name)


def write_response(
    station: OpenStation, screening: int, path: Path, new_name: Callable[[], str]
) -> None:
    """Writes the sheet, without the national number, as a file; raises as `response_of`, DiskError.

    The file is readable by this user alone, and nothing of it stays anywhere else.
    """
    from nurseapp.exchange.fhir.json_reading import written_json

    table = response_of(station, screening, new_name, national_number=False)
    replace_file(path, written_json(table).encode())


def _sheet(
    station: OpenStation, cursor: Cursor, record: SheetRecord, *, national_number: bool
) -> AnsweredSheet:
    from nurseapp.exchange.fhir.answered_sheet import AnsweredSheet

    sheet = record.sheet
    loaded = form_of(station, sheet)
    if loaded is None:
        raise FormNotUsableError(form=sheet.form_title, why=_("skjemaet er ikke her lenger"))
    subject = _person(people.person(cursor, sheet.subject), record, number=national_number)
    source = _source(cursor, record, subject)
    return AnsweredSheet(
        loaded=loaded,
        kept=_kept(cursor, loaded.form.id, loaded.form.version),
        answers=record.given,
        results=tuple(_results(record)),
        status=_status(record),
        authored=day_of(sheet.answered_at) if sheet.by_day else moment(sheet.answered_at),
        subject=subject,
        source=source,
        author=_author(record, source),
        training=bool(sheet.training),
    )


def _person(person: Person | None, record: SheetRecord, *, number: bool) -> Party:
    from nurseapp.exchange.fhir.parties import Party

    if person is None:
        return Party(kind="Patient", words=respondent_words(record.sheet.role))
    return Party(
        kind="Patient",
        name=person.name,
        birth_date=date.fromordinal(person.birth_day) if person.birth_day else None,
        national_number=person.national_number if number else "",
    )


def _source(cursor: Cursor, record: SheetRecord, subject: Party) -> Party:
    """Who gave the answers: the subject, an adult for a child, or who observed it."""
    from nurseapp.exchange.fhir.parties import Party

    sheet = record.sheet
    if sheet.role == "observer":
        names = [row.observer for row in record.entered if row.observer]
        words = respondent_words(sheet.role)
        return Party(kind="Practitioner", name=names[-1] if names else "", words=words)
    if not sheet.respondent:
        return subject
    adult = people.person(cursor, sheet.respondent)
    words = respondent_words(sheet.role)
    return Party(kind="RelatedPerson", name=adult.name if adult else "", words=words)


def _author(record: SheetRecord, source: Party) -> Party:
    """Who wrote the answers down: the one who gave them, or the nurse who did it for her."""
    from nurseapp.exchange.fhir.parties import Party

    if record.sheet.how not in _WRITTEN_BY_A_NURSE:
        return source
    nurse = record.entered[-1].author if record.entered else record.sheet.author
    return Party(kind="Practitioner", name=record.users.get(nurse, ""), words=_("helsepersonell"))


def _status(record: SheetRecord) -> SheetStatus:
    if record.sheet.state in {"open", "unfinished"}:
        return "in-progress"
    return "amended" if record.corrections else "completed"


def _results(record: SheetRecord) -> list[ScaleResult]:
    """The scores as they were saved, with the cut-off that was used then."""
    from nurseapp.exchange.fhir.answered_sheet import Limit, ScaleResult

    return [
        ScaleResult(
            id=scale.scale,
            name=scale.title,
            score=scale.score,
            lowest=scale.lowest,
            highest=scale.highest,
            limit=None
            if scale.cut_off is None
            else Limit(
                comparison=scale.cut_off.comparison,
                value=scale.cut_off.value,
                words=source_words(scale.cut_off),
            ),
        )
        for scale in record.scales
    ]


def _kept(cursor: Cursor, form: str, version: int) -> str:
    """The FHIR file that the form came from; empty for the program's own."""
    found = [
        one.kept
        for one in library.imported_forms(cursor)
        if (one.form, one.version) == (form, version)
    ]
    return found[-1] if found else ""
