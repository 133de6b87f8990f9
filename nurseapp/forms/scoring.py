"""Scores a sheet; tables are made once per form, so that a sheet costs little more than its sum."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from nurseapp.base.errors import AnswersError
from nurseapp.base.text import _
from nurseapp.forms.cut_off import Respondent
from nurseapp.forms.model import Form, Item
from nurseapp.forms.outcome import CriticalAnswer, Outcome
from nurseapp.forms.problem import printable
from nurseapp.forms.question import questions_of
from nurseapp.forms.scale_scoring import JudgedScores, ScaleScorer
from nurseapp.forms.visibility import visibility

__all__ = ["Respondent", "Scorer", "scorer_for"]

_Summed = tuple[JudgedScores, tuple[tuple[str, Mapping[str, int]], ...]]


class Scorer:
    """Scores the sheets of one form. It expects a form without problems."""

    def __init__(self, form: Form) -> None:
        self._questions = questions_of(form)
        self._options = {question.id: frozenset(question.options) for question in self._questions}
        self._scales = tuple(ScaleScorer(form, scale) for scale in form.scales)
        tables = ((item.id, _critical_answers(item)) for item in form.items)
        self._critical = tuple((name, table) for name, table in tables if table)
        self._all_asked = all(question.show_when is None for question in self._questions)
        counted = {name for scale in form.scales for name in scale.items}
        self._uncounted = tuple(
            (name, options) for name, options in self._options.items() if name not in counted
        )
        self._judged: dict[tuple[str, int | None], tuple[_Summed, ...]] = {}

    def score(self, answers: Mapping[str, str], respondent: Respondent) -> Outcome:
        """What the answers (item id to option id) come to; raises AnswersError.

        An item that was refused or not reached is simply absent. Answers to items that are not
        asked do not count, but a critical answer is told of wherever it stands.
        """
        if self._all_asked and len(answers) == len(self._options):
            try:
                return self._whole(answers, respondent)
            except KeyError:
                pass  # an id the form does not have: said below, by name
        self._refuse_unknown(answers)
        shown = visibility(self._questions, answers)
        missing = tuple(
            question.id
            for question in self._questions
            if shown[question.id] and not question.optional and question.id not in answers
        )
        return Outcome(
            not missing,
            missing,
            tuple(scale.outcome(answers, shown, respondent) for scale in self._scales),
            tuple(
                [
                    table[answers[name]]
                    for name, table in self._critical
                    if name in answers and answers[name] in table
                ]
            ),
        )

    def _whole(self, answers: Mapping[str, str], respondent: Respondent) -> Outcome:
        """The same for a sheet with every item answered; KeyError for an unknown id."""
        key = (respondent.role, respondent.pregnancy_week)
        judged = self._judged.get(key)
        if judged is None:
            judged = tuple((scale.judged(respondent), scale.worths) for scale in self._scales)
            self._judged[key] = judged
        for name, options in self._uncounted:
            if answers[name] not in options:
                raise KeyError(name)
        return Outcome(
            True,
            (),
            tuple(
                [
                    scores[sum([worth[answers[name]] for name, worth in worths])]
                    for scores, worths in judged
                ]
            ),
            tuple(
                [table[answers[name]] for name, table in self._critical if answers[name] in table]
            ),
        )

    def _refuse_unknown(self, answers: Mapping[str, str]) -> None:
        for name, option in answers.items():
            if name not in self._options:
                raise AnswersError(
                    why=_("spørsmålet «{item}» finnes ikke").format(item=printable(name))
                )
            if option not in self._options[name]:
                says = _("svaret «{option}» finnes ikke i spørsmål {item}")
                raise AnswersError(why=says.format(option=printable(option), item=name))


@lru_cache(maxsize=32)
def scorer_for(form: Form) -> Scorer:
    """The form's scorer, made once."""
    return Scorer(form)


def _critical_answers(item: Item) -> dict[str, CriticalAnswer]:
    """The item's critical answers by option id."""
    critical = item.critical
    if critical is None:
        return {}
    least = critical.points_at_least
    return {
        option.id: CriticalAnswer(item.id, option.id, option.points, critical.guide)
        for option in item.options
        if option.id in critical.options or (least is not None and option.points >= least)
    }
