"""What the parent's program gets: what to ask and in which words, nothing of what it is worth."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec import Struct

from nurseapp.base.errors import FormNotUsableError, FormProblemsError
from nurseapp.base.text import _
from nurseapp.forms.question import Question, questions_of
from nurseapp.forms.vocabulary import Layout
from nurseapp.forms.wording import ItemText, Status, Wording

if TYPE_CHECKING:  # the parent's program, which reads this module, has no use for the library
    from nurseapp.forms.library import LoadedForm


class QuestionnaireText(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words of one language; every item asked has a text, and one for each of its options."""

    status: Status
    title: str
    introduction: str
    recall: str
    items: dict[str, ItemText]


class Questionnaire(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A form as it is asked: without points, cut-offs, critical answers, topics or stage 2.

    `texts` has one entry per language that may be chosen, by its code.
    """

    form: str
    version: int
    sha256: str
    layout: Layout
    recall_days: int | None
    items: tuple[Question, ...]
    texts: dict[str, QuestionnaireText]


def questionnaire_for(
    loaded: LoadedForm,
    wordings: Iterable[Wording],
    layout: Layout | None = None,
    stage: Literal[1, 2] | None = 1,
) -> Questionnaire:
    """The form in these languages; raises FormNotUsableError.

    A parent is asked the items of stage 1; the nurse may ask those of stage 2, or of both (None).
    Practice words never stand beside real ones, so that nobody can choose one for the other.
    """
    form, chosen, items = loaded.form, tuple(wordings), questions_of(loaded.form, stage)
    if not chosen:
        raise FormNotUsableError(form=form.name, why=_("det finnes ingen tekst til det"))
    if len({wording.training for wording in chosen}) > 1:
        why = _("øvingstekst og vanlig tekst kan ikke brukes sammen")
        raise FormNotUsableError(form=form.name, why=why)
    if layout is not None and layout not in form.layouts:
        raise FormNotUsableError(form=form.name, why=_("skjemaet har ikke det oppsettet"))
    return Questionnaire(
        form=form.id,
        version=form.version,
        sha256=loaded.sha256,
        layout=layout or form.layout,
        recall_days=form.recall_days,
        items=items,
        texts={wording.language: _text(wording, items) for wording in chosen},
    )


def encoded(questionnaire: Questionnaire) -> bytes:
    """As JSON, for the parent's program."""
    return msgspec.json.encode(questionnaire)


def decoded(data: bytes) -> Questionnaire:
    """From JSON; raises FormProblemsError."""
    try:
        return msgspec.json.decode(data, type=Questionnaire)
    except msgspec.MsgspecError as error:
        raise FormProblemsError(problems=str(error)) from error


def _text(wording: Wording, items: Iterable[Question]) -> QuestionnaireText:
    return QuestionnaireText(
        status=wording.status,
        title=wording.title,
        introduction=wording.introduction,
        recall=wording.recall,
        items={item.id: wording.items[item.id] for item in items},
    )
