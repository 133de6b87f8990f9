"""Counts a response anew and holds what it states of its own scores against that.

A total in a file is never trusted. One that is stated while an answer lacks cannot be confirmed,
and counts as a difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from nurseapp.base.errors import AnswersError, FhirError
from nurseapp.base.text import _, language
from nurseapp.exchange.fhir.json_reading import Table, read_json
from nurseapp.exchange.fhir.opening import opened
from nurseapp.exchange.fhir.questionnaire_import import ImportReport
from nurseapp.exchange.fhir.response_reading import ReadAnswers, Response, read_answers, response_in
from nurseapp.forms.cut_off import Respondent
from nurseapp.forms.model import Form
from nurseapp.forms.outcome import ScaleOutcome
from nurseapp.forms.scoring import scorer_for
from nurseapp.forms.vocabulary import Score


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """One scale: what the file states (None if nothing) and what the answers come to.

    `computed` is None while an answer lacks; the score then lies from `lowest` to `highest`.
    """

    scale: str
    name: str
    stated: Decimal | None
    computed: Score | None
    lowest: Score
    highest: Score

    @property
    def differs(self) -> bool:
        """Whether the file states something that the answers do not bear out."""
        if self.stated is None:
            return False
        return self.computed is None or self.stated != Decimal(str(self.computed))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreCheck:
    """All scales of one response, and why anything in it could not be counted."""

    lines: tuple[ScoreLine, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether everything could be counted and nothing stated differs."""
        return not self.problems and not any(line.differs for line in self.lines)


def check_scores(report: ImportReport, response: bytes) -> ScoreCheck:
    """Holds a response against the form of `report`; never raises for what it holds."""
    if report.form is None:
        return ScoreCheck(problems=report.problems)
    try:
        source, table = opened(read_json(report.kept.encode()), "nb")
        found = response_in(read_json(response))
        _refuse_other_form(table, found)
        read = read_answers(found, source)
    except FhirError as error:
        return ScoreCheck(problems=(error.sentence,))
    unscored = () if report.scored else (_("Programmet regner ikke ut noe for dette skjemaet."),)
    problems = (*unscored, *read.problems)
    try:
        return ScoreCheck(lines=tuple(_lines(report.form, read)), problems=problems)
    except AnswersError as error:
        return ScoreCheck(problems=(*problems, error.sentence))


def _lines(form: Form, read: ReadAnswers) -> list[ScoreLine]:
    outcome = scorer_for(form).score(read.answers, Respondent(role=form.answered_by[0]))
    names = {scale.id: scale.name.said(language()) for scale in form.scales}
    return [_line(one, names[one.id], read) for one in outcome.scales]


def _line(outcome: ScaleOutcome, name: str, read: ReadAnswers) -> ScoreLine:
    return ScoreLine(
        scale=outcome.id,
        name=name,
        stated=read.stated.get(outcome.id),
        computed=outcome.score,
        lowest=outcome.lowest,
        highest=outcome.highest,
    )


def _refuse_other_form(table: Table, response: Response) -> None:
    """A response that names another Questionnaire, or another version of it."""
    url, _bar, version = response.questionnaire.partition("|")
    here = str(table.get("url", ""))
    there = str(table.get("version", ""))
    if url and here and url != here:
        raise FhirError(why=_("svararket hører til et annet skjema"))
    if version and there and version != there:
        raise FhirError(why=_("svararket hører til en annen utgave av skjemaet"))
