"""Scores a sheet; tables are made once per form, so that a sheet costs little more than its sum."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from msgspec.structs import replace

from nurseapp.base.errors import AnswersError
from nurseapp.base.text import _
from nurseapp.forms.answer import misfit
from nurseapp.forms.critical import critical_among, critical_tables
from nurseapp.forms.cut_off import Respondent
from nurseapp.forms.model import Form
from nurseapp.forms.outcome import Outcome, ScaleOutcome
from nurseapp.forms.problem import printable
from nurseapp.forms.question import questions_of
from nurseapp.forms.rule_scoring import any_outcomes, calls_for_stage_two
from nurseapp.forms.scale_scoring import ScaleScorer, WholeSheets
from nurseapp.forms.visibility import visibility

__all__ = ["Respondent", "Scorer", "scorer_for"]

_Shown = dict[str, bool | None]
_Worths = tuple[tuple[str, Mapping[str, int]], ...]
_Summed = tuple[WholeSheets, Callable[[list[int]], int], _Worths]


class Scorer:
    """Scores the sheets of one form. It expects a form without problems.

    A form whose key is the publisher's has no scale until the clinic's table gives it one.
    """

    def __init__(self, form: Form) -> None:
        self._form = form
        self._questions = questions_of(form, None)
        self._asked = {question.id: question for question in self._questions}
        self._second = frozenset(item.id for item in form.items if item.stage == 2)  # noqa: PLR2004
        counted = () if "key" in form.licensed else form.scales
        self._scales = tuple(ScaleScorer(form, scale) for scale in counted)
        self._critical = critical_tables(form)
        named = {name for scale in counted for name in scale.items}
        self._uncounted = tuple(
            (name, question.options) for name, question in self._asked.items() if name not in named
        )
        self._plain = all(
            question.kind in {"choice", "yes_no"} and question.show_when is None
            for question in self._questions
        ) and not (form.two_stage or form.any_of)
        self._judged: dict[Respondent, tuple[_Summed, ...]] = {}

    def score(self, answers: Mapping[str, str], respondent: Respondent) -> Outcome:
        """What the answers by item id come to; raises AnswersError.

        An item that was refused or not reached is simply absent. Answers to items that are not
        asked do not count, but a critical answer is told of wherever it stands.
        """
        if self._plain and len(answers) == len(self._asked):
            try:
                return self._whole(answers, respondent)
            except KeyError:
                pass  # an id the form does not have: said below, by name
        self._refuse_misfits(answers)
        shown = visibility(self._questions, answers)
        scales = self._first_scales(answers, shown, respondent)
        rule = self._form.two_stage
        if rule and calls_for_stage_two(rule, scales):
            return self._with_stage_two(answers, shown, respondent)
        shown |= dict.fromkeys(self._second, False)
        missing = self._missing(answers, shown)
        return self._outcome(answers, scales, missing, complete=not missing)

    def _with_stage_two(
        self, answers: Mapping[str, str], shown: _Shown, respondent: Respondent
    ) -> Outcome:
        scales = tuple(scale.outcome(answers, shown, respondent) for scale in self._scales)
        missing = self._missing(answers, shown)
        later = self._second.intersection(missing)
        begun = not self._second.isdisjoint(answers)
        lacking = missing if begun else [name for name in missing if name not in later]
        found = self._outcome(answers, scales, missing, complete=not lacking)
        return replace(found, stage_two="called_for" if later else "answered")

    def _first_scales(
        self, answers: Mapping[str, str], shown: _Shown, respondent: Respondent
    ) -> tuple[ScaleOutcome, ...]:
        """Every scale but the one over the second stage."""
        rule = self._form.two_stage
        return tuple(
            scale.outcome(answers, shown, respondent)
            for scale in self._scales
            if rule is None or scale.scale.id != rule.then
        )

    def _missing(self, answers: Mapping[str, str], shown: _Shown) -> tuple[str, ...]:
        return tuple(
            question.id
            for question in self._questions
            if shown[question.id]
            and not question.optional
            and question.kind != "information"
            and question.id not in answers
        )

    def _outcome(
        self,
        answers: Mapping[str, str],
        scales: tuple[ScaleOutcome, ...],
        missing: tuple[str, ...],
        *,
        complete: bool,
    ) -> Outcome:
        critical = tuple(critical_among(self._critical, answers))
        return Outcome(complete, missing, scales, critical, any_outcomes(self._form, scales))

    def _whole(self, answers: Mapping[str, str], respondent: Respondent) -> Outcome:
        """The same for a sheet with every item answered; KeyError for an unknown id."""
        judged = self._judged.get(respondent)
        if judged is None:
            judged = self._judged[respondent] = tuple(
                (WholeSheets(scale, respondent), scale.joined, scale.worths)
                for scale in self._scales
            )
        for name, options in self._uncounted:
            if answers[name] not in options:
                raise KeyError(name)
        return Outcome(
            True,
            (),
            tuple(
                [
                    scores[joined([worth[answers[name]] for name, worth in worths])]
                    for scores, joined, worths in judged
                ]
            ),
            tuple(
                [
                    table[answers[name]]
                    for name, _multiple, table in self._critical
                    if answers[name] in table
                ]
            ),
        )

    def _refuse_misfits(self, answers: Mapping[str, str]) -> None:
        for name, answer in answers.items():
            if name not in self._asked:
                says = _("spørsmålet «{item}» finnes ikke")
                raise AnswersError(why=says.format(item=printable(name)))
            wrong = misfit(self._asked[name], answer)
            if wrong:
                raise AnswersError(why=wrong)


@lru_cache(maxsize=32)
def scorer_for(form: Form) -> Scorer:
    """The form's scorer, made once."""
    return Scorer(form)
