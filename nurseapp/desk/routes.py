"""Where the nurse can be in the desk: frozen values, never strings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Today:
    """I dag: what needs action first, then who is due."""


@dataclass(frozen=True, slots=True)
class People:
    """Personer: search and the people seen last; `text` is what is searched for at once."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person's record."""

    person: int


@dataclass(frozen=True, slots=True)
class RegisterPerson:
    """A new person; `beside` is the child, pregnancy or adult whose family she belongs to."""

    beside: int | None = None
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class CorrectPerson:
    """What is recorded about a person, to be corrected with a reason."""

    person: int


@dataclass(frozen=True, slots=True)
class Birth:
    """A pregnancy that becomes one child or several, or is recorded as lost."""

    pregnancy: int


@dataclass(frozen=True, slots=True)
class HandOver:
    """The device changes hands; `person` may be a child, whose adults are then asked for."""

    person: int
    visit: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A sheet that was not answered on the device; an empty `form` or `mode` is asked for.

    `beside` is the other one at a consultation, whose record the form may belong in instead;
    `continues` the sheet that a second stage goes on with.
    """

    person: int
    form: str = ""
    mode: Literal["", "paper", "observer", "received", "second_stage"] = ""
    visit: int | None = None
    beside: int | None = None
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """One answer sheet."""

    screening: int


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Oppfølging: the clinic's list; `step` is the one to finish at once."""

    step: int | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """The referral summary of one answer sheet."""

    screening: int


@dataclass(frozen=True, slots=True)
class TakeHome:
    """The sheet that the parent carries home; never with a score."""

    screening: int


@dataclass(frozen=True, slots=True)
class FormLibrary:
    """Skjema: the forms in the program, and whether they may be used here."""


@dataclass(frozen=True, slots=True)
class FormPage:
    """One form, or a family by its id or by that of one of its age forms."""

    form: str


@dataclass(frozen=True, slots=True)
class FormWording:
    """The words of one form in one language; an empty `language` is asked for."""

    form: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class FormPreview:
    """A form as a parent sees it, in the words of the clinic or in the practice words."""

    form: str
    language: str
    practice: bool = False


@dataclass(frozen=True, slots=True)
class FormApproval:
    """A form to be held against its paper and approved; without `language` for paper alone."""

    form: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class FamilyApproval:
    """The age forms of a family, to be approved several at a time."""

    family: str


@dataclass(frozen=True, slots=True)
class LicensedTable:
    """The limits and the key that the clinic has from the form's publisher."""

    form: str


@dataclass(frozen=True, slots=True)
class Licences:
    """The licences that the clinic's wording and tables rest on."""


@dataclass(frozen=True, slots=True)
class FormFile:
    """A new form from a FHIR file."""


@dataclass(frozen=True, slots=True)
class FormPack:
    """A signed file from another of the municipality's stations."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Innstillinger: users, password, locking, language, backup, the station's health."""

    part: Literal["users", "password", "station", "safety"] = "users"


Route = (
    Today
    | People
    | PersonPage
    | RegisterPerson
    | CorrectPerson
    | Birth
    | HandOver
    | Entry
    | Result
    | FollowUp
    | Referral
    | TakeHome
    | FormLibrary
    | FormPage
    | FormWording
    | FormPreview
    | FormApproval
    | FamilyApproval
    | LicensedTable
    | Licences
    | FormFile
    | FormPack
    | Settings
)
