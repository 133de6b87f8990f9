"""Reads a station's journal in the test itself, with a password, while no window has it open."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from nurseapp.base.clock import SystemClock
from nurseapp.clinic.station.journal_door import open_journal
from nurseapp.journal.entries.screening import AnswersTakenIn, SessionKeys
from nurseapp.journal.entry import Recorded
from nurseapp.journal.journal import Journal
from nurseapp.journal.queries.people import lately_seen
from nurseapp.journal.queries.screenings import Screening, screenings_of
from nurseapp.training_station import COLLEAGUE, PASSWORD, USER
from nurseapp.vault.vault import unlock

_SHORTEST = 5


@contextmanager
def opened(folder: Path, key: bytes) -> Iterator[Journal]:
    journal = open_journal(folder, key, SystemClock())
    try:
        yield journal
    finally:
        journal.close()


def names_and_numbers(folder: Path) -> list[str]:
    """Every name and national number in a station of which there is only the password."""
    with TemporaryDirectory() as place:
        copy = Path(shutil.copytree(folder, Path(place) / "station"))
        key = unlock(copy, USER, PASSWORD, clock=SystemClock()).key
        with opened(copy, key) as journal:
            people = journal.read(lambda cursor: lately_seen(cursor, 1000))
    words = {word for one in people for word in (one.name, one.family_name, one.national_number)}
    # A family that is called like somebody who logs in: her name lies open on the lock screen.
    words -= {*USER.split(), *COLLEAGUE.split()}
    # Chance spells three letters in a file of keys; the whole name is looked for all the same.
    return sorted(word for word in words if len(word) >= _SHORTEST)


def entries_of(folder: Path, key: bytes) -> tuple[Recorded, ...]:
    with opened(folder, key) as journal:
        entries = journal.entries_after(0, 1_000_000)
    return tuple(entries)


def session_keys(folder: Path, key: bytes) -> SessionKeys:
    """What opens the answers of the sheet that is being filled in."""
    bodies = [entry.body for entry in entries_of(folder, key)]
    (keys,) = [body for body in bodies if isinstance(body, SessionKeys)]
    return keys


def sheets_of(folder: Path, key: bytes, subject: int) -> tuple[Screening, ...]:
    """The person's answer sheets."""
    with opened(folder, key) as journal:
        return journal.read(lambda cursor: screenings_of(cursor, subject))


def answers_taken_in(folder: Path, key: bytes, screening: int) -> list[AnswersTakenIn]:
    """Each time that answers of this sheet came in."""
    bodies = [entry.body for entry in entries_of(folder, key)]
    taken = [body for body in bodies if isinstance(body, AnswersTakenIn)]
    return [body for body in taken if body.screening == screening]
