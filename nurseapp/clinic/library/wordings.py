"""The clinic's own wording: written beside the structure, kept as a draft until it is whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from nurseapp.base.errors import FormNotUsableError
from nurseapp.base.text import _
from nurseapp.clinic.library.drafts import blank_texts, draft_of, is_empty, plainly, texts_of
from nurseapp.clinic.library.licensed_tables import licensed_values, save_values
from nurseapp.clinic.station.kept_wordings import TYPED, draft_entry, texts_in, whole_entry
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.permission import require_administrator
from nurseapp.clinic.values.library import WordingDraft
from nurseapp.forms.model import Form
from nurseapp.forms.problem import Flaw, Problem
from nurseapp.forms.unfinished_wording import UnfinishedWording, finished, unfinished
from nurseapp.forms.wording import Wording
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.library import Origin, WordingSaved
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries import library
from nurseapp.journal.queries.library import WordingRow

__all__ = [
    "clean",
    "draft",
    "keep",
    "licensed_values",
    "read_template",
    "remove_draft",
    "save",
    "save_values",
    "write_template",
]

_CODE: Final = re.compile(r"[a-z]{2,3}")
_STATUSES: Final = frozenset(
    {"validated", "translated_only", "interpreted", "working_translation", "own"}
)


def draft(station: OpenStation, form: str, language: str) -> WordingDraft:
    """What is written so far in the language, from the newest there is.

    That is the draft, else the whole wording, else that of the version before, else what came
    with the program, else nothing. Raises UnknownFormError, FormProblemsError.
    """
    loaded = station.library.form(form)
    rows = station.journal.read(lambda cursor: library.wordings_of(cursor, form))
    kept = _newest(rows, loaded.form, language)
    shipped = next((one for one in loaded.real_wordings() if one.language == language), None)
    if kept is not None:
        texts = texts_in(kept)
    elif shipped is not None:
        texts = unfinished(shipped)
    else:
        texts = blank_texts(loaded.form, language)
    return draft_of(loaded.form, texts)


def save(station: OpenStation, draft: WordingDraft) -> tuple[Problem, ...]:
    """Keeps what is written, whole or not; gives all that is still missing or wrong.

    A draft with problems is kept and cannot be used; what was whole before stays beside it.
    Nothing is kept in a language that is none. Raises NotAdministratorError,
    FormNotUsableError when the form has got a new version meanwhile.
    """
    require_administrator(station)
    form = station.library.form(draft.form).form
    if draft.version != form.version:
        why = _("skjemaet er kommet i en ny utgave. Åpne teksten på nytt")
        raise FormNotUsableError(form=form.name, why=why)
    texts = texts_of(draft)
    strange = tuple(_strange(texts))
    if strange:
        return _problems(form, strange)
    wording, flaws = finished(texts, form)
    if not is_empty(texts):
        entry = whole_entry(wording, TYPED) if wording is not None else draft_entry(texts, TYPED)
        keep(station, [entry])
    return _problems(form, flaws)


def remove_draft(station: OpenStation, form: str, language: str) -> None:
    """Puts the draft away, or without one the clinic's wording; an approval keeps its words.

    What was written stays readable in the journal. Raises NotAdministratorError.
    """
    require_administrator(station)
    version = station.library.form(form).form.version
    empty = WordingSaved(form, version, language, "", whole=False, content="", origin=TYPED)
    station.journal.append(station.author, [Entry(subject=None, body=empty)])
    station.library_changed()


def write_template(station: OpenStation, form: str, language: str, path: Path) -> None:
    """Writes the texts as a spreadsheet (`.csv`, else a workbook), with what there is filled in.

    Raises NotAdministratorError, DiskError.
    """
    from nurseapp.exchange.wording_table import write_template as write

    require_administrator(station)
    loaded = station.library.form(form)
    rows = station.journal.read(lambda cursor: library.wordings_of(cursor, form))
    here = next((one for one in loaded.real_wordings() if one.language == language), None)
    kept = _newest(rows, loaded.form, language)
    texts = texts_in(kept) if kept else unfinished(here) if here else None
    write(loaded.form, language, texts, path)


def read_template(
    station: OpenStation, form: str, language: str, path: Path
) -> tuple[Problem, ...]:
    """Takes a filled-in spreadsheet in: the whole of it, or all its problems and nothing.

    Raises NotAdministratorError.
    """
    from nurseapp.exchange.wording_table import read_wording_table

    require_administrator(station)
    asked = station.library.form(form).form
    wording, problems = read_wording_table(path, asked, language)
    if wording is not None:
        keep(station, [whole_entry(wording, Origin("table"))])
    return _problems(asked, (Flaw("", sentence) for sentence in problems))


def keep(station: OpenStation, entries: Iterable[WordingSaved]) -> None:
    """Writes those that say something new, together."""
    news = station.journal.read(lambda cursor: [one for one in entries if _is_new(cursor, one)])
    if news:
        station.journal.append(station.author, [Entry(subject=None, body=one) for one in news])
    station.library_changed()


def clean(wording: Wording, form: Form) -> tuple[Wording | None, tuple[Flaw, ...]]:
    """A wording from elsewhere as if it had been typed here, or all that is wrong with it."""
    texts = unfinished(wording)
    strange = tuple(_strange(texts))
    return (None, strange) if strange else finished(plainly(texts), form)


def _newest(rows: Iterable[WordingRow], form: Form, language: str) -> WordingSaved | None:
    """What was last written in the language, in this version or the one nearest before it."""
    mine = [
        row.newest.body
        for row in rows
        if row.newest.body.language == language and row.newest.body.version <= form.version
    ]
    return mine[-1] if mine else None


def _is_new(cursor: Cursor, entry: WordingSaved) -> bool:
    for row in library.wordings_of(cursor, entry.form):
        newest = row.newest.body
        if (newest.version, newest.language) == (entry.version, entry.language):
            return newest.content != entry.content
    return True


def _strange(texts: UnfinishedWording) -> Iterable[Flaw]:
    """What makes it no wording at all, whatever is written."""
    if _CODE.fullmatch(texts.language) is None:
        says = _("Språket skrives som kode med to eller tre små bokstaver, for eksempel «so».")
        yield Flaw("language", says)
    if texts.status not in _STATUSES:
        yield Flaw("status", _("Øvingstekst skrives ikke her. Velg hva slags tekst dette er."))


def _problems(form: Form, flaws: Iterable[Flaw]) -> tuple[Problem, ...]:
    return tuple(Problem(file=form.name, path=flaw.path, sentence=flaw.sentence) for flaw in flaws)
