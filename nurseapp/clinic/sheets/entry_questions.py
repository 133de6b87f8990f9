"""A form's questions as a nurse taps them in: in the clinic's words, or by the options' numbers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from nurseapp.base.errors import FormNotUsableError
from nurseapp.base.text import _, language
from nurseapp.clinic.library.usable_forms import usable_wordings
from nurseapp.clinic.sheets.second_stage import due, questions_due
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.entry import EntryItem, EntryMode, EntryQuestions
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.model import Item
from nurseapp.forms.question import Question, questions_of
from nurseapp.forms.wording import ItemText, Wording


def questions(
    station: OpenStation, form: str, mode: EntryMode, *, continues: int | None = None
) -> EntryQuestions:
    """The form's questions as a nurse taps them in; of a second stage, what its sheet calls for.

    Raises UnknownFormError, FormProblemsError, FormNotUsableError, and AlreadyClosedError for a
    second stage that nothing calls for.
    """
    if mode != "second_stage":
        loaded = station.library.form(form)
        return _spelt(station, loaded, questions_of(loaded.form), {})
    record, loaded = due(station, continues or 0, form)
    asked = (replace(each, show_when=None) for each in questions_due(loaded.form, record.given))
    return _spelt(station, loaded, tuple(asked), record.given)


def _spelt(
    station: OpenStation,
    loaded: LoadedForm,
    asked: Sequence[Question],
    answers: dict[str, str],
) -> EntryQuestions:
    form, wording = loaded.form, _wording(station, loaded)
    texts = wording.items if wording is not None else {}
    items = (
        EntryItem(
            question=question,
            text=texts.get(question.id) or _numbered(form.item(question.id)),
            topic=form.item(question.id).topic.said(language()),
            number=number,
        )
        for number, question in enumerate(asked, start=1)
    )
    return EntryQuestions(
        form=form.id,
        title=wording.title if wording is not None else form.name,
        introduction=""
        if wording is not None
        else _(
            "Teksten ligger ikke her. Trykk nummeret på svaret, talt ovenfra eller fra venstre på"
            " arket."
        ),
        items=tuple(items),
        worded=wording is not None,
        answers=answers,
    )


def _wording(station: OpenStation, loaded: LoadedForm) -> Wording | None:
    """In the interface language, else the first there is; None where numbers must do."""
    try:
        usable = usable_wordings(station, loaded)
    except FormNotUsableError:
        return None
    mine = [wording for wording in usable if wording.language == language()]
    return next(iter((*mine, *usable)), None)


def _numbered(item: Item) -> ItemText:
    """The topic, and each option's number on the printed sheet."""
    options = {option.id: str(number) for number, option in enumerate(item.options, start=1)}
    if item.kind == "yes_no":
        options = {"a": _("Ja"), "b": _("Nei")}
    return ItemText(item.topic.said(language()), options)
