"""Values for entering a sheet: from paper, as observed, as received, or as a second stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from nurseapp.forms.question import Question
from nurseapp.forms.wording import ItemText

EntryMode = Literal["paper", "observer", "received", "second_stage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryForm:
    """A form that may be entered; `why_not` is a sentence when it may not now.

    `continues` is the sheet that a second stage goes on with. `training_words` tell which
    education its owner demands; then an observer's name and the day of her certificate are asked
    for. `age_words` say the child's ages and the rule the form was chosen by. `twice`: a second
    entry to compare with is worth offering.
    """

    form: str
    title: str
    mode: EntryMode
    purpose: str
    alone_required: bool
    needs_respondent: bool
    needs_certificate: bool
    training_words: str = ""
    age_words: str = ""
    continues: int | None = None
    twice: bool = False
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryOffer:
    """What may be entered in this person's record; `adults` may have filled in a child's sheet."""

    subject: int
    subject_name: str
    forms: tuple[EntryForm, ...]
    adults: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryItem:
    """One question as the nurse taps it in; `number` is its place among those asked.

    `text` has the clinic's own wording; where that is not here, the topic, and for each option
    its number from the top or the left of the printed sheet.
    """

    question: Question
    text: ItemText
    topic: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryQuestions:
    """A sheet to be tapped in; `worded` is whether the texts are wording, else numbers stand in.

    `answers` are those that stand already: a second stage asks by them, and shows only what
    they call for.
    """

    form: str
    title: str
    introduction: str
    items: tuple[EntryItem, ...]
    worded: bool
    answers: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSheet:
    """What the nurse entered; None as an answer is one that the respondent would not give.

    `respondent` is who filled in a sheet about a child. `second_entry`: the answers were entered
    twice and agreed. `alone`: the respondent was alone, where the form asks for it.
    """

    subject: int
    form: str
    mode: EntryMode
    answers: dict[str, str | None]
    answered_on: date
    respondent: int | None = None
    observer: str = ""
    certified_on: date | None = None
    second_entry: bool = False
    alone: bool = False
    visit: int | None = None
    continues: int | None = None
