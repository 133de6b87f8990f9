"""The papers about one sheet: referral summary, text for the health record, sheet to take home."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from hashlib import blake2b
from typing import Literal

from nurseapp.base.dates import short_date
from nurseapp.base.text import _, language, speaking
from nurseapp.clinic.document_id import new_document_id
from nurseapp.clinic.ehr_note import ehr_note
from nurseapp.clinic.moments import day_of
from nurseapp.clinic.naming import age_words, gestation
from nurseapp.clinic.open_station import OpenStation
from nurseapp.clinic.referral import referral_document
from nurseapp.clinic.result_view import SheetRecord, sheet_record
from nurseapp.clinic.sheet_words import range_words
from nurseapp.clinic.values.papers import Paper, ReferralDraft, TakeHomeDraft
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.followup import PaperGivenOut, PaperMade
from nurseapp.journal.entries.people import RecordRead
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries import followup, people
from nurseapp.journal.queries.families import circle
from nurseapp.journal.queries.people import Person
from nurseapp.people.roles import Role, role_in_words

__all__ = [
    "ehr_text",
    "make_referral",
    "note_printed",
    "preview_referral",
    "preview_take_home",
    "referral_draft",
    "take_home",
    "take_home_draft",
]

_UNMADE = "0000-0000"


def referral_draft(station: OpenStation, screening: int) -> ReferralDraft:
    """A first draft from what is recorded about this one person; the nurse writes the rest.

    Critical answers are not in it unless she ticks them, nor anything about anybody else.
    """
    return station.journal.read(lambda cursor: _referral_draft(station, cursor, screening))


def preview_referral(station: OpenStation, draft: ReferralDraft) -> Paper:
    """The paper as it would be; nothing is recorded.

    Raises PaperIncompleteError with all that is missing, MissingGlyphError, and
    FormNotUsableError for a sheet that was withdrawn.
    """
    return _referral(station, draft, _UNMADE)


def make_referral(station: OpenStation, draft: ReferralDraft) -> Paper:
    """The paper, with its number; records that it was made and what was typed."""
    paper = _referral(station, draft, new_document_id())
    _record(station, draft, paper, "referral")
    return paper


def ehr_text(station: OpenStation, screening: int) -> str:
    """The note for the health record, headed with whose record it belongs in.

    Raises FormNotUsableError for a sheet that was withdrawn.
    """
    from nurseapp.exchange.ehr_text import ehr_text as written

    record, note = station.journal.read(lambda cursor: ehr_note(station, cursor, screening))
    subject = record.sheet.subject
    read = Entry(subject=subject, body=RecordRead("ehr", screening))
    station.journal.append(station.author, [read])
    return written(note)


def take_home_draft(station: OpenStation, screening: int) -> TakeHomeDraft:
    """A neutral sheet: no form, score or answer, and nobody's name."""
    record = station.journal.read(lambda cursor: sheet_record(cursor, screening))
    day = _next_day(record)
    with speaking(record.sheet.language):
        return TakeHomeDraft(
            screening=screening,
            talked_about=_("Hvordan du og familien har det."),
            next_step=_("Ny samtale på helsestasjonen."),
            next_date="" if day is None else short_date(day),
            contact=_contact(station),
            language=language(),
        )


def preview_take_home(station: OpenStation, draft: TakeHomeDraft) -> Paper:
    """The sheet as it would be; nothing is recorded. Raises like `take_home`."""
    return _take_home(station, draft, _UNMADE)


def take_home(station: OpenStation, draft: TakeHomeDraft) -> Paper:
    """The sheet, and a record that it was made; raises PaperIncompleteError, MissingGlyphError."""
    paper = _take_home(station, draft, new_document_id())
    _record(station, draft, paper, "takehome")
    return paper


def note_printed(station: OpenStation, document: str, how: Literal["printed", "saved"]) -> None:
    """Records which way a paper went out; each time anew."""
    made = station.journal.read(lambda cursor: followup.paper(cursor, document))
    subject = None if made is None else made.subject
    station.journal.append(
        station.author, [Entry(subject=subject, body=PaperGivenOut(document, how))]
    )


def _referral(station: OpenStation, draft: ReferralDraft, document: str) -> Paper:
    from nurseapp.report.referral import referral_pdf

    words = station.journal.read(lambda cursor: referral_document(station, cursor, draft, document))
    return _paper(document, referral_pdf(words))


def _take_home(station: OpenStation, draft: TakeHomeDraft, document: str) -> Paper:
    from nurseapp.report.take_home import TakeHomeDocument, take_home_pdf

    now = station.clock.now()
    words = TakeHomeDocument(
        document_id=document,
        made_at=now,
        date=short_date(now),
        municipality=station.card.municipality,
        clinic=station.card.name,
        talked_about=draft.talked_about,
        next_step=draft.next_step,
        next_date=draft.next_date,
        contact=draft.contact,
        training=station.training,
    )
    with speaking(draft.language):
        return _paper(document, take_home_pdf(words))


def _paper(document: str, content: bytes) -> Paper:
    return Paper(document=document, file_name=f"{document}.pdf", content=content)


def _record(
    station: OpenStation,
    draft: ReferralDraft | TakeHomeDraft,
    paper: Paper,
    kind: Literal["referral", "takehome"],
) -> None:
    """Written into the record of the sheet's own person, whatever the draft says."""
    record = station.journal.read(lambda cursor: sheet_record(cursor, draft.screening))
    typed = tuple((field.name, str(getattr(draft, field.name))) for field in fields(draft))
    body = PaperMade(
        document=paper.document,
        paper=kind,
        screening=draft.screening,
        blake2b=blake2b(paper.content, digest_size=32).digest(),
        typed=typed,
    )
    station.journal.append(station.author, [Entry(subject=record.sheet.subject, body=body)])


def _referral_draft(station: OpenStation, cursor: Cursor, screening: int) -> ReferralDraft:
    record = sheet_record(cursor, screening)
    subject = record.sheet.subject
    person = people.person(cursor, subject)
    assert person is not None
    draft = _blank_draft(record, person)
    practitioner = person.general_practitioner
    return replace(
        draft,
        to=_("Fastlege, {name}").format(name=practitioner) if practitioner else _("Fastlege"),
        copy_to=_("pasienten"),
        request=_request(record),
        parents_health=record.assessments[0].text if record.assessments else "",
        surroundings=_family_words(station, cursor, subject),
        tried=_steps_done(record),
        plan=_steps_planned(record),
    )


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
    )


def _request(record: SheetRecord) -> str:
    """What is asked, to be completed: the score is there for who reads only this."""
    sheet = record.sheet
    scale = record.first_scale
    score = range_words(scale) if scale else _("ikke skåret")
    return _("Ber om vurdering. {form} {score}, {day}.").format(
        form=sheet.form_title, score=score, day=short_date(day_of(sheet.answered_at))
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


def _next_day(record: SheetRecord) -> date | None:
    """The next time she and the clinic meet, by steps and alerts."""
    days = [step.due_day for step in record.steps if not step.done_at and step.due_day]
    days += [alert.next_contact for alert in record.alerts if alert.next_contact]
    return date.fromordinal(min(days)) if days else None


def _contact(station: OpenStation) -> str:
    user = station.user
    if not user.phone:
        return user.signed
    return _("{who}, tlf. {phone}").format(who=user.signed, phone=user.phone)
