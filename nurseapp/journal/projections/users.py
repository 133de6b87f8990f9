"""The station and its users as tables."""

from __future__ import annotations

from typing import Final

from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.station import (
    RecoveryBegun,
    RecoveryDone,
    StationDescribed,
    UserAdded,
    UserRemoved,
)
from nurseapp.journal.entry import Recorded
from nurseapp.journal.kinds import Kind
from nurseapp.journal.projections.table_projection import TableProjection


def _described(cursor: Cursor, _recorded: Recorded, body: StationDescribed) -> None:
    cursor.execute(
        "INSERT INTO station_description (one, name, municipality, phone, training)"
        " VALUES (1, ?, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET name = excluded.name,"
        " municipality = excluded.municipality, phone = excluded.phone,"
        " training = excluded.training",
        (body.name, body.municipality, body.phone, body.training),
    )


def _added(cursor: Cursor, recorded: Recorded, body: UserAdded) -> None:
    cursor.execute(
        "INSERT INTO user (user, slot, name, title, phone, hpr_number, administrator, active,"
        " public_key) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)",
        (
            recorded.ref,
            body.slot,
            body.name,
            body.title,
            body.phone,
            body.hpr_number,
            body.administrator,
            body.public_key,
        ),
    )


def _removed(cursor: Cursor, _recorded: Recorded, body: UserRemoved) -> None:
    cursor.execute("UPDATE user SET active = 0 WHERE user = ?", (body.user,))


def _recovery_begun(cursor: Cursor, _recorded: Recorded, body: RecoveryBegun) -> None:
    cursor.execute("UPDATE user SET public_key = x'' WHERE user = ?", (body.user,))


def _recovery_done(cursor: Cursor, _recorded: Recorded, body: RecoveryDone) -> None:
    cursor.execute("UPDATE user SET public_key = ? WHERE user = ?", (body.public_key, body.user))


USERS: Final = TableProjection(
    name="users",
    version=1,
    tables=("station_description", "user"),
    follows={
        Kind.STATION_DESCRIBED: _described,
        Kind.USER_ADDED: _added,
        Kind.USER_REMOVED: _removed,
        Kind.RECOVERY_BEGUN: _recovery_begun,
        Kind.RECOVERY_DONE: _recovery_done,
    },
)
