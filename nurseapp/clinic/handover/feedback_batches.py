"""Gathers anonymous sheets until there are enough, and counts them together (see feedback)."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections import Counter
from datetime import date, datetime, time
from pathlib import Path
from typing import Final

from nurseapp.base.errors import UnreadableError
from nurseapp.base.text import plural
from nurseapp.clinic.handover.strays import put_aside
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.forms.loaded import LoadedForm
from nurseapp.journal.entries.feedback import FeedbackCounted, FeedbackKeys
from nurseapp.journal.entry import STATION, Entry
from nurseapp.journal.queries import feedback
from nurseapp.outbox.sheet import fold
from nurseapp.outbox.ticket import KEY_BYTES, OpenSession

SMALLEST_BATCH: Final = 5
_SUFFIX: Final = ".feedback"
_NAME: Final = re.compile(r"[0-9a-f]{32}\.([1-9][0-9]{0,17})\.feedback")
_NOBODYS: Final = 0


def feedback_file(outbox: Path, session: str, keys: int) -> Path:
    """Where a sheet waits; of its name only the number of its batch's keys means anything."""
    return outbox / f"{session}.{keys}{_SUFFIX}"


def batch_keys(station: OpenStation, loaded: LoadedForm) -> tuple[int, FeedbackKeys]:
    """The number and the keys of the batch that is being gathered; new ones where there is none."""
    in_use = station.journal.read(feedback.keys_in_use)
    for number, keys in in_use.items():
        if keys.form_sha256 == loaded.sha256:
            return number, keys
    made = _new_keys(loaded)
    (recorded,) = station.journal.append(STATION, [Entry(subject=None, body=made)])
    return recorded.seq, made


def count_what_waits(station: OpenStation) -> tuple[str, ...]:
    """Counts each batch that is large and old enough; a sentence for each trouble with them.

    Called after each login. Raises DiskError, StationDamagedError.
    """
    waiting = sorted(station.outbox.glob(f"*{_SUFFIX}"))
    if not waiting:
        return ()
    in_use = station.journal.read(feedback.keys_in_use)
    batches: dict[int, list[Path]] = {}
    for path in waiting:
        batches.setdefault(_keys_of(path), []).append(path)
    strays = put_aside(batches.pop(_NOBODYS, []))
    damaged = sum(
        _count(station, in_use[number], batch) if number in in_use else _put_away(batch)
        for number, batch in batches.items()
    )
    return (*strays, _damaged_words(damaged)) if damaged else strays


def _count(station: OpenStation, keys: FeedbackKeys, batch: list[Path]) -> int:
    """Counts the batch if it is time; how many of its sheets were damaged."""
    if sum(_day_of(path) < station.day for path in batch) < SMALLEST_BATCH:
        for path in batch:
            _forget_the_time(path)
        return 0
    sheets = {path: _answers(path, keys) for path in batch}
    whole = [answers for answers in sheets.values() if answers]
    if len(whole) >= SMALLEST_BATCH:
        body = _counted(keys, whole, station.day)
        station.journal.append(STATION, [Entry(subject=None, body=body)])
        _put_away([path for path, answers in sheets.items() if answers is not None])
    return _set_aside([path for path, answers in sheets.items() if answers is None])


def _answers(path: Path, keys: FeedbackKeys) -> dict[str, str] | None:
    """What was answered on one sheet, however it ended; None for one that is not as written.

    That is also one that cannot be read: nobody can be asked whose it was, and it must not hold
    up the others.
    """
    from nurseapp.outbox.reader import read_outbox

    opened = OpenSession(
        session=path.name.partition(".")[0],
        form_sha256=keys.form_sha256,
        private_key=keys.private_key,
        mac_key=keys.mac_key,
    )
    try:
        drained = read_outbox(path, opened)
    except UnreadableError:
        return None
    return None if drained.problem == "forged" else fold(drained.records).answers


def _counted(keys: FeedbackKeys, sheets: list[dict[str, str]], day: date) -> FeedbackCounted:
    """How many chose each option that the form has; nothing else of the sheets."""
    chosen = Counter(
        (item, option)
        for answers in sheets
        for item, options in keys.options
        for option in options
        if option in answers.get(item, "").split()
    )
    return FeedbackCounted(
        form=keys.form,
        form_title=keys.form_title,
        version=keys.version,
        form_sha256=keys.form_sha256,
        month=day.year * 12 + day.month - 1,
        sheets=len(sheets),
        counts=tuple(
            (item, option, chosen[item, option])
            for item, options in keys.options
            for option in options
        ),
    )


def _new_keys(loaded: LoadedForm) -> FeedbackKeys:
    from nacl.public import PrivateKey

    private_key = PrivateKey(os.urandom(KEY_BYTES))
    form = loaded.form
    return FeedbackKeys(
        form=form.id,
        form_title=form.name,
        version=form.version,
        form_sha256=loaded.sha256,
        options=tuple(
            (item.id, tuple(option.id for option in item.options))
            for item in form.items
            if item.options
        ),
        private_key=bytes(private_key),
        public_key=bytes(private_key.public_key),
        mac_key=os.urandom(KEY_BYTES),
    )


def _keys_of(path: Path) -> int:
    """The number in the name; for a thing of somebody else's making one that no keys have."""
    ours = _NAME.fullmatch(path.name) if stat.S_ISREG(path.lstat().st_mode) else None
    return int(ours[1]) if ours else _NOBODYS


def _day_of(path: Path) -> date:
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()


def _forget_the_time(path: Path) -> None:
    """Leaves the day of the sheet, and no hour that could be held against a session's."""
    midnight = datetime.combine(_day_of(path), time()).astimezone().timestamp()
    with contextlib.suppress(OSError):  # a copy that belongs to another user keeps its time
        os.utime(path, (midnight, midnight))


def _put_away(batch: list[Path]) -> int:
    """Removes sheets for good: counted ones, and those that no key opens any more."""
    from nurseapp.outbox.reader import destroy

    for path in batch:
        destroy(path)
    return 0


def _set_aside(batch: list[Path]) -> int:
    from nurseapp.outbox.reader import set_aside

    for path in batch:
        set_aside(path)
    return len(batch)


def _damaged_words(sheets: int) -> str:
    return plural(
        "Et anonymt svarark var skadet eller endret, og er ikke talt med. Det er lagt til side.",
        "{count} anonyme svarark var skadet eller endret, og er ikke talt med. De er lagt til"
        " side.",
        sheets,
    )
