"""Values for the places I dag and Oppfølging."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from nurseapp.clinic.values.people import PillKind

AlertKind = Literal["critical", "over_cut_off", "second_stage", "incomplete", "damaged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertCard:
    """Something unresolved; stays until closed, for every nurse of the clinic."""

    alert: int
    kind: AlertKind
    title: str
    detail: str
    person: int
    screening: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitCard:
    """A consultation that is due: `respondent` is whose answers the offered form asks for."""

    visit: int
    title: str
    detail: str
    pill: str
    pill_kind: PillKind
    person: int
    respondent: int | None
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCard:
    """A planned step of the follow-up."""

    step: int
    title: str
    detail: str
    due: date | None
    overdue: bool
    done: bool
    person: int
    screening: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """What needs action first, then who is due."""

    day: date
    alerts: tuple[AlertCard, ...]
    unfinished: tuple[AlertCard, ...]
    overdue: tuple[StepCard, ...]
    visits: tuple[VisitCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpView:
    """The clinic's list: open alerts, then steps by due date, then what was done lately."""

    alerts: tuple[AlertCard, ...]
    steps: tuple[StepCard, ...]
    done: tuple[StepCard, ...]
