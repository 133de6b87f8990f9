"""What happened in one person's record, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, cast

from nurseapp.base.dates import day_and_month
from nurseapp.base.numbers import number_words
from nurseapp.base.text import _, mark
from nurseapp.clinic.people.details_history import before_words
from nurseapp.clinic.sheets.sheet_words import asked_words, verdict_words
from nurseapp.clinic.station.moments import moment
from nurseapp.clinic.values.people import PillKind, TimelineRow
from nurseapp.clinic.values.result import Verdict
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.people import (
    FamilyUnlinked,
    PersonCorrected,
    PersonRegistered,
    PregnancyEnded,
)
from nurseapp.journal.entry import Recorded
from nurseapp.journal.queries import followup, people, record, screenings, users
from nurseapp.journal.queries.families import circle
from nurseapp.journal.queries.screenings import Screening

_OUTCOMES: Final = {
    "talk_without_form": mark("Samtale uten skjema"),
    "deferred": mark("{form} utsatt"),
    "declined": mark("Ville ikke svare på {form}"),
}
_OF_CONCERN: Final = frozenset({"over", "cannot_exclude", "monitoring"})
_PAPERS: Final = {
    "referral": mark("Laget henvisningsgrunnlag"),
    "takehome": mark("Laget ark til å ta med hjem"),
    "ehr": mark("Laget tekst til journalen"),
}


def timeline_of(cursor: Cursor, person: int) -> tuple[TimelineRow, ...]:
    """Everything that is about this person, and nothing about anybody else."""
    rows = [
        *_sheets(cursor, person),
        *_outcomes(cursor, person),
        *_alerts(cursor, person),
        *_steps(cursor, person),
        *_papers(cursor, person),
        *_record(cursor, person),
    ]
    return tuple(sorted(rows, key=lambda row: row.at, reverse=True))


def _sheets(cursor: Cursor, person: int) -> Iterator[TimelineRow]:
    for sheet in screenings.screenings_of(cursor, person):
        text, pill, kind = _sheet(sheet)
        yield TimelineRow(
            at=moment(sheet.answered_at),
            text=text,
            pill=pill,
            pill_kind=kind,
            screening=sheet.screening,
        )
    for written in followup.assessments_of(cursor, person):
        yield TimelineRow(
            at=moment(written.at),
            text=_("Vurdering skrevet"),
            pill="",
            pill_kind="calm",
            screening=written.screening,
        )


def _sheet(sheet: Screening) -> tuple[str, str, PillKind]:
    title = asked_words(sheet)
    if sheet.state == "withdrawn":
        return _("{form} trukket tilbake").format(form=title), _("teller ikke"), "calm"
    if sheet.state == "open":
        return _("{form} overlevert").format(form=title), _("fylles ut"), "calm"
    if sheet.state == "unfinished":
        return _("{form} ikke fullført").format(form=title), _("uferdig"), "concern"
    return _result(sheet)


def _result(sheet: Screening) -> tuple[str, str, PillKind]:
    title = asked_words(sheet)
    if sheet.two_stage == "called_for" and sheet.verdict != "over":
        return _("{form} · oppfølgingssamtale gjenstår").format(form=title), "", "concern"
    if sheet.verdict in _OF_CONCERN and (sheet.scales > 1 or sheet.score is not None):
        words = verdict_words(cast("Verdict", sheet.verdict), sheet.concern)
        return f"{title} · {words[:1].lower()}{words[1:]}", _figure(sheet), "concern"
    if not sheet.complete:
        return _("{form} · ikke alle svar").format(form=title), _range(sheet), "concern"
    return _filled_in(sheet), _figure(sheet), "calm"


def _filled_in(sheet: Screening) -> str:
    match sheet.how:
        case "observed":
            says = _("{form} observert")
        case "received":
            says = _("{form} mottatt")
        case _:
            says = _("{form} fylt ut")
    return says.format(form=asked_words(sheet))


def _figure(sheet: Screening) -> str:
    """The score; of several scales how many have reached their limit; of two stages nothing."""
    if sheet.two_stage:
        return ""
    if sheet.scales > 1:
        return _("{reached} av {scales}").format(reached=sheet.reached, scales=sheet.scales)
    return "" if sheet.score is None else number_words(sheet.score)


def _range(sheet: Screening) -> str:
    """Where the score must lie; `uferdig` where several scales, or none, have one."""
    if sheet.scales != 1 or not sheet.maximum:
        return _("uferdig")
    return f"{number_words(sheet.lowest)}–{number_words(sheet.highest)}"


def _outcomes(cursor: Cursor, person: int) -> Iterator[TimelineRow]:
    for row in screenings.not_now_of(cursor, person):
        text = _(_OUTCOMES[row.outcome]).format(form=row.form_title)
        yield TimelineRow(at=moment(row.at), text=text, pill="", pill_kind="calm")


def _alerts(cursor: Cursor, person: int) -> Iterator[TimelineRow]:
    for alert in followup.alerts_of(cursor, person):
        if alert.kind != "critical":
            continue
        closed = bool(alert.closed_at)
        yield TimelineRow(
            at=moment(alert.raised_at),
            text=_("Svar som kaller på samtale, spørsmål {item}").format(item=alert.item),
            pill=_("fulgt opp") if closed else _("åpent"),
            pill_kind="done" if closed else "critical",
            screening=alert.screening,
        )


def _steps(cursor: Cursor, person: int) -> Iterator[TimelineRow]:
    for step in followup.steps_of(cursor, person):
        if step.done_at:
            text = _("{step} · gjennomført").format(step=step.words)
            yield TimelineRow(
                at=moment(step.done_at),
                text=f"{text}: {step.outcome}" if step.outcome else text,
                pill=_("ferdig"),
                pill_kind="done",
                screening=step.screening,
            )
        else:
            yield TimelineRow(
                at=moment(step.at),
                text=_("{step} · avtalt").format(step=step.words),
                pill="" if step.due_day is None else _due(step.due_day),
                pill_kind="calm",
                screening=step.screening,
            )


def _due(day: int) -> str:
    return _("innen {day}").format(day=day_and_month(date.fromordinal(day)))


def _papers(cursor: Cursor, person: int) -> Iterator[TimelineRow]:
    for paper in followup.papers_of(cursor, person):
        text = _(_PAPERS[paper.paper])
        yield TimelineRow(
            at=moment(paper.at),
            text=f"{text} ({paper.document})" if paper.document else text,
            pill="",
            pill_kind="calm",
            screening=paper.screening or None,
        )


def _record(cursor: Cursor, person: int) -> Iterator[TimelineRow]:
    versions = record.versions_of(cursor, person)
    rows = [
        TimelineRow(
            at=recorded.moment,
            text=_recorded_words(cursor, recorded, versions[:place]),
            pill="",
            pill_kind="calm",
        )
        for place, recorded in enumerate(versions)
    ]
    yield from reversed(rows)  # newest first in one second


def _recorded_words(cursor: Cursor, recorded: Recorded, before: Sequence[Recorded]) -> str:
    body = recorded.body
    if isinstance(body, FamilyUnlinked):
        adult = circle(cursor, [body.adult]).people.get(body.adult)  # None: erased since
        name = _("En voksen") if adult is None else adult.name
        return _("{name} er ikke lenger koblet hit: {why}").format(name=name, why=body.why)
    if isinstance(body, PersonCorrected):
        return _corrected_words(cursor, recorded, body, before)
    if isinstance(body, PregnancyEnded):
        return _("Svangerskapet er avsluttet")
    return _("Registrert")


def _corrected_words(
    cursor: Cursor, recorded: Recorded, body: PersonCorrected, before: Sequence[Recorded]
) -> str:
    """Who put the details right and why, and what stood there."""
    who = users.user(cursor, recorded.author)
    words = _("Opplysninger rettet av {who}: {why}").format(
        who=who.name if who is not None else "", why=body.why
    )
    held = [
        each.body for each in before if isinstance(each.body, PersonRegistered | PersonCorrected)
    ]
    person = people.person(cursor, recorded.subject or 0)
    shielded = person is None or bool(person.shielded_address)
    was = before_words(held[-1].person, body.person, shielded=shielded) if held else ""
    return _("{words} (før: {before})").format(words=words, before=was) if was else words
