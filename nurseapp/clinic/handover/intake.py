"""Takes parents' sealed answers into the journal: each file exactly once, whatever is killed.

Everything about one file is one transaction: answers, the file's digest, the result, alerts, and
the end of its keys. Then the file is put away: a whole one is destroyed, a damaged one is kept
under another name. Killed in between, the next login finds the session taken in already and only
puts the file away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nurseapp.base.errors import (
    AnswersError,
    OutboxCutError,
    OutboxForgedError,
    UnreadableError,
)
from nurseapp.base.text import _
from nurseapp.clinic.handover.feedback_batches import count_what_waits
from nurseapp.clinic.handover.strays import put_aside
from nurseapp.clinic.handover.tickets import SUFFIX, outbox_file
from nurseapp.clinic.sheets.alerts import damaged
from nurseapp.clinic.sheets.consequences import Consequences, consequences, form_of
from nurseapp.clinic.sheets.sheet_words import saved_words
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.handover import TakenIn
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.followup import AlertRaised
from nurseapp.journal.entries.screening import Answer, AnswersTakenIn, SessionKeys, SheetScored
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries import followup, people, screenings
from nurseapp.journal.queries.followup import Alert
from nurseapp.journal.queries.screenings import Screening, Session
from nurseapp.journal.reading import entry_at
from nurseapp.outbox.answer import Paused
from nurseapp.outbox.sheet import AnswerSheet, fold
from nurseapp.outbox.ticket import OpenSession

if TYPE_CHECKING:
    from nurseapp.outbox.reader import Drained

_DAMAGED: Final = frozenset({"cut", "forged"})


def take_in_answers(station: OpenStation) -> tuple[TakenIn, ...]:
    """Takes in every file in the outbox; called right after each login.

    A cut file gives the whole answers before the break, a forged one gives none; both are set
    aside, told of, and raise an alert. A file that cannot be read now is told of and tried again
    at the next login. Raises DiskError, StationDamagedError.
    """
    sessions = station.journal.read(screenings.open_sessions)
    taken = [_take_in(station, session) for session in sessions]
    return (*taken, *_clear_outbox(station), *_feedback(station))


def _feedback(station: OpenStation) -> tuple[TakenIn, ...]:
    """Anonymous sheets are counted; nothing is told but what could not be counted."""
    return tuple(_about_nobody(problem) for problem in count_what_waits(station))


def _take_in(station: OpenStation, session: Session) -> TakenIn:
    path = outbox_file(station.outbox, session.session)
    sheet = station.journal.read(lambda cursor: screenings.screening(cursor, session.screening))
    assert sheet is not None
    try:
        drained = _drained(station, session, path)
    except UnreadableError:
        return _unread(station, sheet)
    folded = fold(() if drained.problem == "forged" else drained.records)
    body = _body(session, drained, folded, sheet)
    critical = _write(station, sheet, body)
    _put_away(path, body.state)
    finished = body.state == "finished"
    return _told(station, sheet, _problem(body), finished=finished, critical=critical)


def _unread(station: OpenStation, sheet: Screening) -> TakenIn:
    told = _told(station, sheet, "")
    says = _(
        "Svarene til {name} kan ikke leses nå. De ligger urørt, og programmet prøver igjen ved"
        " neste innlogging."
    )
    return replace(told, problem=says.format(name=told.subject_name))


def _told(
    station: OpenStation,
    sheet: Screening,
    problem: str,
    *,
    finished: bool = False,
    critical: bool = False,
) -> TakenIn:
    return TakenIn(
        screening=sheet.screening,
        subject=sheet.subject,
        subject_name=station.journal.read(lambda cursor: _name(cursor, sheet.subject)),
        finished=finished,
        critical=critical,
        problem=problem,
    )


def _put_away(path: Path, state: str) -> None:
    """A whole file has served; of a damaged one somebody may want to see what happened to it."""
    from nurseapp.outbox.reader import destroy, set_aside

    if state in _DAMAGED and path.exists():
        set_aside(path)
    else:
        destroy(path)


def _drained(station: OpenStation, session: Session, path: Path) -> Drained:
    """What the file holds; a session whose keys were erased by law opens nothing."""
    from nurseapp.outbox.reader import Drained, read_outbox

    recorded = station.journal.read(lambda cursor: entry_at(cursor, session.keys_seq))
    keys = None if recorded is None else recorded.body
    if not isinstance(keys, SessionKeys):
        return Drained(records=(), digest=_digest(path), problem="cut")
    opened = OpenSession(
        session=keys.session,
        form_sha256=keys.form_sha256,
        private_key=keys.private_key,
        mac_key=keys.mac_key,
    )
    return read_outbox(path, opened)


def _digest(path: Path) -> str:
    """The file's SHA-256 in hex, that of nothing without a file; empty if it cannot be read."""
    from nurseapp.outbox.reader import sealed_bytes

    try:
        return sha256(sealed_bytes(path)).hexdigest()
    except UnreadableError:
        return ""


def _body(
    session: Session, drained: Drained, folded: AnswerSheet, sheet: Screening
) -> AnswersTakenIn:
    answers = [Answer(item, option) for item, option in folded.answers.items()]
    answers += [Answer(item, None) for item in folded.declined]
    records = drained.records
    last = records[-1].at if records and drained.problem != "forged" else ""
    return AnswersTakenIn(
        screening=sheet.screening,
        session=session.session,
        digest=drained.digest,
        state=_state(drained, folded),
        answers=tuple(answers),
        languages=folded.languages,
        changes=folded.changed,
        answered_at=_seconds(last) or sheet.started_at,
        seconds=round(folded.seconds),
    )


def _state(drained: Drained, folded: AnswerSheet) -> str:
    if drained.problem is not None:
        return drained.problem
    if folded.finished:
        return "finished"
    records = drained.records
    paused = not records or isinstance(records[-1].event, Paused)
    return "paused" if paused else "stopped"


def _seconds(at: str) -> int:
    """A record's own time; 0 for one that is no time, since a parent's clock proves nothing."""
    try:
        return int(datetime.fromisoformat(at).timestamp())
    except (ValueError, OverflowError):
        return 0


def _write(station: OpenStation, sheet: Screening, body: AnswersTakenIn) -> bool:
    """One transaction; returns whether a critical answer calls."""
    before, alerts = station.journal.read(
        lambda cursor: (
            screenings.answers_of(cursor, sheet.screening),
            followup.alerts_on(cursor, sheet.screening),
        )
    )
    merged: dict[str, str | None] = {each.item: each.option for each in before}
    merged |= {each.item: each.option for each in body.answers}
    result = _result(station, sheet, merged, alerts, ended=body.state == "finished")
    entries: list[Entry] = [Entry(subject=sheet.subject, body=body)]
    if result is not None:
        entries += [Entry(subject=sheet.subject, body=each) for each in _bodies(sheet, result)]
    if body.state in _DAMAGED or (result is None and merged):
        broken = damaged(sheet.screening, len(body.answers))
        entries.append(Entry(subject=sheet.subject, body=broken))
    station.journal.append(station.author, entries)
    return result is not None and result.critical


def _bodies(sheet: Screening, result: Consequences) -> tuple[SheetScored | AlertRaised, ...]:
    """What is written of a result; of answers that were taken back only a critical one calls."""
    if sheet.state != "withdrawn":
        return result.bodies
    return (result.scored, *(alert for alert in result.alerts if alert.kind == "critical"))


def _result(
    station: OpenStation,
    sheet: Screening,
    merged: Mapping[str, str | None],
    alerts: Sequence[Alert],
    *,
    ended: bool,
) -> Consequences | None:
    """What all answers so far come to; None without answers, or when this form cannot tell."""
    loaded = form_of(station, sheet) if merged else None
    if loaded is None:
        return None
    try:
        return consequences(loaded, sheet, merged, alerts, ended=ended)
    except AnswersError:
        return None


def _problem(body: AnswersTakenIn) -> str:
    match body.state:
        case "cut":
            return str(OutboxCutError(answers=len(body.answers)))
        case "forged":
            return str(OutboxForgedError())
        case "stopped":
            saved = saved_words(len(body.answers))
            return _("Utfyllingen stoppet før den var ferdig. {saved}.").format(saved=saved)
        case _:
            return ""


def _name(cursor: Cursor, person: int) -> str:
    found = people.person(cursor, person)
    return found.name if found is not None else ""


def _clear_outbox(station: OpenStation) -> tuple[TakenIn, ...]:
    """Puts away what was taken in before a kill, and sets aside the files nobody knows."""
    left = sorted(station.outbox.glob(f"*{SUFFIX}"))
    strays = [path for path in left if not _is_known(station, path)]
    return tuple(_about_nobody(problem) for problem in put_aside(strays))


def _is_known(station: OpenStation, path: Path) -> bool:
    """Whether the file waits to be read, or was taken in to the byte and is put away now."""
    name = path.name.removesuffix(SUFFIX)
    session = station.journal.read(lambda cursor: screenings.session(cursor, name))
    if session is None:
        return False
    if session.state == "open":
        return True
    taken_in = _digest(path) == session.digest
    if taken_in:
        _put_away(path, session.state)
    return taken_in


def _about_nobody(problem: str) -> TakenIn:
    return TakenIn(
        screening=0, subject=0, subject_name="", finished=False, critical=False, problem=problem
    )
