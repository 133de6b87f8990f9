"""A wording between the two columns of the editor and the form's own shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final, cast

from msgspec.structs import replace

from nurseapp.base.text import language
from nurseapp.clinic.values.library import DraftRow, WordingDraft
from nurseapp.forms.model import Form, Item
from nurseapp.forms.unfinished_wording import UnfinishedItem, UnfinishedWording, shares_answers
from nurseapp.forms.wording import Status
from nurseapp.people.typed import plain_text

NEW_STATUS: Final[Status] = "translated_only"
"""What a text is until somebody says more of it."""


def blank_texts(form: Form, spoken: str) -> UnfinishedWording:
    """Nothing written yet."""
    return UnfinishedWording(form=form.id, version=form.version, language=spoken, status=NEW_STATUS)


def draft_of(form: Form, texts: UnfinishedWording) -> WordingDraft:
    """The texts beside the form's items; answers that all share stand once."""
    shared = _shared(form, texts)
    return WordingDraft(
        form=form.id,
        version=form.version,
        language=texts.language,
        status=cast("Status", texts.status),
        title=texts.title,
        introduction=texts.introduction,
        recall=texts.recall,
        note=texts.note,
        rows=tuple(_row(item, texts.items.get(item.id, _NO_TEXT), shared) for item in form.items),
        options=tuple((option, shared.get(option, "")) for option in shares_answers(form)),
    )


def texts_of(draft: WordingDraft) -> UnfinishedWording:
    """What was typed, without signs that steer a screen."""
    return plainly(
        UnfinishedWording(
            form=draft.form,
            version=draft.version,
            language=draft.language,
            status=draft.status,
            title=draft.title,
            introduction=draft.introduction,
            recall=draft.recall,
            note=draft.note,
            options=dict(draft.options),
            items={
                row.item: UnfinishedItem(
                    row.text, {option: text for option, _points, text in row.options}
                )
                for row in draft.rows
            },
        )
    )


def plainly(texts: UnfinishedWording) -> UnfinishedWording:
    """The texts without signs that steer a screen, and without answers that say nothing."""
    heads = ("title", "introduction", "recall", "note")
    items = {
        name: UnfinishedItem(plain_text(item.text), _said(item.options))
        for name, item in texts.items.items()
    }
    plain = {name: plain_text(getattr(texts, name)) for name in heads}
    return replace(texts, options=_said(texts.options), items=items, **plain)


def is_empty(texts: UnfinishedWording) -> bool:
    """Whether nothing at all has been written."""
    written = (texts.title, texts.introduction, texts.recall, texts.note, *texts.options.values())
    items = (text for item in texts.items.values() for text in (item.text, *item.options.values()))
    return not any((*written, *items))


_NO_TEXT: Final = UnfinishedItem()


def _said(answers: Mapping[str, str]) -> dict[str, str]:
    plain = {option: plain_text(text) for option, text in answers.items()}
    return {option: text for option, text in plain.items() if text}


def _shared(form: Form, texts: UnfinishedWording) -> dict[str, str]:
    """The answers written for all; of a whole wording, those that most items have alike."""
    ids = shares_answers(form)
    if not ids or any(texts.options.values()):
        return dict(texts.options)
    alike = Counter(
        tuple(texts.items[item.id].options.get(option, "") for option in ids)
        for item in form.items
        if item.id in texts.items and tuple(option.id for option in item.options) == ids
    )
    for answers, times in alike.most_common(1):
        if times > 1 and all(answers):
            return dict(zip(ids, answers, strict=True))
    return {}


def _row(item: Item, written: UnfinishedItem, shared: dict[str, str]) -> DraftRow:
    """The item; answers that are the shared ones, all of them, stand empty."""
    said = {option.id: written.options.get(option.id, "") for option in item.options}
    if said == {option.id: shared.get(option.id) for option in item.options}:
        said = dict.fromkeys(said, "")
    return DraftRow(
        item=item.id,
        topic=item.topic.said(language()),
        kind=item.kind,
        text=written.text,
        options=tuple(
            (option.id, "" if option.points is None else str(option.points), said[option.id])
            for option in item.options
        ),
    )
