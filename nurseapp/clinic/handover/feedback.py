"""Anonymous feedback: handed over without a subject, counted in batches, traced by nobody.

The journal is a chain of entries with moments and authors: an entry for each sheet would lie
beside the session that the same parent just had. Therefore:

- Handing such a form over writes nothing about it. The sheet is sealed for a key that all sheets
  of a batch share, under a random name; the desk sets its time back to midnight.
- Sealed sheets wait unread beside the outbox, out of every backup, until five have come in
  before today. Then one entry of the station itself, about nobody, says how many chose each
  option; the key's body is erased in the same transaction, and the sheets are destroyed.
- The month is the month of counting. No sheet is kept as a whole, and nothing that was written.

What stays to be seen is that feedback was given, not what; whoever holds both the database key
and the disk before a batch is counted can read the sheets in it, without names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from typing import Any

from nurseapp.base.dates import month_and_year
from nurseapp.base.errors import FormError, FormNotUsableError
from nurseapp.base.system import private_folder
from nurseapp.base.text import _, language
from nurseapp.clinic.handover.feedback_batches import batch_keys, feedback_file
from nurseapp.clinic.handover.small_numbers import few_hidden
from nurseapp.clinic.handover.tickets import blank_sheet, ticket_for
from nurseapp.clinic.library.form_choice import choice_of
from nurseapp.clinic.library.usable_forms import usable_wordings
from nurseapp.clinic.sheets.item_rows import option_words
from nurseapp.clinic.sheets.sheet_wording import wording_for
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.feedback import (
    FeedbackForm,
    FeedbackItem,
    FeedbackLine,
    FeedbackMonth,
)
from nurseapp.forms.loaded import LoadedForm
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries import feedback
from nurseapp.outbox.ticket import SESSION_BYTES, SealTicket


def offer(station: OpenStation) -> tuple[FeedbackForm, ...]:
    """The anonymous forms, usable or with the reason why not."""
    choices = (
        choice_of(station, loaded) for loaded in station.library.forms if loaded.form.anonymous
    )
    return tuple(
        FeedbackForm(
            form=choice.form,
            title=choice.title,
            minutes=choice.minutes,
            languages=choice.languages,
            why_not=choice.why_not,
        )
        for choice in choices
    )


def hand_over(station: OpenStation, form: str, spoken: str) -> dict[str, Any]:
    """A ticket like any other, in the language `spoken`, of which the journal knows nothing.

    Raises FormNotUsableError, UnknownFormError, FormProblemsError, DiskError.
    """
    loaded = station.library.form(form)
    if not loaded.form.anonymous:
        why = _("svarene hører til i en journal")
        raise FormNotUsableError(form=loaded.form.name, why=why)
    sheet = blank_sheet(loaded, usable_wordings(station, loaded), spoken, None)
    number, keys = batch_keys(station, loaded)
    seal = SealTicket(
        session=os.urandom(SESSION_BYTES).hex(),
        form_sha256=loaded.sha256,
        public_key=keys.public_key,
        mac_key=keys.mac_key,
    )
    private_folder(station.outbox)
    path = feedback_file(station.outbox, seal.session, number)
    return ticket_for(station, sheet._replace(record="none"), seal, path)


def counted(station: OpenStation) -> tuple[FeedbackMonth, ...]:
    """What came in, newest month first; never fewer than five sheets together."""
    return station.journal.read(
        lambda cursor: tuple(_month(station, cursor, month) for month in feedback.months(cursor))
    )


def _month(station: OpenStation, cursor: Cursor, month: feedback.Month) -> FeedbackMonth:
    counts = feedback.counts(cursor, month)
    year, number = divmod(month.month, 12)
    return FeedbackMonth(
        form=month.form,
        form_title=month.form_title,
        version=month.version,
        month=month_and_year(date(year, number + 1, 1)),
        sheets=month.sheets,
        items=tuple(_items(_form_counted(station, month), counts)),
    )


def _form_counted(station: OpenStation, month: feedback.Month) -> LoadedForm | None:
    """The very form that was answered; None if it is not here any more."""
    try:
        loaded = station.library.form(month.form)
    except FormError:
        return None
    return loaded if loaded.sha256 == month.sha256 else None


def _items(loaded: LoadedForm | None, counts: dict[tuple[str, str], int]) -> Iterator[FeedbackItem]:
    """Every question that was counted; without the form, by the ids alone."""
    for item in dict.fromkeys(item for item, _option in counts):
        topic, words = _words(loaded, item)
        of_item = {option: count for (each, option), count in counts.items() if each == item}
        yield FeedbackItem(
            topic=topic,
            lines=tuple(
                FeedbackLine(
                    text=words.get(option, option),
                    count=count,
                    words=_("for få til å vises") if count is None else str(count),
                )
                for option, count in few_hidden(of_item).items()
            ),
        )


def _words(loaded: LoadedForm | None, item: str) -> tuple[str, dict[str, str]]:
    if loaded is None:
        return item, {}
    wording = wording_for(loaded, training=False)
    asked = loaded.form.item(item)
    text = wording.items.get(item) if wording is not None else None
    return asked.topic.said(language()), option_words(asked, text)
