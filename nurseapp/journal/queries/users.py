"""Who may log in, and what the station is called."""

from __future__ import annotations

from typing import Final, NamedTuple

from nurseapp.journal.connection import Cursor


class User(NamedTuple):
    """One user; `public_key` is empty while a recovery is under way."""

    user: int
    slot: int
    name: str
    title: str
    phone: str
    hpr_number: str
    administrator: int
    active: int
    public_key: bytes


class Station(NamedTuple):
    """What the station is called."""

    name: str
    municipality: str
    phone: str
    training: int


_USERS: Final = (
    "SELECT user, slot, name, title, phone, hpr_number, administrator, active, public_key FROM user"
)


def users(cursor: Cursor) -> tuple[User, ...]:
    """Everybody who ever could log in, in the order they came."""
    return tuple(User(*row) for row in cursor.execute(_USERS + " ORDER BY user").fetchall())


def user(cursor: Cursor, number: int) -> User | None:
    """One user."""
    row = cursor.execute(_USERS + " WHERE user = ?", (number,)).fetchone()
    return User(*row) if row else None


def station(cursor: Cursor) -> Station | None:
    """The station's description as last recorded."""
    row = cursor.execute(
        "SELECT name, municipality, phone, training FROM station_description"
    ).fetchone()
    return Station(*row) if row else None
