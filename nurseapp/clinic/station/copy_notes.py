"""What became of the last automatic copy, kept beside the journal, since nobody sees it closing.

Neither names nor paths are kept: a path may hold the name of whoever uses the machine.
"""

from __future__ import annotations

import contextlib
import json
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, get_args

from nurseapp.base.dates import date_and_time
from nurseapp.base.disk import replace_file
from nurseapp.base.errors import (
    CopyPlaceError,
    DiskFullError,
    ReadOnlyError,
    SituationError,
    StationDamagedError,
)
from nurseapp.base.text import _, mark
from nurseapp.clinic.station.failed_logins import LOG_FOLDER
from nurseapp.clinic.station.moments import moment

Why = Literal["", "unfinished", "away", "full", "refused", "failed", "damaged"]

_FILE: Final = "copies.json"
_LATEST: Final = 1 << 40
"""Seconds since 1970; what lies later is no moment that anybody wrote."""
_REASONS: Final[dict[Why, str]] = {
    "unfinished": mark("Den ble avbrutt før den var ferdig."),
    "away": mark("Minnepinnen eller mappen som er valgt, var ikke der."),
    "full": mark("Det var ikke plass til den."),
    "refused": mark("Programmet fikk ikke skrive der."),
    "failed": mark("Disken svarte med en feil."),
    "damaged": mark("Journalen er ikke hel. Si fra til IT i dag."),
}


class CopyNote(NamedTuple):
    """`good_at` is when a copy was last found whole, `tried_at` when one was last begun.

    Seconds since 1970, 0 for never. `why` says what went wrong at the last try; `stood_in` that
    the copy was then written into the station's own folder instead of the chosen one.
    """

    good_at: int = 0
    tried_at: int = 0
    why: Why = ""
    stood_in: bool = False


def read_note(folder: Path) -> CopyNote:
    """What is known; an empty note if the file is missing or makes no sense."""
    try:
        found = json.loads((folder / LOG_FOLDER / _FILE).read_text(encoding="ascii"))
        return _sensible(found)
    except (OSError, ValueError, TypeError, KeyError):
        return CopyNote()


def note_begun(folder: Path, at: datetime) -> None:
    """Written first, so that a copy cut off by a kill or a flat battery is told of as well."""
    _keep(folder, read_note(folder)._replace(tried_at=_seconds(at), why="unfinished"))


def note_good(folder: Path, at: datetime, trouble: SituationError | None) -> None:
    """A whole copy was written; into the station's own folder where `trouble` barred another."""
    why: Why = "" if trouble is None else _reason(trouble)
    seconds = _seconds(at)
    _keep(folder, CopyNote(seconds, seconds, why, trouble is not None))


def note_failed(folder: Path, at: datetime, trouble: SituationError) -> None:
    """No copy was written."""
    note = read_note(folder)
    _keep(folder, CopyNote(note.good_at, _seconds(at), _reason(trouble)))


def notice_words(folder: Path) -> str:
    """What is said after a login; empty if the last automatic copy is as it should be."""
    told = trouble_words(read_note(folder))
    return _("{told} Du finner kopiene under Innstillinger.").format(told=told) if told else ""


def trouble_words(note: CopyNote) -> str:
    """What went wrong at the last try, and what that means; empty if nothing did."""
    if not note.why:
        return ""
    reason = _(_REASONS[note.why])
    when = date_and_time(moment(note.tried_at))
    if note.stood_in:
        return _(
            "Sikkerhetskopien fra {when} ligger på denne maskinen, ikke på det valgte stedet."
            " {reason} Neste gang prøver programmet der igjen."
        ).format(when=when, reason=reason)
    told = _("Sikkerhetskopien fra {when} ble ikke tatt. {reason}").format(when=when, reason=reason)
    calm = "" if note.why == "damaged" else _("Det som er lagret, er trygt i journalen.")
    return " ".join(part for part in (told, calm, _last_good(note)) if part)


def _last_good(note: CopyNote) -> str:
    if not note.good_at:
        return _("Det finnes ingen automatisk kopi ennå.")
    when = date_and_time(moment(note.good_at))
    return _("Den siste gode kopien er fra {when}.").format(when=when)


def _reason(trouble: SituationError) -> Why:
    kinds: tuple[tuple[type[SituationError], Why], ...] = (
        (CopyPlaceError, "away"),
        (DiskFullError, "full"),
        (ReadOnlyError, "refused"),
        (StationDamagedError, "damaged"),
    )
    return next((why for kind, why in kinds if isinstance(trouble, kind)), "failed")


def _seconds(at: datetime) -> int:
    return int(at.timestamp())


def _sensible(found: dict[str, Any]) -> CopyNote:
    note = CopyNote(int(found["good_at"]), int(found["tried_at"]), found["why"], found["stood_in"])
    if not all(0 <= at < _LATEST for at in note[:2]) or note.why not in get_args(Why):
        raise ValueError("no note of this program")
    return note


def _keep(folder: Path, note: CopyNote) -> None:
    """A disk that takes not even this tells the nurse so at her next login."""
    with contextlib.suppress(OSError, SituationError):
        (folder / LOG_FOLDER).mkdir(mode=0o700, exist_ok=True)
        replace_file(folder / LOG_FOLDER / _FILE, json.dumps(note._asdict()).encode("ascii"))
