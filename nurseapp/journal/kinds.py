"""The numbers of the kinds of entry: never changed, never used twice."""

from __future__ import annotations

from enum import IntEnum


class Kind(IntEnum):
    """What an entry says happened; stored in the header as a number.

    1-9 are the journal's own; the clinic's begin at 10; 900 and up are for tests.
    """

    ENTRIES_ERASED = 1
