"""A sheet while it is being tapped in: where the nurse is, and what stands so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from nurseapp.base.dates import short_date
from nurseapp.base.text import _
from nurseapp.clinic.values.entry import EntryItem, EntryQuestions
from nurseapp.forms.answer import misfit
from nurseapp.forms.beside import Group, grouped
from nurseapp.forms.question import Question
from nurseapp.forms.ticks import joined, ticked
from nurseapp.forms.visibility import asked_now
from nurseapp.sheet.typed_number import said


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedSheet:
    """Each change gives a new one; `item` is where the keyboard is, None past the last question.

    `blank` are questions the nurse has looked at and found without an answer on the sheet.
    """

    questions: EntryQuestions
    answers: Mapping[str, str] = field(default_factory=dict)
    blank: frozenset[str] = frozenset()
    item: str | None = None

    @property
    def items(self) -> tuple[EntryItem, ...]:
        """What is asked now, in printed order."""
        if self.questions.answers:  # the clinic has chosen them by the stage before
            return self.questions.items
        asked = set(asked_now([each.question for each in self.questions.items], self.answers))
        return tuple(each for each in self.questions.items if each.question.id in asked)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The questions with the ticks beside them; texts between them are left out."""
        groups = grouped(each.question for each in self.items)
        return tuple(group for group in groups if group[0].kind != "information")

    @property
    def open(self) -> tuple[EntryItem, ...]:
        """What has no answer, though it is asked of everybody."""
        return tuple(
            each
            for each in self.items
            if each.question.kind != "information"
            and not each.question.optional
            and each.question.id not in self.answers
        )

    @property
    def seen(self) -> int:
        """How many questions are answered, or found blank."""
        heads = [group[0].id for group in self.groups]
        return sum(1 for item in heads if item in self.answers or item in self.blank)

    def given(self) -> dict[str, str | None]:
        """The answers to what is asked now."""
        asked = [each.question.id for each in self.items]
        return {item: self.answers[item] for item in asked if item in self.answers}

    def begun(self) -> TypedSheet:
        """At the first question."""
        return replace(self, item=next((group[0].id for group in self.groups), None))

    def at(self, item: str) -> TypedSheet:
        """At this question."""
        return replace(self, item=item)

    def moved(self, by: int) -> TypedSheet:
        """So many questions on or back; past the last one is the end."""
        heads = [group[0].id for group in self.groups]
        here = heads.index(self.item) if self.item in heads else len(heads)
        there = max(here + by, 0)
        return replace(self, item=heads[there] if there < len(heads) else None)

    def answered(self, item: str, value: str) -> TypedSheet:
        """With this answer, where it fits."""
        question = self._question(item)
        if question is None or misfit(question, value):
            return self
        return replace(self, answers={**self.answers, item: value}, blank=self.blank - {item})

    def taken_back(self, item: str) -> TypedSheet:
        """Without an answer to this question."""
        kept = {one: value for one, value in self.answers.items() if one != item}
        return replace(self, answers=kept, blank=self.blank - {item})

    def pressed(self, item: str, number: int) -> TypedSheet:
        """Option `number` of the printed sheet, from 1; a choice leads on to the next question."""
        question = self._question(item)
        if question is None or not 1 <= number <= len(question.options):
            return self.at(item)
        option = question.options[number - 1]
        if question.kind != "multiple":
            return self.answered(item, option).at(item).moved(1)
        chosen = set(ticked(self.answers.get(item, ""))) ^ {option}
        return self.answered(item, joined(question.options, chosen)).at(self._head(item))

    def ticked_beside(self, item: str) -> TypedSheet:
        """The tick beside this question turned."""
        group = next((group for group in self.groups if group[0].id == item), ())
        if len(group) < 2:  # noqa: PLR2004 - a question and its tick
            return self
        return self.pressed(group[1].id, 1)

    def left_blank(self, item: str) -> TypedSheet:
        """Found without an answer on the sheet, or none ticked; on to the next question."""
        question = self._question(item)
        if question is not None and question.kind == "multiple":
            return self.answered(item, "").at(item).moved(1)
        emptied = self.taken_back(item)
        return replace(emptied, blank=emptied.blank | {item}).at(item).moved(1)

    def _head(self, item: str) -> str:
        """The question that a tick stands beside, or the item itself."""
        groups = (group for group in self.groups if any(one.id == item for one in group))
        return next((group[0].id for group in groups), item)

    def _question(self, item: str) -> Question | None:
        return next((one.question for one in self.items if one.question.id == item), None)


def item_name(item: EntryItem) -> str:
    """`3 Søvn`, where the sheet numbers its questions through; else the topic alone."""
    return f"{item.question.id} {item.topic}" if item.question.id.isdigit() else item.topic


def answer_words(item: EntryItem, value: str | None, *, worded: bool) -> str:
    """`2`, or `2 · Av og til` where the clinic has the wording; as Norwegians write numbers."""
    if value is None:
        return _("ikke besvart")
    question = item.question
    match question.kind:
        case "number":
            return f"{said(float(value))} {question.unit}".strip()
        case "date":
            return short_date(date.fromisoformat(value))
        case "text" | "information":
            return value
        case _:
            chosen = ticked(value) if question.kind == "multiple" else (value,)
            words = [_option_words(item, option, worded=worded) for option in chosen]
            return ", ".join(words) or _("ingen")


def _option_words(item: EntryItem, option: str, *, worded: bool) -> str:
    number = str(item.question.options.index(option) + 1)
    return f"{number} · {item.text.options[option]}" if worded else number
