"""The first draft of a referral summary, from what is recorded about its one person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nurseapp.base.dates import short_date
from nurseapp.base.text import _
from nurseapp.clinic.people.naming import age_words, gestation
from nurseapp.clinic.sheets.consequences import form_of
from nurseapp.clinic.sheets.scale_views import score_words
from nurseapp.clinic.sheets.sheet_record import SheetRecord, sheet_record
from nurseapp.clinic.station.moments import day_of
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.papers import ReferralDraft
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries import people
from nurseapp.journal.queries.families import circle
from nurseapp.journal.queries.people import Person
from nurseapp.people.roles import Role, role_in_words


def draft_of(station: OpenStation, cursor: Cursor, screening: int) -> ReferralDraft:
    """What is known goes where the paper has it; nothing about anybody else."""
    record = sheet_record(cursor, screening)
    subject = record.sheet.subject
    person = people.person(cursor, subject)
    assert person is not None
    draft = _blank_draft(record, person)
    practitioner = person.general_practitioner
    draft = replace(
        draft,
        to=_("Fastlege, {name}").format(name=practitioner) if practitioner else _("Fastlege"),
        copy_to=_copy_to(record, person),
        request=_request(record),
        surroundings=_family_words(station, cursor, subject),
        tried=_steps_done(record),
        plan=_steps_planned(record),
    )
    return _with_assessment(station, record, draft)


def _copy_to(record: SheetRecord, person: Person) -> str:
    """Nobody where the sheet's form must not be named on any paper that somebody carries home."""
    if record.sheet.off_hand_outs:
        return ""
    return _("foreldrene") if person.kind == "child" else _("pasienten")


def _with_assessment(
    station: OpenStation, record: SheetRecord, draft: ReferralDraft
) -> ReferralDraft:
    """The nurse's newest words, under the heading that the form is about."""
    if not record.assessments:
        return draft
    text, loaded = record.assessments[0].text, form_of(station, record.sheet)
    match loaded.form.topic if loaded is not None else "parents":
        case "development":
            return replace(draft, development=text)
        case "interplay":
            return replace(draft, interplay=text)
        case "surroundings":
            around = "\n".join(part for part in (draft.surroundings, text) if part)
            return replace(draft, surroundings=around)
        case _:
            return replace(draft, parents_health=text)


def _blank_draft(record: SheetRecord, person: Person) -> ReferralDraft:
    return ReferralDraft(
        screening=record.sheet.screening,
        subject=record.sheet.subject,
        subject_name=person.name,
        to="",
        copy_to="",
        request="",
        urgency="",
        parents_health="",
        development="",
        interplay="",
        surroundings="",
        function="",
        risk_and_safety="",
        wishes="",
        tried="",
        plan="",
        consent="",
        consent_words="",
        include_critical=False,
        include_earlier=False,
        about_child=person.kind == "child",
    )


def _request(record: SheetRecord) -> str:
    """What is asked, to be completed: the score is there for who reads only this."""
    sheet = record.sheet
    return _("Ber om vurdering. {form} {score}, {day}.").format(
        form=sheet.form_title,
        score=score_words(record).replace("\n", " · "),
        day=short_date(day_of(sheet.answered_at)),
    )


def _family_words(station: OpenStation, cursor: Cursor, subject: int) -> str:
    """That she has a young child or expects one; the child is not named on her paper."""
    for child, role in circle(cursor, [subject]).children_of(subject):
        if child.kind == "pregnancy":
            return (
                _("{role}, {week}.")
                .format(role=role_in_words(Role(role)), week=age_words(child, station.day))
                .capitalize()
            )
        weeks = gestation(child)
        words = (
            _("{role} til et barn på {age}")
            .format(role=role_in_words(Role(role)), age=age_words(child, station.day))
            .capitalize()
        )
        if weeks is not None:
            words += ", " + _("født uke {week}").format(week=weeks.weeks)
        return f"{words}."
    return ""


def _steps_done(record: SheetRecord) -> str:
    return "\n".join(
        f"{step.words} ({short_date(day_of(step.done_at))})"
        for step in record.steps
        if step.done_at
    )


def _steps_planned(record: SheetRecord) -> str:
    lines = []
    for step in record.steps:
        if step.done_at:
            continue
        due = "" if step.due_day is None else short_date(date.fromordinal(step.due_day))
        lines.append(
            _("{step}, innen {day}").format(step=step.words, day=due) if due else step.words
        )
    return "\n".join(lines)
