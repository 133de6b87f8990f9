"""One scale's score or range, held against the cut-off for the respondent."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, Literal

from nurseapp.forms.cut_off import Respondent, active_cut_off
from nurseapp.forms.exact import Exact, exact, half_up, told
from nurseapp.forms.model import Form
from nurseapp.forms.outcome import Flag, Judgement, ScaleOutcome
from nurseapp.forms.scale import CutOff, Scale
from nurseapp.forms.tally import Tally, tally
from nurseapp.forms.worth import counted_item

_TOLD_OF: Final[dict[Judgement, Literal["yes", "cannot_exclude", "monitoring"]]] = {
    "reached": "yes",
    "cannot_exclude": "cannot_exclude",
    "monitoring": "monitoring",
}


class WholeSheets(dict[int, ScaleOutcome]):
    """What every whole sheet comes to for one respondent, by its total; reckoned once each."""

    def __init__(self, scorer: ScaleScorer, respondent: Respondent) -> None:
        self._scorer = scorer
        self._cut_off = active_cut_off(scorer.scale, respondent)

    def __missing__(self, total: int) -> ScaleOutcome:
        found = self._scorer.of_whole(total, self._cut_off)
        self[total] = found
        return found


class ScaleScorer:
    """Counts one scale of a form without problems."""

    def __init__(self, form: Form, scale: Scale) -> None:
        self.scale = scale
        inside = [item for item in form.items if item.id in scale.items]
        self._items = tuple(counted_item(item, scale) for item in inside)
        may_hide = {item.id: None if item.show_when else True for item in inside}
        all_ticks = {item.id: " ".join(item.points) for item in self._items if item.optional}
        self._maximum = self._ends(tally(self._items, all_ticks, may_hide))[1]
        self.joined = max if scale.kind == "worst_of" else sum
        """How the worths of a whole sheet make its total."""
        self.worths = tuple(
            (item.id, {option: item.worth(option) * item.weight for option in item.points})
            for item in self._items
        )
        """For each item what an answer adds to the total; not for items with ticks."""

    def of_whole(self, total: int, cut_off: CutOff | None) -> ScaleOutcome:
        """The outcome of a sheet on which every item of the scale is asked and answered."""
        mean = self.scale.kind == "mean"
        score = Fraction(total, len(self._items)) if mean else total
        return self._held(score, (score, score), cut_off)

    def outcome(
        self,
        answers: Mapping[str, str],
        shown: Mapping[str, bool | None],
        respondent: Respondent,
    ) -> ScaleOutcome:
        """The score, or its range: what every possible completion of the sheet would give."""
        counts = tally(self._items, answers, shown)
        cut_off = active_cut_off(self.scale, respondent)
        return self._held(self._score(counts, cut_off), self._ends(counts), cut_off)

    def _score(self, counts: Tally, cut_off: CutOff | None) -> Exact | None:
        """The score by the form's own rule for missing answers."""
        rule = self.scale.missing
        if rule == "zero" or not (counts.missing or counts.open_ticks):
            return self._filled(counts, 0)
        if rule == "refuse" or counts.open_ticks or counts.answered == 0:
            return None
        first, most = self.scale.adjust_from, self.scale.missing_at_most
        if first is not None and counts.missing < first:
            return self._filled(counts, 0)
        if most is not None and counts.missing > most:
            return None
        if self._far(counts, cut_off):
            few = first is not None and counts.missing == first
            return self._filled(counts, 0) if few or self._settled(counts, cut_off) else None
        filled = self._filled(counts, counts.mean_answer)
        return half_up(filled) if rule == "prorate" else filled

    def _far(self, counts: Tally, cut_off: CutOff | None) -> bool:
        """Whether the score lies too far from the cut-off to be adjusted."""
        near = self.scale.adjust_within
        if near is None or cut_off is None:
            return near is not None
        return abs(Fraction(self._filled(counts, 0)) - exact(cut_off.value)) > exact(near)

    def _settled(self, counts: Tally, cut_off: CutOff | None) -> bool:
        """Whether no missing answer could carry the score over the cut-off."""
        ends = self._ends(counts)
        return cut_off is None or cut_off.reached_by(ends[0]) == cut_off.reached_by(ends[1])

    def _filled(self, counts: Tally, fill: Exact) -> Exact:
        """The score if every missing item were worth `fill`."""
        match self.scale.kind:
            case "mean":
                return counts.mean(fill)
            case "worst_of":
                return counts.worst
            case _:
                return counts.total(fill)

    def _ends(self, counts: Tally) -> tuple[Exact, Exact]:
        match self.scale.kind:
            case "mean":
                return counts.ends_of_mean()
            case "worst_of":
                return counts.ends_of_worst()
            case _:
                return counts.ends_of_total()

    def _held(
        self, score: Exact | None, ends: tuple[Exact, Exact], cut_off: CutOff | None
    ) -> ScaleOutcome:
        judgement = _judgement(score, ends, cut_off)
        return ScaleOutcome(
            self.scale.id,
            None if score is None else told(score),
            told(ends[0]),
            told(ends[1]),
            told(self._maximum),
            judgement,
            _flags(judgement, cut_off),
        )


def _judgement(score: Exact | None, ends: tuple[Exact, Exact], cut_off: CutOff | None) -> Judgement:
    if cut_off is None:
        return "no_cut_off"
    held = ends if score is None else (score,)
    reached = [cut_off.reached_by(one) for one in held]
    if all(reached):
        return "reached"
    if any(reached):
        return "cannot_exclude"
    if score is None:
        return "incomplete"
    return "monitoring" if cut_off.watches(score) else "not_reached"


def _flags(judgement: Judgement, cut_off: CutOff | None) -> tuple[Flag, ...]:
    how = _TOLD_OF.get(judgement)
    if cut_off is None or how is None:
        return ()
    return (Flag(cut_off.id, cut_off.comparison, cut_off.value, cut_off.source, how),)
