"""Puts a referral draft into the words of the paper, all of them about one person."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version as program_version

from nurseapp.base.dates import short_date
from nurseapp.base.text import _
from nurseapp.clinic.people.naming import age_words, born, language_words
from nurseapp.clinic.sheets.consequences import form_of
from nurseapp.clinic.sheets.entered_words import filled_in_words
from nurseapp.clinic.sheets.result_view import critical_cards
from nurseapp.clinic.sheets.scale_views import leading_scale, limits_words, score_words
from nurseapp.clinic.sheets.sheet_record import SheetRecord, counting_record, sheet_record
from nurseapp.clinic.sheets.sheet_words import limit_words
from nurseapp.clinic.station.moments import day_of
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.papers import Consent, ReferralDraft
from nurseapp.clinic.values.station import UserRow
from nurseapp.forms.library import LoadedForm
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries import people, screenings
from nurseapp.journal.queries.people import Person
from nurseapp.journal.queries.screenings import Screening as SheetRow
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
        copy_to="" if record.sheet.off_hand_outs else draft.copy_to,
        in_short=draft.request,
        urgency=draft.urgency,
        subject=_subject(person, draft, now.date()),
        child=_child(person, draft, now.date()),
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
        provenance=_provenance(station, record),
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


def _child(person: Person, draft: ReferralDraft, day: date) -> Child | None:
    if person.kind != "child":
        return None
    return Child(
        parental_responsibility=draft.parental_responsibility,
        daily_care=draft.daily_care,
        child_protection=draft.child_protection,
        consents=_childs_consents(draft, day),
    )


def _childs_consents(draft: ReferralDraft, day: date) -> tuple[str, ...]:
    """Who decides for the child and agreed, how and when; the nurse writes who it was."""
    how: dict[Consent, str] = {
        "": "",
        "oral": _("muntlig {day}"),
        "written": _("skriftlig {day}"),
        "not_given": _("ikke gitt"),
    }
    who, said = draft.consent_words.strip(), how[draft.consent].format(day=short_date(day))
    if not said or not (who or draft.consent == "not_given"):
        return ()
    return (", ".join(part for part in (who, said) if part),)


def _consent(person: Person, draft: ReferralDraft, day: date) -> str:
    """Who agreed, how and when; empty while nobody has said, and then no paper is made.

    For a child it is said by those who decide for her: `Child.consents`.
    """
    if person.kind == "child":
        return ""
    how: dict[Consent, str] = {
        "": "",
        "oral": _("{name}, muntlig {day}"),
        "written": _("{name}, skriftlig {day}"),
        "not_given": _("{name} har ikke samtykket"),
    }
    said = how[draft.consent].format(name=person.name, day=short_date(day))
    return "; ".join(part for part in (said, draft.consent_words.strip()) if said and part)


def _screenings(cursor: Cursor, record: SheetRecord, *, earlier: bool) -> tuple[Screening, ...]:
    """This sheet, and if asked for the same person's earlier ones, newest first.

    Never an earlier one that no paper of hers may name: she gets a copy of this.
    """
    rows = [_row(cursor, record)]
    if earlier:
        sheets = screenings.screenings_of(cursor, record.sheet.subject)
        for sheet in reversed(sheets):
            before = sheet.answered_at < record.sheet.answered_at
            named = not sheet.off_hand_outs
            if before and named and sheet.state in _COUNTED and sheet.scored_seq:
                rows.append(_row(cursor, sheet_record(cursor, sheet.screening)))
    return tuple(rows)


def _row(cursor: Cursor, record: SheetRecord) -> Screening:
    sheet = record.sheet
    return Screening(
        form=_("{form} v{version} · {day}").format(
            form=sheet.form_title,
            version=sheet.version,
            day=short_date(day_of(sheet.answered_at)),
        ),
        score=score_words(record),
        cut_off=limits_words(record) or _("ingen grense"),
        filled_in=filled_in_words(record),
        age=_age_at_answering(cursor, sheet),
    )


def _age_at_answering(cursor: Cursor, sheet: SheetRow) -> str:
    """The child's ages with the rule, or the week of a pregnancy that was not lost."""
    if sheet.age_words or sheet.week is None:
        return sheet.age_words
    pregnancy = people.person(cursor, sheet.towards)
    if pregnancy is not None and pregnancy.ended == "loss":
        return ""
    return _("gravid uke {week}").format(week=sheet.week)


def _score_bar(record: SheetRecord) -> ScoreBar | None:
    scale = leading_scale(record)
    if scale is None:
        return None
    used = scale.cut_off
    title = record.sheet.form_title
    return ScoreBar(
        title=f"{title} · {scale.title}" if len(record.scales) > 1 else title,
        least=scale.minimum,
        most=scale.maximum,
        lowest=scale.lowest if scale.score is None else scale.score,
        highest=scale.highest if scale.score is None else scale.score,
        cut_off=used.value if used else None,
        concern="low" if scale.concern == "low" else "high",
        limit=limit_words(used) if used else "",
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


def _provenance(station: OpenStation, record: SheetRecord) -> str:
    sheet = record.sheet
    version = _(
        "Skjemaversjon {form}/{version} · sha256 {start}…{end} · nurseapp {program}"
    ).format(
        form=sheet.form,
        version=sheet.version,
        start=sheet.sha256[:4],
        end=sheet.sha256[-4:],
        program=program_version("nurseapp"),
    )
    tried = self_test_words(form_of(station, sheet))
    return f"{version} · {tried}" if tried else version


def self_test_words(loaded: LoadedForm | None) -> str:
    """What the form's golden cases come to now; empty without the form, or without cases."""
    from nurseapp.forms.cases import run_cases

    results = run_cases(loaded) if loaded is not None else ()
    if not results:
        return ""
    return _("Regnereglene er prøvd: {passed} av {cases} prøvesvar stemmer").format(
        passed=sum(result.passed for result in results), cases=len(results)
    )
