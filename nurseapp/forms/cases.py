"""Runs golden cases: each sheet is scored, and held against what it must come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nurseapp.base.errors import AnswersError
from nurseapp.base.text import _
from nurseapp.forms.case_file import Case, Expected, ExpectedScale, read_cases
from nurseapp.forms.library import CASES_FILE
from nurseapp.forms.licensed import LicensedValues, with_values
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.outcome import Outcome, ScaleOutcome
from nurseapp.forms.scoring import Respondent, scorer_for


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """One case, and in sentences where the scoring came to something else."""

    name: str
    differences: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether the sheet came to what it must."""
        return not self.differences


def run_cases(loaded: LoadedForm) -> tuple[CaseResult, ...]:
    """Scores every golden case of the form; a broken file of cases is one failed result.

    This is the program's self-test of a form. A licensed form is tried with the file's invented
    table, never with the clinic's.
    """
    file, flaws = read_cases(loaded)
    broken = [CaseResult(name=CASES_FILE, differences=tuple(f"{p}: {s}" for p, s in flaws))]
    values = file.values.of(loaded.source) if file.values else None
    mine = (case for case in file.cases if case.age_form in {None, loaded.form.age_form})
    return (*(broken if flaws else ()), *(run_case(loaded, case, values) for case in mine))


def run_case(loaded: LoadedForm, case: Case, values: LicensedValues | None = None) -> CaseResult:
    """Scores one golden case, with an invented table if there is one."""
    form = (loaded.plain or loaded).form
    if values is not None:
        form = with_values(form, values)
    respondent = Respondent(
        role=case.role or form.answered_by[0],
        pregnancy_week=case.pregnancy_week,
        child_months=case.child_months,
        child_sex=case.child_sex,
    )
    try:
        outcome = scorer_for(form).score(case.answers, respondent)
    except AnswersError as error:
        return CaseResult(name=case.name, differences=(error.sentence,))
    return CaseResult(name=case.name, differences=tuple(_differences(case, outcome)))


def _differences(case: Case, outcome: Outcome) -> Iterator[str]:
    expect = case.expect
    yield from _differs("complete", expect.complete, outcome.complete)
    critical = tuple(answer.item for answer in outcome.critical)
    yield from _differs("critical", expect.critical, critical)
    together = tuple(one.id for one in outcome.any_of if one.judgement == "reached")
    yield from _differs("any_of", expect.any_of, together)
    yield from _differs("stage_two", expect.stage_two, outcome.stage_two != "")
    found = {scale.id: scale for scale in outcome.scales}
    for name, scale in expect.scales.items():
        if name in found:
            for difference in _scale_differences(scale, found[name]):
                yield f"{name}: {difference}"
        else:
            yield _("{scale}: skalaen er ikke skåret.").format(scale=name)
    if not expect.scales:
        yield from _only_scale(expect, case.scale, list(found.values()))


def _only_scale(expect: Expected, named: str | None, scales: list[ScaleOutcome]) -> Iterator[str]:
    told = [one for one in scales if named in {None, one.id}]
    if len(told) == 1:
        yield from _scale_differences(expect, told[0])
    elif scales or named:
        yield _("«scale» må nevne en av skjemaets skalaer.")


def _scale_differences(expect: ExpectedScale, scale: ScaleOutcome) -> Iterator[str]:
    yield from _differs("score", expect.score, scale.score)
    if expect.score is None or expect.lowest is not None or expect.highest is not None:
        yield from _differs("lowest", expect.lowest, scale.lowest)
        yield from _differs("highest", expect.highest, scale.highest)
    for name, how, values in (
        ("flags", "yes", expect.flags),
        ("cannot_exclude", "cannot_exclude", expect.cannot_exclude),
        ("monitoring", "monitoring", expect.monitoring),
    ):
        found = tuple(flag.value for flag in scale.flags if flag.reached == how)
        yield from _differs(name, values, found)


def _differs(name: str, expected: object, found: object) -> Iterator[str]:
    if expected != found:
        says = _("{name}: ventet {expected}, fikk {found}.")
        yield says.format(name=name, expected=expected, found=found)
