"""Entries about the station and its users; none of them concerns a patient."""

from __future__ import annotations

from nurseapp.journal.entry import Body, recorded_as
from nurseapp.journal.kinds import Kind


@recorded_as(Kind.STATION_DESCRIBED)
class StationDescribed(Body, frozen=True):
    """What the station is called, at its founding and whenever that is changed."""

    name: str
    municipality: str
    phone: str
    training: bool


@recorded_as(Kind.USER_ADDED)
class UserAdded(Body, frozen=True):
    """Somebody may log in from now on; `slot` and `public_key` are hers in the key file."""

    slot: int
    name: str
    title: str
    phone: str
    hpr_number: str
    administrator: bool
    public_key: bytes


@recorded_as(Kind.USER_REMOVED)
class UserRemoved(Body, frozen=True):
    """Somebody may no longer log in; her entries stay."""

    user: int


@recorded_as(Kind.PASSWORD_CHANGED)
class PasswordChanged(Body, frozen=True):
    """A user chose a new password."""

    user: int


@recorded_as(Kind.RECOVERY_BEGUN)
class RecoveryBegun(Body, frozen=True):
    """The recovery key was used to give a user a new key; her old one is void from here."""

    user: int


@recorded_as(Kind.RECOVERY_DONE)
class RecoveryDone(Body, frozen=True):
    """The user's new key, as the key file has it."""

    user: int
    public_key: bytes


@recorded_as(Kind.LOGGED_IN)
class LoggedIn(Body, frozen=True):
    """The author opened the station.

    `failed_at` is when a wrong password was given since the last time (seconds since 1970, the
    newest hundred); what was typed is kept nowhere.
    """

    failed_at: tuple[int, ...]


@recorded_as(Kind.BACKED_UP)
class BackedUp(Body, frozen=True):
    """A sealed copy was written; never where to."""

    automatic: bool
