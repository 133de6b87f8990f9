"""How a form will be filled in, and whether the device may change hands like that."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nurseapp.base.text import _
from nurseapp.clinic.values.handover import (
    FormChoice,
    HandOverChoice,
    HandOverOffer,
    HowFilled,
    InterpreterKind,
    Layout,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """How the form will be filled in, and what the nurse has made sure of.

    `form` is the key of the choice, which also says whom the form is about.
    """

    form: str = ""
    language: str = ""
    layout: Layout = "one_at_a_time"
    how: HowFilled = "self"
    interpreter: InterpreterKind = "none"
    interpreter_name: str = ""
    alone: bool = False
    informed: bool = False


def chosen(offer: HandOverOffer, key: str) -> FormChoice | None:
    """The choice of this key."""
    return next((choice for choice in offer.forms if choice.key == key), None)


def as_validated(offer: HandOverOffer, conditions: Conditions) -> Conditions:
    """In the form's own layout: another one shifts scores, so it is a choice and no leftover."""
    form = chosen(offer, conditions.form)
    return conditions if form is None else replace(conditions, layout=form.layouts[0])


def fitting(offer: HandOverOffer, conditions: Conditions) -> Conditions:
    """With a language, a layout and an interpreter that go with the form."""
    form = chosen(offer, conditions.form)
    if form is None:
        return conditions
    languages = dict(form.languages)
    language = (
        conditions.language if conditions.language in languages else next(iter(languages), "")
    )
    layout = conditions.layout if conditions.layout in form.layouts else form.layouts[0]
    with_interpreter = conditions.how == "interpreter"
    return replace(
        conditions,
        language=language,
        layout=layout,
        interpreter=conditions.interpreter if with_interpreter else "none",
        interpreter_name=conditions.interpreter_name if with_interpreter else "",
    )


def blocked(offer: HandOverOffer, conditions: Conditions) -> str:
    """Why the device may not change hands yet, as a sentence; empty when it may."""
    form = chosen(offer, conditions.form)
    if form is None:
        return _("Velg et skjema.")
    if form.why_not:
        return form.why_not
    interpreter = _interpreter_missing(conditions)
    if interpreter:
        return interpreter
    if form.alone_required and not conditions.alone:
        return _("Dette skjemaet krever at den som svarer, er alene i rommet.")
    if not conditions.informed:
        return _("Si først at det er frivillig, og hvem som ser svarene.")
    return ""


def _interpreter_missing(conditions: Conditions) -> str:
    if conditions.how == "interpreter" and conditions.interpreter == "none":
        return _("Velg hva slags tolk.")
    if conditions.interpreter == "relative" and not conditions.interpreter_name.strip():
        return _("Skriv hvem som tolker, og hvorfor.")
    return ""


def choice_made(offer: HandOverOffer, conditions: Conditions, visit: int | None) -> HandOverChoice:
    """What the clinic is asked for."""
    form = chosen(offer, conditions.form)
    assert form is not None
    return HandOverChoice(
        subject=offer.subject,
        form=form.form,
        about=form.about,
        language=conditions.language,
        layout=conditions.layout,
        how=conditions.how,
        interpreter=conditions.interpreter,
        interpreter_name=conditions.interpreter_name.strip(),
        alone=conditions.alone,
        informed=conditions.informed,
        visit=visit if visit is not None else offer.visit,
    )
