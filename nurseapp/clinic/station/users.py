"""Who may log in."""

from __future__ import annotations

from nurseapp.base.errors import AccessLostError
from nurseapp.clinic.station.journal_door import open_journal
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.station import NewUser, UserRow
from nurseapp.journal.entries.station import PasswordChanged, UserAdded, UserRemoved
from nurseapp.journal.entry import ITSELF, Entry
from nurseapp.journal.queries import users as queries
from nurseapp.people.typed import one_line


def list_users(station: OpenStation) -> tuple[UserRow, ...]:
    """Everybody who can or could log in, in the order they came."""
    return tuple(user_row(user) for user in station.journal.read(queries.users))


def add_user(station: OpenStation, new: NewUser) -> UserRow:
    """Lets somebody else log in; raises NameTakenError, WeakPasswordError, DiskError."""
    from nurseapp.vault.vault import add_user as add_slot
    from nurseapp.vault.vault import public_keys

    name = one_line(new.name)
    slot = add_slot(
        station.folder,
        name,
        new.password,
        administrator=new.administrator,
        key=station.key,
    )
    body = added(new, slot, public_keys(station.folder).users[slot])
    (recorded,) = station.journal.append(station.author, [Entry(subject=ITSELF, body=body)])
    return row_with(station, recorded.ref)


def remove_user(station: OpenStation, user_id: int) -> None:
    """Takes somebody's access away and exchanges the database's key.

    What she wrote stays. Raises LastAdministratorError, AccessLostError, DiskError; killed
    anywhere, the station opens for the others.
    """
    from nurseapp.vault.rotation import remove_user as drop_slot

    user = station.journal.read(lambda cursor: queries.user(cursor, user_id))
    if user is None:
        raise AccessLostError

    def verify(key: bytes) -> None:
        station.journal.close()
        station.journal = open_journal(station.folder, key, station.clock)

    station.key = drop_slot(
        station.folder, user.slot, key=station.key, rekey=station.journal.rekey, verify=verify
    )
    removed = Entry(subject=user_id, body=UserRemoved(user_id))
    station.journal.append(station.author, [removed])


def change_password(station: OpenStation, old: str, new: str) -> None:
    """Gives the one logged in a new password.

    Raises WrongPasswordError, TooManyTriesError, WeakPasswordError, DiskError.
    """
    from nurseapp.vault.vault import change_password as rewrap

    rewrap(station.folder, station.user.name, old, new, key=station.key, clock=station.clock)
    station.journal.append(
        station.author, [Entry(subject=station.author, body=PasswordChanged(station.author))]
    )


def added(new: NewUser, slot: int, public_key: bytes) -> UserAdded:
    """What the journal says about a new user."""
    return UserAdded(
        slot=slot,
        name=one_line(new.name),
        title=one_line(new.title),
        phone=one_line(new.phone),
        hpr_number=one_line(new.hpr_number),
        administrator=new.administrator,
        public_key=public_key,
    )


def row_with(station: OpenStation, user_id: int) -> UserRow:
    """One user; raises AccessLostError for a number nobody has."""
    user = station.journal.read(lambda cursor: queries.user(cursor, user_id))
    if user is None:
        raise AccessLostError
    return user_row(user)


def user_row(user: queries.User) -> UserRow:
    """The user as lists show her."""
    return UserRow(
        user_id=user.user,
        name=user.name,
        title=user.title,
        phone=user.phone,
        hpr_number=user.hpr_number,
        administrator=bool(user.administrator),
        active=bool(user.active),
    )
