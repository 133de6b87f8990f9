"""Gathers one sheet's result as the note for the municipality's health record system."""

from __future__ import annotations

from datetime import date

from nurseapp.base.dates import short_date
from nurseapp.base.text import _
from nurseapp.clinic.people.naming import born, role_of
from nurseapp.clinic.sheets.consequences import form_of
from nurseapp.clinic.sheets.entered_words import filled_in_words
from nurseapp.clinic.sheets.item_rows import item_rows
from nurseapp.clinic.sheets.result_view import critical_cards
from nurseapp.clinic.sheets.scale_views import limits_words, score_words, sheet_verdict_words
from nurseapp.clinic.sheets.sheet_record import SheetRecord, counting_record
from nurseapp.clinic.sheets.sheet_wording import sheet_wording
from nurseapp.clinic.sheets.sheet_words import answered_words
from nurseapp.clinic.station.moments import moment
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.exchange.ehr_text import EhrNote
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries.families import circle
from nurseapp.people.roles import Role, record_in_words


def ehr_note(station: OpenStation, cursor: Cursor, screening: int) -> tuple[SheetRecord, EhrNote]:
    """The sheet and its note, about one person."""
    record = counting_record(cursor, screening)
    sheet = record.sheet
    family = circle(cursor, [sheet.subject])
    person = family.people[sheet.subject]
    birth = born(person)
    role = Role.CHILD if person.kind == "child" else role_of(family, person.person)
    return record, EhrNote(
        record=record_in_words(role),
        name=person.name,
        birth_date=short_date(birth) if birth else "",
        national_number=person.national_number,
        form=_("{form} v{version}").format(form=sheet.form_title, version=sheet.version),
        answered=" · ".join(part for part in (answered_words(sheet), sheet.age_words) if part),
        filled_in=filled_in_words(record),
        score=score_words(record).replace("\n", " · ") if record.scales else "",
        cut_off=limits_words(record).replace("\n", " · "),
        verdict=sheet_verdict_words(record),
        critical=_critical(station, record),
        assessment="\n".join(each.text for each in reversed(record.assessments)),
        plan=tuple(_step(record, number) for number in range(len(record.steps))),
        signature=station.user.signed,
        training=station.training,
        answers=_answers(station, cursor, record),
    )


def _answers(station: OpenStation, cursor: Cursor, record: SheetRecord) -> tuple[str, ...]:
    """What was answered, where no score tells of it."""
    if record.scales:
        return ()
    loaded = form_of(station, record.sheet)
    rows = item_rows(record, loaded, sheet_wording(cursor, record.sheet, loaded))
    return tuple(f"{row.topic}: {row.answer}" for row in rows if row.value)


def _critical(station: OpenStation, record: SheetRecord) -> tuple[str, ...]:
    cards = critical_cards(record, form_of(station, record.sheet))
    return tuple(f"{card.title}. {card.closed or _('Ikke fulgt opp ennå.')}" for card in cards)


def _step(record: SheetRecord, number: int) -> str:
    step = record.steps[number]
    if step.done_at:
        done = _("{step}: gjort {day}").format(
            step=step.words, day=short_date(moment(step.done_at))
        )
        return f"{done}. {step.outcome}" if step.outcome else done
    if step.due_day is None:
        return step.words
    due = short_date(date.fromordinal(step.due_day))
    return _("{step}, innen {day}").format(step=step.words, day=due)
