"""The ticket that goes through the launcher to the parent's window: it names no person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

from nurseapp.base.errors import FormNotUsableError
from nurseapp.base.text import _, language
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.questionnaire import Questionnaire
from nurseapp.forms.resumed import still_asked
from nurseapp.forms.vocabulary import Layout
from nurseapp.forms.wording import Wording
from nurseapp.outbox.ticket import SealTicket

SUFFIX = ".sealed"


class Sheet(NamedTuple):
    """What is asked, the languages it may be read in, the chosen one first, and all its words.

    `record` says where the
    answers will stand: in the respondent's own record, in a child's, or in none.
    """

    questionnaire: Questionnaire
    languages: tuple[str, ...]
    words: tuple[Wording, ...]
    resumed: bool
    record: Literal["own", "child", "none"] = "own"


def outbox_file(outbox: Path, session: str) -> Path:
    """Where a session's sealed answers lie; the name tells nothing about anybody."""
    return outbox / f"{session}{SUFFIX}"


def blank_sheet(
    loaded: LoadedForm, wordings: Sequence[Wording], language_code: str, layout: Layout | None
) -> Sheet:
    """The form in these words, to begin with in one language; raises FormNotUsableError."""
    from nurseapp.forms.questionnaire import questionnaire_for

    languages = [wording.language for wording in wordings]
    if language_code not in languages:
        why = _("det finnes ikke på dette språket")
        raise FormNotUsableError(form=loaded.form.name, why=why)
    others = [each for each in languages if each != language_code]
    return Sheet(
        questionnaire=with_own_words(questionnaire_for(loaded, wordings, layout)),
        languages=(language_code, *others),
        words=tuple(wordings),
        resumed=False,
        record="child" if loaded.form.subject == "child" else "own",
    )


def unanswered(sheet: Sheet, answers: Mapping[str, str | None]) -> Sheet:
    """The sheet without the items that were answered or declined before."""
    asked = sheet.questionnaire
    rest = msgspec.structs.replace(asked, items=still_asked(asked.items, answers))
    return sheet._replace(questionnaire=with_own_words(rest), resumed=True)


def with_own_words(asked: Questionnaire) -> Questionnaire:
    """The questionnaire with the words of the items it asks, and of no others."""
    kept = {item.id for item in asked.items}
    texts = {
        spoken: msgspec.structs.replace(
            text, items={item: words for item, words in text.items.items() if item in kept}
        )
        for spoken, text in asked.texts.items()
    }
    return msgspec.structs.replace(asked, texts=texts)


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
            "record": sheet.record,
        }
    )
    return ticket
