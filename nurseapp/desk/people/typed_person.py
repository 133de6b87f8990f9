"""A person as she stands in the form: what was typed, and what it amounts to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from nurseapp.base.dates import short_date
from nurseapp.base.text import _, mark
from nurseapp.base.typed_dates import TypedDay, typed_day, typed_past_day
from nurseapp.clinic.values.people import (
    FamilyRole,
    Interpreter,
    PersonDetails,
    PersonKind,
    Sex,
)
from nurseapp.people.ages import TERM_DAYS

Standing = Literal[
    "mother", "father", "co_mother", "other_carer", "foster_carer", "child", "pregnancy"
]
"""What the form asks first: who she is. An adult's standing is her usual role in a family."""

STANDINGS: Final[tuple[tuple[Standing, str], ...]] = (
    ("mother", mark("Mor")),
    ("father", mark("Far")),
    ("co_mother", mark("Medmor")),
    ("other_carer", mark("Annen omsorgsperson")),
    ("foster_carer", mark("Fosterforelder")),
    ("child", mark("Barn")),
    ("pregnancy", mark("Svangerskap")),
)
LEAST_WEEKS: Final = 21
MOST_WEEKS: Final = 45
_DAYS_IN_WEEK: Final = 7
_LONGEST_OVERDUE_DAYS: Final = 35
_NUMBER: Final = re.compile("[0-9]{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedPerson:
    """The fields as they stand; dates and numbers are text until they are read."""

    standing: Standing = "mother"
    given_name: str = ""
    family_name: str = ""
    birth_date: str = ""
    national_number: str = ""
    sex: Sex = "unknown"
    language: str = "nb"
    interpreter: Interpreter = "none"
    weeks: str = ""
    days: str = ""
    due_date: str = ""
    shielded: bool = False
    address: str = ""
    phone: str = ""
    general_practitioner: str = ""
    next_of_kin: str = ""

    @property
    def kind(self) -> PersonKind:
        """What the record is about."""
        if self.standing in {"child", "pregnancy"}:
            return "child" if self.standing == "child" else "pregnancy"
        return "adult"

    @property
    def role(self) -> FamilyRole:
        """The adult's place beside a child; mother where nothing else was chosen."""
        if self.standing == "child" or self.standing == "pregnancy":  # noqa: PLR1714 - narrows
            return "mother"
        return self.standing


NOBODY: Final = TypedPerson()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPerson:
    """The details the form amounts to, or a sentence for each field that does not hold."""

    details: PersonDetails | None
    problems: tuple[tuple[str, str], ...]


def as_typed(details: PersonDetails, standing: Standing) -> TypedPerson:
    """The form filled with what is recorded."""
    return TypedPerson(
        standing=standing,
        given_name=details.given_name,
        family_name=details.family_name,
        birth_date=short_date(details.birth_date) if details.birth_date else "",
        national_number=details.national_number,
        sex=details.sex,
        language=details.language,
        interpreter=details.interpreter,
        weeks="" if details.gestation_weeks is None else str(details.gestation_weeks),
        days="" if details.gestation_weeks is None else str(details.gestation_days),
        due_date=short_date(details.due_date) if details.due_date else "",
        shielded=details.shielded_address,
        address=details.address,
        phone=details.phone,
        general_practitioner=details.general_practitioner,
        next_of_kin=details.next_of_kin,
    )


def read_person(typed: TypedPerson, *, today: date) -> ReadPerson:
    """Reads the whole form; each problem is named by its field."""
    if typed.kind == "pregnancy":
        return _read_pregnancy(typed, today)
    born = typed_past_day(typed.birth_date, today=today)
    weeks = _whole(typed.weeks) if typed.kind == "child" else None
    days = _whole(typed.days) or 0
    problems = _problems(
        given_name=_missing(typed.given_name, _("Fornavn mangler.")),
        family_name=_missing(typed.family_name, _("Etternavn mangler.")),
        birth_date=born.problem or _birth_date_missing(typed),
        weeks=gestation_problem(typed.weeks, typed.days) if typed.kind == "child" else "",
    )
    if problems:
        return ReadPerson(details=None, problems=problems)
    details = PersonDetails(
        kind=typed.kind,
        given_name=typed.given_name.strip(),
        family_name=typed.family_name.strip(),
        birth_date=born.day,
        national_number=typed.national_number.strip(),
        sex=typed.sex,
        language=typed.language,
        interpreter=typed.interpreter,
        gestation_weeks=weeks,
        gestation_days=days if weeks is not None else 0,
        shielded_address=typed.shielded,
        address=typed.address.strip(),
        phone=typed.phone.strip(),
        general_practitioner=typed.general_practitioner.strip(),
        next_of_kin=typed.next_of_kin.strip(),
    )
    return ReadPerson(details=details, problems=())


def gestation_problem(weeks: str, days: str) -> str:
    """A sentence when week and day of birth cannot be so; empty when fine or both empty."""
    if not weeks.strip() and not days.strip():
        return ""
    week, day = _whole(weeks), _whole(days or "0")
    if week is None or not LEAST_WEEKS <= week <= MOST_WEEKS:
        return _("Uken ved fødsel må være fra {least} til {most}.").format(
            least=LEAST_WEEKS, most=MOST_WEEKS
        )
    if day is None or day >= _DAYS_IN_WEEK:
        return _("Dagen i uken må være fra 0 til 6.")
    return ""


def birth_date_problem(text: str, *, today: date) -> str:
    """A sentence about a birth date that was typed; empty when fine or empty."""
    return typed_past_day(text, today=today).problem


def due_date(text: str, *, today: date) -> TypedDay:
    """The due date; one more than 40 weeks ahead or 5 weeks behind is a problem."""
    typed = typed_day(text, today=today)
    if typed.day is None:
        return typed
    days = (typed.day - today).days
    if days > TERM_DAYS:
        return TypedDay(problem=_("Termin kan ikke være mer enn 40 uker fram. Se etter tastefeil."))
    if days < -_LONGEST_OVERDUE_DAYS:
        return TypedDay(problem=_("Termin er passert for lenge siden. Se etter tastefeil."))
    return typed


def _read_pregnancy(typed: TypedPerson, today: date) -> ReadPerson:
    due = due_date(typed.due_date, today=today)
    problems = _problems(due_date=due.problem or _missing(typed.due_date, _("Termin mangler.")))
    if problems:
        return ReadPerson(details=None, problems=problems)
    return ReadPerson(details=PersonDetails(kind="pregnancy", due_date=due.day), problems=())


def _problems(**sentences: str) -> tuple[tuple[str, str], ...]:
    return tuple((field, sentence) for field, sentence in sentences.items() if sentence)


def _birth_date_missing(typed: TypedPerson) -> str:
    """A child's age decides which forms fit; an adult's may be unknown."""
    return _missing(typed.birth_date, _("Fødselsdato mangler.")) if typed.kind == "child" else ""


def _missing(text: str, sentence: str) -> str:
    return "" if text.strip() else sentence


def _whole(text: str) -> int | None:
    written = text.strip()
    return int(written) if _NUMBER.fullmatch(written) else None
