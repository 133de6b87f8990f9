"""Takes out for good what the law orders erased, and leaves a chain that still holds.

Backups made earlier keep what they have; whoever orders the erasure decides about them.
"""

from __future__ import annotations

from collections.abc import Sequence

from nurseapp.journal.connection import Connection, truncate_log
from nurseapp.journal.projection import Projection
from nurseapp.journal.rebuild import refill
from nurseapp.journal.unit import Unit


def erase(
    connection: Connection,
    unit: Unit,
    projections: Sequence[Projection],
    seqs: Sequence[int],
    ground: str,
) -> None:
    """Removes the bodies and salts of the entries numbered `seqs` and records who did, and why.

    Only their hashes stay. The tables for screens are written anew without them, and no page of
    the file or of its log keeps the text. Raises ValueError for a number that does not exist.
    """
    # An open cursor would leave the text in the log: find out before anything is changed.
    _empty_log(connection)
    with unit:
        unit.erase(seqs, ground)
        cursor = connection.cursor()
        refill(cursor, projections)
        cursor.close()
    _empty_log(connection)


def _empty_log(connection: Connection) -> None:
    if not truncate_log(connection):
        raise RuntimeError("a cursor is open: the log would keep what is to be erased")
