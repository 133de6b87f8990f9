"""Values about the station and its users."""

from __future__ import annotations

from dataclasses import dataclass

from nurseapp.base.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUser:
    """A user to be added; `name` is what she logs in with and signs papers with."""

    name: str
    title: str
    password: str
    phone: str = ""
    hpr_number: str = ""
    administrator: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UserRow:
    """A user as the settings list shows her."""

    user_id: int
    name: str
    title: str
    phone: str
    hpr_number: str
    administrator: bool
    active: bool

    @property
    def signed(self) -> str:
        """Name and title, as papers are signed."""
        return ", ".join(part for part in (self.name, self.title) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStation:
    """What the first start asks for."""

    name: str
    municipality: str
    phone: str
    training: bool
    language: Language
    first_user: NewUser


@dataclass(frozen=True, slots=True, kw_only=True)
class Founded:
    """The recovery key, shown once; `groups` is the same key in the groups that are printed."""

    recovery_key: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StationFinding:
    """What one check of the station found, as a sentence."""

    sentence: str
    ok: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StationHealth:
    """All findings in the order they were made."""

    findings: tuple[StationFinding, ...]

    @property
    def ok(self) -> bool:
        """Whether everything held."""
        return all(finding.ok for finding in self.findings)
