"""Puts a referral draft into the words of the paper, all of them about one person."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version as program_version

from nurseapp.base.dates import short_date
from nurseapp.base.text import _
from nurseapp.clinic.consequences import form_of
from nurseapp.clinic.moments import day_of
from nurseapp.clinic.naming import age_words, born, language_words
from nurseapp.clinic.open_station import OpenStation
from nurseapp.clinic.result_view import (
    SheetRecord,
    counting_record,
    critical_cards,
    sheet_record,
)
from nurseapp.clinic.sheet_words import how_words, limit_words, range_words
from nurseapp.clinic.values.papers import Consent, ReferralDraft
from nurseapp.clinic.values.station import UserRow
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries import people, screenings
from nurseapp.journal.queries.people import Person
from nurseapp.people.roles import Interpreter, interpreter_in_words
from nurseapp.people.typed import plain_text
from nurseapp.report.referral_words import (
    Child,
    ReferralDocument,
    Screening,
    Signature,
    Subject,
)
from nurseapp.report.score_bar import ScoreBar

_COUNTED = frozenset({"finished", "abandoned"})


def referral_document(
    station: OpenStation, cursor: Cursor, draft: ReferralDraft, document: str
) -> ReferralDocument:
    """The paper in words; who it is about comes from the sheet, never from the draft."""
    record = counting_record(cursor, draft.screening)
    person = people.person(cursor, record.sheet.subject)
    assert person is not None
    now, card = station.clock.now(), station.card
    return ReferralDocument(
        document_id=document,
        made_at=now,
        date=short_date(now),
        municipality=card.municipality,
        clinic=card.name,
        kind=_("Grunnlag for henvisning"),
        to=draft.to,
        copy_to=draft.copy_to,
        in_short=draft.request,
        urgency=draft.urgency,
        subject=_subject(person, draft, now.date()),
        child=_child(person, draft),
        screenings=_screenings(cursor, record, earlier=draft.include_earlier),
        score_bar=_score_bar(record),
        critical=_critical(station, record) if draft.include_critical else (),
        parents_health=draft.parents_health,
        development=draft.development,
        interplay=draft.interplay,
        surroundings=draft.surroundings,
        function=draft.function,
        risk_and_safety=draft.risk_and_safety,
        wishes=draft.wishes,
        tried=draft.tried,
        ongoing="",
        expected_effect="",
        plan=tuple(line for line in plain_text(draft.plan).split("\n") if line),
        contact_until_answer=station.user.signed,
        signature=_signature(station.user),
        provenance=_provenance(record),
        training=station.training or bool(record.sheet.training),
    )


def _subject(person: Person, draft: ReferralDraft, day: date) -> Subject:
    birth = born(person)
    interpreter = interpreter_in_words(Interpreter(person.interpreter))
    return Subject(
        name=person.name,
        birth_date="" if birth is None else short_date(birth),
        national_number=person.national_number,
        age=age_words(person, day) if person.kind == "child" else "",
        language_and_interpreter=f"{language_words(person.language)} · {interpreter}",
        general_practitioner=person.general_practitioner,
        next_of_kin=person.next_of_kin,
        address=person.address,
        phone=person.phone,
        shielded=bool(person.shielded_address),
        consent=_consent(person, draft, day),
    )


def _child(person: Person, draft: ReferralDraft) -> Child | None:
    if person.kind != "child":
        return None
    return Child(
        parental_responsibility=draft.parental_responsibility,
        daily_care=draft.daily_care,
        child_protection=draft.child_protection,
        consents=(draft.consent_words,) if draft.consent else (),
    )


def _consent(person: Person, draft: ReferralDraft, day: date) -> str:
    """Who agreed, how and when; empty while nobody has said, and then no paper is made."""
    how: dict[Consent, str] = {
        "": "",
        "oral": _("{name}, muntlig {day}"),
        "written": _("{name}, skriftlig {day}"),
        "not_given": _("{name} har ikke samtykket"),
    }
    said = how[draft.consent].format(name=person.name, day=short_date(day))
    return "; ".join(part for part in (said, draft.consent_words.strip()) if said and part)


def _screenings(cursor: Cursor, record: SheetRecord, *, earlier: bool) -> tuple[Screening, ...]:
    """This sheet, and if asked for the same person's earlier ones, newest first."""
    rows = [_row(cursor, record)]
    if earlier:
        sheets = screenings.screenings_of(cursor, record.sheet.subject)
        for sheet in reversed(sheets):
            before = sheet.answered_at < record.sheet.answered_at
            if before and sheet.state in _COUNTED and sheet.scored_seq:
                rows.append(_row(cursor, sheet_record(cursor, sheet.screening)))
    return tuple(rows)


def _row(cursor: Cursor, record: SheetRecord) -> Screening:
    sheet = record.sheet
    pregnancy = people.person(cursor, sheet.towards)
    lost = pregnancy is not None and pregnancy.ended == "loss"
    scale = record.first_scale
    used = scale.cut_off if scale else None
    return Screening(
        form=_("{form} v{version} · {day}").format(
            form=sheet.form_title,
            version=sheet.version,
            day=short_date(day_of(sheet.answered_at)),
        ),
        score=range_words(scale) if scale else _("ikke skåret"),
        cut_off=f"{limit_words(used)} ({used.source})" if used else _("ingen grense"),
        filled_in=how_words(sheet),
        age="" if sheet.week is None or lost else _("gravid uke {week}").format(week=sheet.week),
    )


def _score_bar(record: SheetRecord) -> ScoreBar | None:
    scale = record.first_scale
    if scale is None:
        return None
    used = scale.cut_off
    return ScoreBar(
        title=record.sheet.form_title,
        least=scale.minimum,
        most=scale.maximum,
        lowest=scale.lowest if scale.score is None else scale.score,
        highest=scale.highest if scale.score is None else scale.score,
        cut_off=used.value if used else None,
        concern="low" if used and used.comparison.startswith("<") else "high",
    )


def _critical(station: OpenStation, record: SheetRecord) -> tuple[str, ...]:
    """The answers that called for a talk, with what was done."""
    lines = []
    for card in critical_cards(record, form_of(station, record.sheet)):
        done = card.closed or _("Ikke avsluttet ennå.")
        lines.append(f"{card.title}. {done}")
    return tuple(lines)


def _signature(user: UserRow) -> Signature:
    return Signature(name=user.name, title=user.title, phone=user.phone, hpr=user.hpr_number)


def _provenance(record: SheetRecord) -> str:
    sheet = record.sheet
    return _("Skjemaversjon {form}/{version} · sha256 {start}…{end} · nurseapp {program}").format(
        form=sheet.form,
        version=sheet.version,
        start=sheet.sha256[:4],
        end=sheet.sha256[-4:],
        program=program_version("nurseapp"),
    )
