"""Values about people and families."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

PersonKind = Literal["adult", "child", "pregnancy"]
FamilyRole = Literal["mother", "father", "co_mother", "other_carer", "foster_carer"]
Interpreter = Literal["none", "on_site", "phone", "video"]
Sex = Literal["female", "male", "unknown"]
PillKind = Literal["calm", "concern", "critical", "done"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """Everything that may be recorded about one person; for a pregnancy only the due date counts.

    `gestation_weeks` and `gestation_days` tell how far the pregnancy was at birth (child).
    """

    kind: PersonKind
    given_name: str = ""
    family_name: str = ""
    birth_date: date | None = None
    national_number: str = ""
    sex: Sex = "unknown"
    language: str = "nb"
    interpreter: Interpreter = "none"
    gestation_weeks: int | None = None
    gestation_days: int = 0
    due_date: date | None = None
    shielded_address: bool = False
    address: str = ""
    phone: str = ""
    general_practitioner: str = ""
    next_of_kin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyLink:
    """An adult's place beside a child or a pregnancy."""

    adult: int
    child: int
    role: FamilyRole


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One hit of a search: `context` tells people of the same name apart."""

    person: int
    name: str
    kind: PersonKind
    born: str
    context: str
    last_seen: str
    shielded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyMember:
    """A relative as the person page lists her; never with any answer or score."""

    person: int
    name: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """One sheet in a series; `score` is None for an incomplete sheet, which has a range."""

    day: date
    label: str
    score: float | None
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """A form over time for one person; `change` is empty if nothing can be said about it.

    Of several scales it is the first, named in the title. With `low_is_concern` the concern lies
    under the cut-off.
    """

    form_title: str
    maximum: float
    cut_off: float | None
    points: tuple[TrendPoint, ...]
    change: str
    low_is_concern: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The newest entries of a form without a sum, newest first, each with its sheet's number.

    `rows` are a topic and what stands at it on each of the `days`; empty where nothing does. It
    is what a person wrote: text, never markup.
    """

    form_title: str
    days: tuple[str, ...]
    screenings: tuple[int, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One thing that happened; `screening` opens its result."""

    at: datetime
    text: str
    pill: str
    pill_kind: PillKind
    screening: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """One person's record, and nobody else's."""

    person: int
    name: str
    kind: PersonKind
    subtitle: str
    details: PersonDetails
    facts: tuple[tuple[str, str], ...]
    family: tuple[FamilyMember, ...]
    trends: tuple[Trend, ...]
    timeline: tuple[TimelineRow, ...]
    nurse_lines: tuple[str, ...]
    open_screening: int | None
    can_be_screened: bool
    series: tuple[Series, ...] = ()
