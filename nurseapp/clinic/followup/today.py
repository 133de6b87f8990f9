"""I dag and Oppfølging: what is unresolved in the clinic, and who is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from nurseapp.base.dates import day_and_month
from nurseapp.base.text import _
from nurseapp.clinic.followup.alert_words import alert_card, unfinished_card
from nurseapp.clinic.followup.visits import still_due, visit_card
from nurseapp.clinic.people.naming import matter_of
from nurseapp.clinic.station.moments import day_of
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.today import AlertCard, FollowUpView, StepCard, TodayView
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.screening import VisitPlanned
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries import followup, screenings, users
from nurseapp.journal.queries.families import Circle, circle
from nurseapp.journal.queries.followup import Alert, Step
from nurseapp.journal.queries.screenings import (
    Screening,
    Visit,
    answered_counts,
    screenings_numbered,
)

_MOST_DONE: Final = 30


def today(station: OpenStation) -> TodayView:
    """What needs action first (critical answers, oldest first), then the day's consultations."""
    day = station.day

    def view(cursor: Cursor) -> TodayView:
        alerts = followup.open_alerts(cursor)
        pending = screenings.pending(cursor)
        overdue = followup.overdue_steps(cursor, day.toordinal())
        visits = screenings.visits_on(cursor, day.toordinal())
        family = circle(cursor, _everybody(alerts, pending, overdue, visits))
        answered = answered_counts(cursor, [sheet.screening for sheet in pending])
        return TodayView(
            day=day,
            alerts=_alert_cards(cursor, alerts, family, day),
            unfinished=tuple(
                unfinished_card(sheet, answered.get(sheet.screening, 0), family, day)
                for sheet in pending
            ),
            overdue=tuple(_step_card(step, family, day) for step in overdue),
            visits=tuple(
                visit_card(visit, family, day) for visit in visits if still_due(visit, family)
            ),
        )

    return station.journal.read(view)


def plan_visit(
    station: OpenStation,
    person: int,
    day: date,
    form: str = "",
    respondent: int | None = None,
    *,
    reason: str = "",
) -> int:
    """Puts a consultation with `person` on a day's list; `form` is offered to `respondent`.

    A form about a child is the child's own, whoever will answer it.
    """
    planned = station.library.form(form).form if form else None
    title = planned.name if planned is not None else ""
    body = VisitPlanned(person, day.toordinal(), form, title, reason)
    own = planned is not None and planned.subject == "child"
    entry = Entry(subject=person if own else respondent or person, body=body)
    (recorded,) = station.journal.append(station.author, [entry])
    return recorded.ref


def follow_up(station: OpenStation) -> FollowUpView:
    """The clinic's list: open alerts, then steps by due date, then what was done lately."""
    day = station.day

    def view(cursor: Cursor) -> FollowUpView:
        alerts = followup.open_alerts(cursor)
        planned = followup.open_steps(cursor)
        done = followup.done_steps(cursor, _MOST_DONE)
        family = circle(cursor, _everybody(alerts, (), (*planned, *done), ()))
        return FollowUpView(
            alerts=_alert_cards(cursor, alerts, family, day),
            steps=tuple(_step_card(step, family, day) for step in planned),
            done=tuple(_step_card(step, family, day) for step in done),
        )

    return station.journal.read(view)


def _everybody(
    alerts: Sequence[Alert],
    sheets: Sequence[Screening],
    steps: Sequence[Step],
    visits: Sequence[Visit],
) -> set[int]:
    subjects = {alert.subject for alert in alerts} | {sheet.subject for sheet in sheets}
    subjects |= {step.subject for step in steps}
    return subjects | {number for each in visits for number in (each.person, each.respondent)}


def _alert_cards(
    cursor: Cursor, alerts: Sequence[Alert], family: Circle, day: date
) -> tuple[AlertCard, ...]:
    sheets = screenings_numbered(cursor, [alert.screening for alert in alerts])
    names = {user.user: user.name for user in users.users(cursor)}
    return tuple(
        alert_card(alert, sheets[alert.screening], family, names, day)
        for alert in alerts
        if alert.screening in sheets  # a sheet may have been erased by law
    )


def _step_card(step: Step, family: Circle, day: date) -> StepCard:
    due = None if step.due_day is None else date.fromordinal(step.due_day)
    done = bool(step.done_at)
    return StepCard(
        step=step.step,
        title=matter_of(family, step.subject, day, step.words),
        detail=_step_detail(step, due, day),
        due=due,
        overdue=not done and due is not None and due < day,
        done=done,
        person=step.subject,
        screening=step.screening,
    )


def _step_detail(step: Step, due: date | None, day: date) -> str:
    if step.done_at:
        done = _("Gjort {day}").format(day=day_and_month(day_of(step.done_at)))
        return f"{done}: {step.outcome}" if step.outcome else done
    planned = _("Avtalt {day}").format(day=day_and_month(day_of(step.at)))
    if due is None:
        return planned
    says = _("skulle vært gjort {day}") if due < day else _("innen {day}")
    return f"{planned} · {says.format(day=day_and_month(due))}"
