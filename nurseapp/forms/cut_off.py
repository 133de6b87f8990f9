"""Which cut-off a result is held against, and which stand beside it."""

from __future__ import annotations

from dataclasses import dataclass

from nurseapp.forms.scale import CutOff, Scale, Whom
from nurseapp.forms.vocabulary import Role, Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent:
    """Whose answers they are, and what is known of the child they are about.

    `pregnancy_week` and `child_months` are completed; None where they are not known.
    """

    role: Role
    pregnancy_week: int | None = None
    child_months: int | None = None
    child_sex: Sex | None = None


def active_cut_off(scale: Scale, respondent: Respondent) -> CutOff | None:
    """The default that says most exactly whom it is for, of those that fit.

    None where nobody has studied such a respondent: then no result is over or below anything.
    """
    fitting = [
        cut_off for cut_off in scale.cut_offs if cut_off.default and _fits(cut_off.whom, respondent)
    ]
    return max(fitting, key=lambda cut_off: exactness(cut_off.whom), default=None)


def other_cut_offs(scale: Scale, respondent: Respondent) -> tuple[CutOff, ...]:
    """The cut-offs of other sources that could be used for the same respondent, for display."""
    active = active_cut_off(scale, respondent)
    return tuple(
        cut_off
        for cut_off in scale.cut_offs
        if cut_off is not active and _fits(cut_off.whom, respondent)
    )


def band_of(scale: Scale, score: float) -> tuple[float, float | None] | None:
    """The first score of the band a score lies in, and of the band above it if there is one.

    None if the scale has no bands.
    """
    if not scale.bands:
        return None
    starts = (0, *scale.bands, None)
    place = sum(score >= start for start in scale.bands)
    return starts[place] or 0, starts[place + 1]


def exactness(whom: Whom | None) -> int:
    """How many things a cut-off says about whom it is for."""
    said = whom or Whom()
    weeks = (said.from_week, said.to_week) != (None, None)
    months = (said.from_months, said.to_months) != (None, None)
    return (said.role is not None) + weeks + months + (said.sex is not None)


def _fits(whom: Whom | None, respondent: Respondent) -> bool:
    if whom is None:
        return True
    return (
        whom.role in {None, respondent.role}
        and whom.sex in {None, respondent.child_sex}
        and _within(whom.from_week, respondent.pregnancy_week, whom.to_week)
        and _within(whom.from_months, respondent.child_months, whom.to_months)
    )


def _within(first: int | None, value: int | None, last: int | None) -> bool:
    if first is None and last is None:
        return True
    if value is None:
        return False
    return (first is None or value >= first) and (last is None or value <= last)
