"""A sheet's questions by topic, with what was answered, whatever kind of answer it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from nurseapp.base.dates import short_date
from nurseapp.base.text import _, language
from nurseapp.clinic.sheets.sheet_record import SheetRecord
from nurseapp.clinic.station.moments import moment
from nurseapp.clinic.values.result import ItemRow
from nurseapp.forms.library import LoadedForm
from nurseapp.forms.model import Form, Item
from nurseapp.forms.question import questions_of
from nurseapp.forms.visibility import visibility
from nurseapp.forms.wording import ItemText, Wording


def item_rows(
    record: SheetRecord, loaded: LoadedForm | None, wording: Wording | None
) -> tuple[ItemRow, ...]:
    """The questions in printed order; without the form, what was answered, in its own words.

    Left out are texts between questions, and questions that were never asked.
    """
    texts = wording.items if wording is not None else {}
    if loaded is None:
        order = sorted(record.answers, key=_by_number)
        return tuple(_bare_row(item, record, texts.get(item)) for item in order)
    counted = {item for scale in loaded.form.scales for item in scale.items}
    return tuple(
        _row(item, record, texts.get(item.id), counts=item.id in counted)
        for item in _asked(loaded.form, record)
    )


def left_open_rows(
    record: SheetRecord, loaded: LoadedForm | None, wording: Wording | None
) -> tuple[ItemRow, ...]:
    """The questions that may be left, such as a tick beside another question, and were left."""
    if loaded is None:
        return ()
    texts = wording.items if wording is not None else {}
    shown = visibility(questions_of(loaded.form, None), record.given)
    left = (
        item
        for item in loaded.form.items
        if item.optional and item.kind != "information" and item.id not in record.answers
    )
    return tuple(
        _row(item, record, texts.get(item.id), counts=False)
        for item in left
        if shown[item.id] and item.stage in _stages(record)
    )


def _by_number(item: str) -> tuple[str, int]:
    """Puts `2` before `10`, and `c2` before `c10`: as near to the printed order as ids tell."""
    letters = item.rstrip("0123456789")
    return letters, int(item[len(letters) :] or 0)


def _asked(form: Form, record: SheetRecord) -> list[Item]:
    """What was answered, or declined, or still lacks an answer."""
    shown = visibility(questions_of(form, None), record.given)
    stages = _stages(record)
    return [
        item
        for item in form.items
        if item.id in record.answers
        or (shown[item.id] and item.stage in stages and _must_be_answered(item))
    ]


def _stages(record: SheetRecord) -> set[int]:
    """Those that were gone through."""
    return {1, 2} if record.scored and record.scored.two_stage == "answered" else {1}


def _must_be_answered(item: Item) -> bool:
    return not item.optional and item.kind != "information"


def _row(item: Item, record: SheetRecord, text: ItemText | None, *, counts: bool) -> ItemRow:
    value = record.answers.get(item.id)
    words = option_words(item, text)
    return ItemRow(
        item=item.id,
        topic=item.topic.said(language()),
        answer=_no_answer(item.id, record) if value is None else answer_words(item, value, words),
        points=_points(item, value) if counts else None,
        option=value if item.kind in {"choice", "yes_no"} else None,
        options=tuple(words.items()),
        critical=_is_critical(item.id, record),
        corrected=_corrected_words(item, record, words),
        kind=item.kind,
        value=value,
        unit=item.unit,
    )


def option_words(item: Item, text: ItemText | None) -> dict[str, str]:
    """Each option in words; where there are none, yes and no, or its number on the sheet."""
    given = text.options if text is not None else {}
    if item.kind == "yes_no":
        given = {"a": _("Ja"), "b": _("Nei")} | given
    return {
        option.id: given.get(option.id, _("Svar {number}").format(number=number))
        for number, option in enumerate(item.options, start=1)
    }


def answer_words(item: Item, value: str, words: Mapping[str, str]) -> str:
    """An answer as a nurse reads it; what a person typed stays as typed."""
    match item.kind:
        case "choice" | "yes_no":
            return words.get(value, value)
        case "multiple":
            return "; ".join(words.get(each, each) for each in value.split()) or _("Ingen valgt")
        case "number":
            written = value if language() == "en" else value.replace(".", ",")
            return f"{written} {item.unit}".strip()
        case "date":
            return _day_words(value)
        case _:
            return value


def _day_words(value: str) -> str:
    """A day as Norwegians write it; what is no day stays as it stands."""
    try:
        return short_date(date.fromisoformat(value))
    except ValueError:
        return value


def _points(item: Item, value: str | None) -> int | None:
    """What the answer is worth; None where nothing is counted."""
    if value is None or item.kind not in {"choice", "yes_no", "multiple"}:
        return None
    worth = {option.id: option.points for option in item.options}
    chosen = [worth.get(each) for each in value.split()]
    if item.kind == "multiple":
        return sum(points or 0 for points in chosen)
    return next(iter(chosen), None)


def _bare_row(item: str, record: SheetRecord, text: ItemText | None) -> ItemRow:
    """A row for a form that is not here any more."""
    value = record.answers.get(item)
    words = text.options if text is not None else {}
    return ItemRow(
        item=item,
        topic=text.text if text is not None else "",
        answer=_no_answer(item, record) if value is None else _bare_answer(value, words),
        points=None,
        option=value,
        options=(),
        critical=_is_critical(item, record),
        corrected=_corrected_words(None, record, words, item),
        value=value,
    )


def _bare_answer(value: str, words: Mapping[str, str]) -> str:
    """An answer of a kind nobody knows here: options in words, anything else as it stands."""
    options = value.split()
    if options and all(option in words for option in options):
        return "; ".join(words[option] for option in options)
    return value


def _is_critical(item: str, record: SheetRecord) -> bool:
    return any(alert.kind == "critical" and alert.item == item for alert in record.alerts)


def _no_answer(item: str, record: SheetRecord) -> str:
    return _("Vil ikke svare") if item in record.answers else _("Ikke besvart")


def _corrected_words(
    item: Item | None, record: SheetRecord, words: Mapping[str, str], name: str = ""
) -> str:
    """The corrections of one answer, each with who, when and why; oldest first."""
    name = item.id if item is not None else name

    def before(value: str | None) -> str:
        if value is None:
            return _("ikke besvart")
        return answer_words(item, value, words) if item is not None else words.get(value, value)

    return "; ".join(
        _("Rettet {day} av {who}: {why} (før: {before})").format(
            day=short_date(moment(each.at)),
            who=record.users.get(each.author, ""),
            why=each.why,
            before=before(each.before),
        )
        for each in record.corrections
        if each.item == name
    )
