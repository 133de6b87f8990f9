"""The papers about one sheet: referral summary, text for the health record, sheet to take home."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from hashlib import blake2b
from typing import Literal

from nurseapp.base.dates import short_date
from nurseapp.base.errors import FormNotUsableError
from nurseapp.base.text import _, language, speaking
from nurseapp.clinic.papers.ehr_note import ehr_note
from nurseapp.clinic.papers.referral import referral_document
from nurseapp.clinic.papers.referral_draft import draft_of
from nurseapp.clinic.sheets.sheet_record import SheetRecord, sheet_record
from nurseapp.clinic.station.document_id import new_document_id
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.papers import Paper, ReferralDraft, TakeHomeDraft
from nurseapp.journal.entries.followup import PaperGivenOut, PaperMade
from nurseapp.journal.entries.people import RecordRead
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries import followup

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
    return station.journal.read(lambda cursor: draft_of(station, cursor, screening))


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
    """The sheet, and a record that it was made.

    Raises PaperIncompleteError, MissingGlyphError, and FormNotUsableError where it names a form
    that no such sheet may name.
    """
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
    _refuse_unspeakable(station, draft)
    with speaking(draft.language):
        return _paper(document, take_home_pdf(words))


def _refuse_unspeakable(station: OpenStation, draft: TakeHomeDraft) -> None:
    """Others read what lies on a kitchen table: some forms are never named there."""
    said = f"{draft.talked_about} {draft.next_step} {draft.next_date}".casefold()
    for form in (loaded.form for loaded in station.library.forms if loaded.form.off_hand_outs):
        if form.name.casefold() in said or form.full_name.casefold() in said:
            why = _("det skal aldri nevnes på et ark som tas med hjem")
            raise FormNotUsableError(form=form.name, why=why)


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
