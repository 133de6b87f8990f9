"""What an unresolved matter is called in a list: whose, what, since when, who follows it up."""

from __future__ import annotations

from datetime import date
from typing import cast

from nurseapp.base.dates import clock_time, day_and_month
from nurseapp.base.text import _, plural
from nurseapp.clinic.moments import moment
from nurseapp.clinic.naming import title_of
from nurseapp.clinic.values.today import AlertCard, AlertKind
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries import people, screenings, users
from nurseapp.journal.queries.followup import Alert
from nurseapp.journal.queries.screenings import Screening


def alert_card(cursor: Cursor, alert: Alert, day: date) -> AlertCard | None:
    """The card of an open alert; None if its sheet was erased by law."""
    sheet = screenings.screening(cursor, alert.screening)
    if sheet is None:
        return None
    return AlertCard(
        alert=alert.alert,
        kind=cast("AlertKind", alert.kind),
        title=_titled(cursor, sheet, _what(alert, sheet), day),
        detail=_detail(cursor, sheet, alert.raised_at, day),
        person=alert.subject,
        screening=alert.screening,
    )


def unfinished_card(cursor: Cursor, sheet: Screening, day: date) -> AlertCard:
    """The card of a sheet that was begun and not finished."""
    answered = len(screenings.answers_of(cursor, sheet.screening))
    begun = plural("{count} svar er lagret", "{count} svar er lagret", answered)
    what = _("{form} er ikke fullført").format(form=sheet.form_title)
    return AlertCard(
        alert=0,
        kind="incomplete",
        title=_titled(cursor, sheet, what, day),
        detail=f"{_since(sheet.started_at, day, _('Overlevert'))} · {begun}",
        person=sheet.subject,
        screening=sheet.screening,
    )


def _titled(cursor: Cursor, sheet: Screening, what: str, day: date) -> str:
    person = people.person(cursor, sheet.subject)
    who = title_of(cursor, person, day) if person is not None else ""
    return f"{who}: {what}"


def _what(alert: Alert, sheet: Screening) -> str:
    form = sheet.form_title
    match alert.kind:
        case "critical":
            return _("kritisk svar, {form} spørsmål {item}").format(form=form, item=alert.item)
        case "over_cut_off":
            if sheet.score is None:
                return _("{form} over grensen: samtale").format(form=form)
            return _("{form} {score}, over grensen: samtale").format(form=form, score=sheet.score)
        case "incomplete":
            return _("{form} mangler svar").format(form=form)
        case _:
            return _("svarene på {form} er skadet").format(form=form)


def _detail(cursor: Cursor, sheet: Screening, raised_at: int, day: date) -> str:
    parts = [
        _since(sheet.answered_at or raised_at, day, _("Besvart")),
        _("ikke fulgt opp ennå"),
    ]
    nurse = users.user(cursor, sheet.author)
    if nurse is not None:
        parts.append(_("ansvarlig {name}").format(name=nurse.name))
    return " · ".join(parts)


def _since(at: int, day: date, what: str) -> str:
    """`Besvart 09:42`, or with the date when that was not today."""
    when = moment(at)
    said = clock_time(when)
    if when.date() != day:
        said = f"{day_and_month(when)} {said}"
    return f"{what} {said}"
