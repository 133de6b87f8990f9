"""What an unresolved matter is called in a list: whose, what, since when, who follows it up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from nurseapp.base.dates import clock_time, day_and_month
from nurseapp.base.numbers import number_words
from nurseapp.base.text import _
from nurseapp.clinic.people.naming import matter_of
from nurseapp.clinic.sheets.sheet_words import saved_words
from nurseapp.clinic.station.moments import moment
from nurseapp.clinic.values.today import AlertCard, AlertKind
from nurseapp.journal.queries.families import Circle
from nurseapp.journal.queries.followup import Alert
from nurseapp.journal.queries.screenings import Screening


def alert_card(
    alert: Alert, sheet: Screening, circle: Circle, users: Mapping[int, str], day: date
) -> AlertCard:
    """The card of an open alert on `sheet`; `users` are names by number."""
    return AlertCard(
        alert=alert.alert,
        kind=cast("AlertKind", alert.kind),
        title=matter_of(circle, sheet.subject, day, _what(alert, sheet)),
        detail=_detail(sheet, alert.raised_at, users, day),
        person=alert.subject,
        screening=alert.screening,
    )


def unfinished_card(sheet: Screening, answered: int, circle: Circle, day: date) -> AlertCard:
    """The card of a sheet that was begun and not finished."""
    saved = saved_words(answered)
    what = _("{form} er ikke fullført").format(form=sheet.form_title)
    return AlertCard(
        alert=0,
        kind="incomplete",
        title=matter_of(circle, sheet.subject, day, what),
        detail=f"{_since(sheet.started_at, day, _('Overlevert'))} · {saved}",
        person=sheet.subject,
        screening=sheet.screening,
    )


def _what(alert: Alert, sheet: Screening) -> str:
    form = sheet.form_title
    match alert.kind:
        case "critical":
            return _("kritisk svar, {form} spørsmål {item}").format(form=form, item=alert.item)
        case "over_cut_off":
            return _over(sheet)
        case "second_stage":
            return _("{form}: oppfølgingssamtale gjenstår").format(form=form)
        case "incomplete":
            return _("{form} mangler svar").format(form=form)
        case _:
            return _("svarene på {form} er skadet").format(form=form)


def _over(sheet: Screening) -> str:
    """On the side of concern; of several scales how many, since one score tells too little."""
    form = sheet.form_title
    if sheet.scales > 1 and not sheet.two_stage:
        return _("{form}, grensen nådd i {reached} av {scales}: samtale").format(
            form=form, reached=sheet.reached, scales=sheet.scales
        )
    low = sheet.concern == "low"
    if sheet.score is None or sheet.two_stage:
        says = _("{form} under grensen: samtale") if low else _("{form} over grensen: samtale")
        return says.format(form=form)
    says = (
        _("{form} {score}, under grensen: samtale")
        if low
        else _("{form} {score}, over grensen: samtale")
    )
    return says.format(form=form, score=number_words(sheet.score))


def _detail(sheet: Screening, raised_at: int, users: Mapping[int, str], day: date) -> str:
    parts = [
        _answered(sheet, raised_at, day),
        _("ikke fulgt opp ennå"),
    ]
    if sheet.author in users:
        parts.append(_("ansvarlig {name}").format(name=users[sheet.author]))
    return " · ".join(parts)


def _answered(sheet: Screening, raised_at: int, day: date) -> str:
    """Of a sheet from paper the day alone: nobody noted the time."""
    if sheet.by_day:
        return f"{_('Besvart')} {day_and_month(moment(sheet.answered_at))}"
    return _since(sheet.answered_at or raised_at, day, _("Besvart"))


def _since(at: int, day: date, what: str) -> str:
    """`Besvart 09:42`, or with the date when that was not today."""
    when = moment(at)
    said = clock_time(when)
    if when.date() != day:
        said = f"{day_and_month(when)} {said}"
    return f"{what} {said}"
