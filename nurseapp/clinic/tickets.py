"""The ticket that goes through the launcher to the parent's window: it names no person."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from nurseapp.base.text import language
from nurseapp.clinic.open_station import OpenStation
from nurseapp.forms.question import Question
from nurseapp.forms.questionnaire import Questionnaire
from nurseapp.forms.visibility import visibility
from nurseapp.outbox.ticket import SealTicket

SUFFIX = ".sealed"


class Sheet(NamedTuple):
    """What is asked, and the languages it may be read in, the chosen one first."""

    questionnaire: Questionnaire
    languages: tuple[str, ...]
    resumed: bool


def outbox_file(outbox: Path, session: str) -> Path:
    """Where a session's sealed answers lie; the name tells nothing about anybody."""
    return outbox / f"{session}{SUFFIX}"


def unanswered(sheet: Sheet, answers: Mapping[str, str | None]) -> Sheet:
    """The sheet without the items that were answered or declined before."""
    asked = sheet.questionnaire
    shown = visibility(
        asked.items, {item: option for item, option in answers.items() if option is not None}
    )
    left = tuple(
        _settled(item, shown[item.id])
        for item in asked.items
        if item.id not in answers and shown[item.id] is not False
    )
    rest = msgspec.structs.replace(asked, items=left)
    return Sheet(questionnaire=rest, languages=sheet.languages, resumed=True)


def ticket_for(
    station: OpenStation, sheet: Sheet, seal: SealTicket, outbox: Path
) -> dict[str, Any]:
    """The ticket as plain data, with the fields of nurseapp.parent's ParentTicket."""
    ticket: dict[str, Any] = msgspec.to_builtins(
        {
            "questionnaire": sheet.questionnaire,
            "seal": seal,
            "outbox": str(outbox),
            "languages": sheet.languages,
            "training": station.training,
            "interface_language": language(),
            "resumed": sheet.resumed,
        }
    )
    return ticket


def _settled(item: Question, shown: bool | None) -> Question:
    """An item that earlier answers have opened is asked without a condition."""
    return msgspec.structs.replace(item, show_when=None) if shown else item
