"""Entries about people and families."""

from __future__ import annotations

from nurseapp.journal.entry import Body, recorded_as
from nurseapp.journal.kinds import Kind


class PersonWritten(Body, frozen=True):
    """Everything recorded about one person.

    Days are proleptic ordinals (`date.toordinal`); `gestation_days` is the whole length of the
    pregnancy at a child's birth.
    """

    kind: str
    given_name: str
    family_name: str
    birth_day: int | None
    national_number: str
    sex: str
    language: str
    interpreter: str
    gestation_days: int | None
    due_day: int | None
    shielded_address: bool
    address: str
    phone: str
    general_practitioner: str
    next_of_kin: str


@recorded_as(Kind.PERSON_REGISTERED)
class PersonRegistered(Body, frozen=True):
    """A new record; the entry's own ref is the person from now on."""

    person: PersonWritten


@recorded_as(Kind.PERSON_CORRECTED)
class PersonCorrected(Body, frozen=True):
    """The whole of what is now held right, and why; what stood before stays readable."""

    person: PersonWritten
    why: str


@recorded_as(Kind.FAMILY_LINKED)
class FamilyLinked(Body, frozen=True):
    """An adult's place beside the subject, who is a child or a pregnancy."""

    adult: int
    role: str


@recorded_as(Kind.FAMILY_UNLINKED)
class FamilyUnlinked(Body, frozen=True):
    """The adult's place was a mistake or is over."""

    adult: int
    why: str


@recorded_as(Kind.PREGNANCY_ENDED)
class PregnancyEnded(Body, frozen=True):
    """The subject, a pregnancy, ended in `birth` or `loss`; it is not shown again."""

    outcome: str
    children: tuple[int, ...]


@recorded_as(Kind.NURSE_LINE_WRITTEN)
class NurseLineWritten(Body, frozen=True):
    """A line that the nurse herself wrote into the subject's record."""

    text: str


@recorded_as(Kind.RECORD_READ)
class RecordRead(Body, frozen=True):
    """The author saw the subject's `place`: `person`, `result` or `paper`."""

    place: str
    screening: int
