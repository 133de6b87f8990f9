"""I dag and Oppfølging: what is unresolved in the clinic, and who is due."""

from __future__ import annotations

from datetime import date
from typing import Final

from nurseapp.base.dates import day_and_month
from nurseapp.base.text import _, mark
from nurseapp.clinic.alert_words import alert_card, unfinished_card
from nurseapp.clinic.moments import day_of
from nurseapp.clinic.naming import (
    born,
    gestation,
    language_words,
    place_in_family,
    title_of,
)
from nurseapp.clinic.open_station import OpenStation
from nurseapp.clinic.values.people import PillKind
from nurseapp.clinic.values.today import (
    AlertCard,
    FollowUpView,
    StepCard,
    TodayView,
    VisitCard,
)
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.screening import VisitPlanned
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries import followup, people, screenings
from nurseapp.journal.queries.followup import Step
from nurseapp.journal.queries.people import Person
from nurseapp.journal.queries.screenings import Visit
from nurseapp.people.ages import corrected_birth
from nurseapp.people.roles import Role, role_in_words

_MOST_STEPS: Final = 200
_MOST_DONE: Final = 30
_SHORT_INTERPRETERS: Final = {
    "on_site": mark("til stede"),
    "phone": mark("telefon"),
    "video": mark("video"),
}
_OUTCOMES: Final[dict[str, tuple[str, PillKind]]] = {
    "screened": (mark("Besvart"), "done"),
    "talk_without_form": (mark("Samtale uten skjema"), "done"),
    "deferred": (mark("Utsatt"), "calm"),
    "declined": (mark("Ville ikke svare"), "calm"),
}


def today(station: OpenStation) -> TodayView:
    """What needs action first (critical answers, oldest first), then the day's consultations."""
    day = station.day

    def view(cursor: Cursor) -> TodayView:
        overdue = followup.overdue_steps(cursor, day.toordinal())
        return TodayView(
            day=day,
            alerts=_alerts(cursor, day),
            unfinished=tuple(
                unfinished_card(cursor, sheet, day) for sheet in screenings.pending(cursor)
            ),
            overdue=tuple(_step_card(cursor, step, day) for step in overdue),
            visits=tuple(
                _visit_card(cursor, visit, day)
                for visit in screenings.visits_on(cursor, day.toordinal())
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
    """Puts a consultation with `person` on a day's list; `form` is offered to `respondent`."""
    title = station.library.form(form).form.name if form else ""
    body = VisitPlanned(person, day.toordinal(), form, title, reason)
    entry = Entry(subject=respondent or person, body=body)
    (recorded,) = station.journal.append(station.author, [entry])
    return recorded.ref


def follow_up(station: OpenStation) -> FollowUpView:
    """The clinic's list: open alerts, then steps by due date, then what was done lately."""
    day = station.day

    def view(cursor: Cursor) -> FollowUpView:
        planned = followup.open_steps(cursor, _MOST_STEPS)
        done = followup.done_steps(cursor, _MOST_DONE)
        return FollowUpView(
            alerts=_alerts(cursor, day),
            steps=tuple(_step_card(cursor, step, day) for step in planned),
            done=tuple(_step_card(cursor, step, day) for step in done),
        )

    return station.journal.read(view)


def _alerts(cursor: Cursor, day: date) -> tuple[AlertCard, ...]:
    cards = (alert_card(cursor, alert, day) for alert in followup.open_alerts(cursor))
    return tuple(card for card in cards if card is not None)


def _step_card(cursor: Cursor, step: Step, day: date) -> StepCard:
    person = people.person(cursor, step.subject)
    who = title_of(cursor, person, day) if person is not None else ""
    due = None if step.due_day is None else date.fromordinal(step.due_day)
    done = bool(step.done_at)
    return StepCard(
        step=step.step,
        title=f"{who}: {step.words}",
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


def _visit_card(cursor: Cursor, visit: Visit, day: date) -> VisitCard:
    person = people.person(cursor, visit.person)
    respondent = people.person(cursor, visit.respondent) if visit.respondent else None
    pill, kind = _visit_pill(visit)
    return VisitCard(
        visit=visit.visit,
        title=_visit_title(cursor, person, day) if person is not None else "",
        detail=_visit_detail(cursor, visit, person, respondent, day),
        pill=pill,
        pill_kind=kind,
        person=visit.person,
        respondent=visit.respondent or None,
        form=visit.form,
    )


def _visit_title(cursor: Cursor, person: Person, day: date) -> str:
    if person.kind == "adult":
        place = place_in_family(cursor, person.person, day)
        return f"{person.name} · {place}" if place else person.name
    return title_of(cursor, person, day)


def _visit_pill(visit: Visit) -> tuple[str, PillKind]:
    if visit.outcome:
        words, kind = _OUTCOMES[visit.outcome]
        return _(words), kind
    if visit.reason == "repeat_overdue":
        return _("Ny kartlegging forfalt"), "concern"
    if visit.reason == "alone":
        return _("Kartlegging alene"), "concern"
    if visit.form_title:
        return _("{form} skal tilbys").format(form=visit.form_title), "calm"
    return _("Konsultasjon"), "calm"


def _visit_detail(
    cursor: Cursor, visit: Visit, person: Person | None, respondent: Person | None, day: date
) -> str:
    """Whose answers are wanted, an interpreter to be booked, a preterm birth."""
    parts = []
    if person is not None and person.kind == "child":
        parts.append(_preterm(person, day))
    if respondent is not None and person is not None:
        parts.append(_asked(cursor, visit, person, respondent))
    for each in (respondent, person):
        if each is not None and each.interpreter != "none":
            parts.append(_interpreter(each))
            break
    return " · ".join(part for part in parts if part)


def _asked(cursor: Cursor, visit: Visit, person: Person, respondent: Person) -> str:
    roles = {kin.person: kin.role for kin in people.adults_of(cursor, person.person)}
    role = role_in_words(Role(roles[respondent.person])) if respondent.person in roles else ""
    named = f"{role[:1].upper()}{role[1:]}: {respondent.name}" if role else respondent.name
    if person.kind == "pregnancy":
        return named if len(roles) > 1 else ""
    if not visit.form_title or visit.outcome:
        return named
    return f"{named} · " + _("{form} skal tilbys").format(form=visit.form_title)


def _interpreter(person: Person) -> str:
    return _("Tolk: {language} ({how})").format(
        language=language_words(person.language), how=_(_SHORT_INTERPRETERS[person.interpreter])
    )


def _preterm(child: Person, day: date) -> str:
    birth, weeks = born(child), gestation(child)
    if birth is None or weeks is None or corrected_birth(birth, weeks, day) is None:
        return ""
    return _("Født uke {week}").format(week=weeks.weeks)
