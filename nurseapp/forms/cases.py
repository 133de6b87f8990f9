"""Golden cases: answers and what they must come to, written from the source, not from output.

forms/<id>/cases.toml holds `[[cases]]`, each with:

    name = "every answer at the top"      # unique in the file
    why = "7 items run 3-2-1-0 ..."       # where the expectation comes from
    role = "mother"                       # mother | father | pregnant | other_carer
    pregnancy_week = 20                   # only where a cut-off depends on it
    answers = { 1 = "a", 2 = "a" }        # item id = option id; an unanswered item is left out
    scale = "total"                       # only where the form has more than one
    [cases.expect]
    complete = true
    score = 21                            # left out where there must be no score, and then:
    lowest = 8                            # the range of an incomplete sheet, both ends
    highest = 11
    flags = [10]                          # values of the cut-offs that are reached
    cannot_exclude = [10]                 # values of those that the missing answers may reach
    critical = ["10"]                     # ids of the items with a critical answer

Every case is held against all of these; what is left out must be empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import Struct

from nurseapp.base.errors import AnswersError
from nurseapp.base.text import _
from nurseapp.forms.library import CASES_FILE, LoadedForm
from nurseapp.forms.outcome import Outcome, ScaleOutcome
from nurseapp.forms.problem import Flaw
from nurseapp.forms.reading import read_table
from nurseapp.forms.scoring import Respondent, scorer_for
from nurseapp.forms.shape import shaped
from nurseapp.forms.vocabulary import Id, Role, Text


class Expected(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a sheet must come to."""

    complete: bool
    score: int | None = None
    lowest: int | None = None
    highest: int | None = None
    flags: tuple[int, ...] = ()
    cannot_exclude: tuple[int, ...] = ()
    critical: tuple[str, ...] = ()


class Case(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One sheet and what it must come to."""

    name: Text
    why: Text
    role: Role
    pregnancy_week: int | None = None
    answers: dict[str, str]
    scale: Id | None = None
    expect: Expected


class CaseFile(Struct, frozen=True, forbid_unknown_fields=True):
    """All cases of one form."""

    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """One case, and in sentences where the scoring came to something else."""

    name: str
    differences: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether the sheet came to what it must."""
        return not self.differences


def read_cases(loaded: LoadedForm) -> tuple[tuple[Case, ...], tuple[Flaw, ...]]:
    """The form's golden cases, and what is wrong with their file; none if there is no file."""
    path = loaded.folder / CASES_FILE
    if not path.exists():
        return (), ()
    table, flaws = read_table(path)
    if flaws:
        return (), flaws
    file, flaws = shaped(table, CaseFile)
    return (file.cases if file else ()), flaws


def run_cases(loaded: LoadedForm) -> tuple[CaseResult, ...]:
    """Scores every golden case; a broken file of cases is one failed result."""
    cases, flaws = read_cases(loaded)
    broken = [CaseResult(name=CASES_FILE, differences=tuple(f"{p}: {s}" for p, s in flaws))]
    return (*(broken if flaws else ()), *(run_case(loaded, case) for case in cases))


def run_case(loaded: LoadedForm, case: Case) -> CaseResult:
    """Scores one golden case."""
    respondent = Respondent(role=case.role, pregnancy_week=case.pregnancy_week)
    try:
        outcome = scorer_for(loaded.form).score(case.answers, respondent)
    except AnswersError as error:
        return CaseResult(name=case.name, differences=(error.sentence,))
    return CaseResult(name=case.name, differences=tuple(_differences(case, outcome)))


def _differences(case: Case, outcome: Outcome) -> Iterator[str]:
    expect = case.expect
    yield from _differs("complete", expect.complete, outcome.complete)
    critical = tuple(answer.item for answer in outcome.critical)
    yield from _differs("critical", expect.critical, critical)
    scales = [one for one in outcome.scales if case.scale in {None, one.id}]
    if len(scales) == 1:
        yield from _scale_differences(expect, scales[0])
    elif scales or case.scale:
        yield _("«scale» må nevne en av skjemaets skalaer.")


def _scale_differences(expect: Expected, scale: ScaleOutcome) -> Iterator[str]:
    yield from _differs("score", expect.score, scale.score)
    if expect.score is None or expect.lowest is not None or expect.highest is not None:
        yield from _differs("lowest", expect.lowest, scale.lowest)
        yield from _differs("highest", expect.highest, scale.highest)
    reached = tuple(flag.value for flag in scale.flags if flag.reached == "yes")
    possible = tuple(flag.value for flag in scale.flags if flag.reached == "cannot_exclude")
    yield from _differs("flags", expect.flags, reached)
    yield from _differs("cannot_exclude", expect.cannot_exclude, possible)


def _differs(name: str, expected: object, found: object) -> Iterator[str]:
    if expected != found:
        says = _("{name}: ventet {expected}, fikk {found}.")
        yield says.format(name=name, expected=expected, found=found)
