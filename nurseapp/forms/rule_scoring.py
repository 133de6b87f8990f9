"""What follows from several scales together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nurseapp.forms.model import Form
from nurseapp.forms.outcome import AnyOutcome, Judgement, ScaleOutcome
from nurseapp.forms.rule import AnyOf, TwoStage

# The first of these that any of the scales has is what they have together.
_GRAVEST_FIRST: tuple[Judgement, ...] = (
    "reached",
    "cannot_exclude",
    "monitoring",
    "incomplete",
    "no_cut_off",
)


def any_outcomes(form: Form, scales: Iterable[ScaleOutcome]) -> tuple[AnyOutcome, ...]:
    """What each of the form's "any of" rules comes to; nothing while none of its scales counts."""
    found = {scale.id: scale for scale in scales}
    here = [rule for rule in form.any_of if any(name in found for name in rule.scales)]
    return tuple(_any(rule, found) for rule in here)


def calls_for_stage_two(rule: TwoStage, scales: Iterable[ScaleOutcome]) -> bool:
    """Whether the first scale's score lies where the second stage decides."""
    scores = [scale.score for scale in scales if scale.id == rule.first]
    return any(score is not None and rule.lowest <= score <= rule.highest for score in scores)


def _any(rule: AnyOf, scales: Mapping[str, ScaleOutcome]) -> AnyOutcome:
    inside = [scales[name] for name in rule.scales if name in scales]
    judgements = {scale.judgement for scale in inside}
    first = (one for one in _GRAVEST_FIRST if one in judgements)
    gravest: Judgement = next(first, "not_reached")
    reached = tuple(scale.id for scale in inside if scale.judgement == "reached")
    return AnyOutcome(rule.id, gravest, reached)
