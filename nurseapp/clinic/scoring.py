"""Scores a sheet and keeps, with the result, all that decided it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

from nurseapp.base.text import language
from nurseapp.forms.cut_off import Respondent, active_cut_off, other_cut_offs
from nurseapp.forms.library import LoadedForm
from nurseapp.forms.outcome import Judgement, Outcome, ScaleOutcome
from nurseapp.forms.scale import CutOff, Scale
from nurseapp.forms.scoring import scorer_for
from nurseapp.forms.vocabulary import Role
from nurseapp.journal.entries.screening import CutOffUsed, ScaleScored, SheetScored
from nurseapp.journal.queries.screenings import Screening

# "incomplete" is a range that no answer could bring to the cut-off: still never "below".
_VERDICTS: Final[dict[Judgement, str]] = {
    "reached": "over",
    "cannot_exclude": "cannot_exclude",
    "not_reached": "below",
    "incomplete": "unscored",
    "no_cut_off": "unscored",
}


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
    )


def _respondent(sheet: Screening) -> Respondent:
    return Respondent(role=cast("Role", sheet.role), pregnancy_week=sheet.week)


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
    )
