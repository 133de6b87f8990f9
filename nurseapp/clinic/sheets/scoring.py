"""Scores a sheet and keeps, with the result, all that decided it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

from nurseapp.base.text import language
from nurseapp.forms.cut_off import Respondent, active_cut_off, other_cut_offs
from nurseapp.forms.library import LoadedForm
from nurseapp.forms.model import Form
from nurseapp.forms.outcome import AnyOutcome, Judgement, Outcome, ScaleOutcome
from nurseapp.forms.scale import CutOff, Scale
from nurseapp.forms.scoring import scorer_for
from nurseapp.forms.vocabulary import Role, Sex
from nurseapp.journal.entries.screening import AnyOfScored, CutOffUsed, ScaleScored, SheetScored
from nurseapp.journal.queries.screenings import Screening

# "incomplete" is a range that no answer could bring to the cut-off: still never "below".
_VERDICTS: Final[dict[Judgement, str]] = {
    "reached": "over",
    "cannot_exclude": "cannot_exclude",
    "monitoring": "monitoring",
    "not_reached": "below",
    "incomplete": "unscored",
    "no_cut_off": "unscored",
}
# Of several scales the first of these that any has; one that nobody has studied says nothing.
_GRAVEST_FIRST: Final[tuple[Judgement, ...]] = (
    "reached",
    "cannot_exclude",
    "monitoring",
    "incomplete",
    "not_reached",
    "no_cut_off",
)


def outcome_of(loaded: LoadedForm, answers: Mapping[str, str], sheet: Screening) -> Outcome:
    """What the answers come to for this person; raises AnswersError."""
    return scorer_for(loaded.form).score(answers, _respondent(sheet))


def scored(loaded: LoadedForm, outcome: Outcome, sheet: Screening) -> SheetScored:
    """The result as it is saved for ever."""
    scales = {scale.id: scale for scale in loaded.form.scales}
    return SheetScored(
        screening=sheet.screening,
        form=loaded.form.id,
        version=loaded.form.version,
        sha256=loaded.sha256,
        role=sheet.role,
        complete=outcome.complete,
        missing=outcome.missing,
        scales=tuple(_scale(scales[each.id], each, sheet) for each in outcome.scales),
        training=bool(sheet.training),
        any_of=tuple(_any_of(loaded.form, each) for each in outcome.any_of),
        two_stage=outcome.stage_two,
        verdict=_verdict(loaded.form, outcome),
    )


def _respondent(sheet: Screening) -> Respondent:
    return Respondent(
        role=cast("Role", sheet.role),
        pregnancy_week=sheet.week,
        child_months=sheet.child_months,
        child_sex=cast("Sex", sheet.child_sex) if sheet.child_sex else None,
    )


def _verdict(form: Form, outcome: Outcome) -> str:
    """What the whole sheet came to; a second stage decides alone, once it can."""
    scales = {each.id: each.judgement for each in outcome.scales}
    if form.two_stage is not None and outcome.stage_two:
        decided = outcome.stage_two == "answered" or scales[form.two_stage.then] == "reached"
        return _VERDICTS[scales[form.two_stage.then if decided else form.two_stage.first]]
    found = {each.judgement for each in outcome.scales}
    gravest = (judgement for judgement in _GRAVEST_FIRST if judgement in found)
    return _VERDICTS[next(gravest, "no_cut_off")]


def _any_of(form: Form, outcome: AnyOutcome) -> AnyOfScored:
    rule = next(each for each in form.any_of if each.id == outcome.id)
    return AnyOfScored(
        id=outcome.id,
        title=rule.name.said(language()),
        verdict=_VERDICTS[outcome.judgement],
        scales=outcome.reached,
    )


def _scale(scale: Scale, outcome: ScaleOutcome, sheet: Screening) -> ScaleScored:
    respondent = _respondent(sheet)
    used = active_cut_off(scale, respondent)
    return ScaleScored(
        scale=scale.id,
        title=scale.name.said(language()),
        score=outcome.score,
        lowest=outcome.lowest,
        highest=outcome.highest,
        minimum=0,
        maximum=outcome.maximum,
        verdict=_VERDICTS[outcome.judgement],
        cut_off=None if used is None else _used(used),
        others=tuple(_used(each) for each in other_cut_offs(scale, respondent)),
        concern=scale.concern,
    )


def _used(cut_off: CutOff) -> CutOffUsed:
    spoken = language()
    return CutOffUsed(
        id=cut_off.id,
        comparison=cut_off.comparison,
        value=cut_off.value,
        source=cut_off.source,
        population=cut_off.population.said(spoken),
        sensitivity=cut_off.sensitivity,
        specificity=cut_off.specificity,
        verified=cut_off.verified,
        note="" if cut_off.note is None else cut_off.note.said(spoken),
        monitoring=cut_off.monitoring,
    )
