"""Lets people in: setting up a station, logging in, recovery, and who else may."""

from __future__ import annotations

from pathlib import Path

from nurseapp.base.clock import Clock
from nurseapp.base.errors import (
    AccessLostError,
    KeyFileError,
    StationDamagedError,
    WrongPasswordError,
)
from nurseapp.base.text import _
from nurseapp.clinic.station.card import station_card
from nurseapp.clinic.station.card_changes import change_card
from nurseapp.clinic.station.document_id import new_document_id
from nurseapp.clinic.station.failed_logins import (
    failed_logins,
    forget_failed_logins,
    note_failed_login,
)
from nurseapp.clinic.station.founding import found_station
from nurseapp.clinic.station.journal_door import older_keys_words, one_key, open_journal
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.practice_clock import PracticeClock
from nurseapp.clinic.station.users import (
    add_user,
    change_password,
    list_users,
    remove_user,
    user_row,
)
from nurseapp.clinic.values.card import StationCard
from nurseapp.clinic.values.station import Founded
from nurseapp.journal.entries.station import (
    LoggedIn,
    RecoveryBegun,
    RecoveryDone,
    UserAdded,
    UserRemoved,
)
from nurseapp.journal.entry import ITSELF, STATION, Entry
from nurseapp.journal.journal import Journal
from nurseapp.journal.queries import users as queries

__all__ = [
    "OpenStation",
    "add_user",
    "change_card",
    "change_password",
    "found_station",
    "list_users",
    "open_by_recovery",
    "open_station",
    "recovery_sheet",
    "remove_user",
]


def open_station(folder: Path, name: str, password: str, *, clock: Clock) -> OpenStation:
    """Lets a user in and records it, with the wrong passwords given since the last time.

    Raises WrongPasswordError, TooManyTriesError, KeyFileError (also when the key file lets in
    somebody whom the journal does not know as hers), AccessLostError, StationError, DiskError.
    """
    from nurseapp.vault.vault import unlock

    card = station_card(folder)
    try:
        unlocked = unlock(folder, name, password, clock=clock)
    except WrongPasswordError:
        note_failed_login(folder, clock)
        raise
    key = one_key(folder, unlocked.keys, clock)
    station = _let_in(folder, card, key, unlocked.user_id, clock)
    station.notice = older_keys_words() if unlocked.fell_back else ""
    return station


def open_by_recovery(
    folder: Path, recovery_key: str, name: str, new_password: str, *, clock: Clock
) -> OpenStation:
    """Lets a user in by the recovery key, with a new password.

    Killed anywhere, her old or her new password works. Raises WrongRecoveryKeyError,
    AccessLostError for a name nobody has, WeakPasswordError, StationError, DiskError.
    """
    from nurseapp.vault.passwords import require_long_enough
    from nurseapp.vault.vault import set_password_by_recovery, unlock_with_recovery

    card = station_card(folder)
    require_long_enough(new_password)
    recovered = unlock_with_recovery(folder, recovery_key)
    key = one_key(folder, recovered.keys, clock)
    slot = _slot_of(folder, name)
    journal = open_journal(folder, key, clock)
    try:
        # Said before the key file changes: a kill in between must not shut her out.
        begun = RecoveryBegun(_user_in(journal, slot).user)
        journal.append(STATION, [Entry(subject=begun.user, body=begun)])
    finally:
        journal.close()
    unlocked = set_password_by_recovery(folder, recovery_key, name, new_password)
    station = _let_in(folder, card, key, unlocked.user_id, clock)
    station.notice = older_keys_words() if recovered.fell_back else ""
    return station


def recovery_sheet(founded: Founded, card: StationCard, *, clock: Clock | None = None) -> bytes:
    """The sheet with the recovery key, to be printed and locked away; raises MissingGlyphError."""
    from nurseapp.base.clock import SystemClock
    from nurseapp.base.dates import short_date
    from nurseapp.report.recovery import RecoveryDocument, recovery_pdf

    made_at = (clock or SystemClock()).now()
    return recovery_pdf(
        RecoveryDocument(
            document_id=new_document_id(),
            made_at=made_at,
            date=short_date(made_at),
            station=" · ".join(part for part in (card.name, card.municipality) if part),
            groups=founded.groups,
            training=card.training,
        )
    )


def _let_in(folder: Path, card: StationCard, key: bytes, slot: int, clock: Clock) -> OpenStation:
    if card.training:
        clock = PracticeClock(clock)
    journal = open_journal(folder, key, clock)
    try:
        _agree_on_keys(folder, journal)
        user = user_row(_user_in(journal, slot))
        _agree_on_training(card, journal)
        failed = failed_logins(folder)
        journal.append(user.user_id, [Entry(subject=user.user_id, body=LoggedIn(failed_at=failed))])
        forget_failed_logins(folder)
    except BaseException:
        journal.close()
        raise
    return OpenStation(folder=folder, card=card, user=user, clock=clock, journal=journal, key=key)


def _agree_on_training(card: StationCard, journal: Journal) -> None:
    """The card lies open: a station with real people must never pass for a training one."""
    described = journal.read(queries.station)
    if described is None or bool(described.training) is not card.training:
        raise StationDamagedError(what=_("filen station.json er endret"))


def _agree_on_keys(folder: Path, journal: Journal) -> None:
    """Compares the key file with what the journal knows; raises KeyFileError.

    The key file was proven at unlock to be written by a holder of the database's key, so a slot
    that the journal does not know is an addition that was interrupted, and one that is missing a
    removal: both are finished here.
    """
    from nurseapp.vault.users import read_users
    from nurseapp.vault.vault import public_keys

    in_file = public_keys(folder).users
    known = {user.slot: user for user in journal.read(queries.users)}
    named = {user.user_id: user for user in read_users(folder)}
    repaired = [
        Entry(subject=user.user, body=UserRemoved(user.user))
        for user in known.values()
        if user.active and user.slot not in in_file
    ]
    for slot, public_key in in_file.items():
        user = known.get(slot)
        if user is None:
            new = named[slot]
            body = UserAdded(slot, new.name, "", "", "", new.administrator, public_key)
            repaired.append(Entry(subject=ITSELF, body=body))
        elif user.public_key == b"":
            repaired.append(Entry(subject=user.user, body=RecoveryDone(user.user, public_key)))
        elif user.public_key != public_key:
            raise KeyFileError
    if repaired:
        journal.append(STATION, repaired)


def _user_in(journal: Journal, slot: int) -> queries.User:
    for user in journal.read(queries.users):
        if user.slot == slot and user.active:
            return user
    raise AccessLostError


def _slot_of(folder: Path, name: str) -> int:
    from nurseapp.vault.keyfile import folded
    from nurseapp.vault.users import read_users

    for user in read_users(folder):
        if folded(user.name) == folded(name):
            return user.user_id
    raise AccessLostError
