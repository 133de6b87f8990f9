"""Whether cut-offs can be reached and missed, and stand beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from nurseapp.base.text import _
from nurseapp.forms.cut_off import exactness
from nurseapp.forms.model import Form
from nurseapp.forms.problem import Flaw, twice
from nurseapp.forms.scale import CutOff, Scale, Whom

_DECIMALS = 2


def cut_off_flaws(
    path: str, cut_off: CutOff, scale: Scale, form: Form, most: int
) -> Iterator[Flaw]:
    """Everything in one cut-off that cannot be meant; the scale's scores go from 0 to `most`."""
    high = cut_off.comparison in {">=", ">"}
    if high != (scale.concern == "high"):
        yield Flaw(f"{path}.comparison", _("Retningen er en annen enn i «concern»."))
    if cut_off.default and not cut_off.verified:
        says = _("En grense som ikke er kontrollert mot kilden, kan ikke være «default».")
        yield Flaw(f"{path}.default", says)
    steps = {step.id for step in form.steps}
    for name in cut_off.offers:
        if name not in steps:
            yield Flaw(f"{path}.offers", _("Steget «{name}» finnes ikke.").format(name=name))
    if cut_off.whom:
        yield from _whom(f"{path}.for", cut_off.whom, form)
    yield from limit_flaws(path, cut_off, most)


def limit_flaws(path: str, cut_off: CutOff, most: int) -> Iterator[Flaw]:
    """Everything in a cut-off's figures that cannot be meant."""
    if cut_off.reached_by(0) == cut_off.reached_by(most):
        says = _("Grensen skiller ikke: skårene går fra 0 til {most}.")
        yield Flaw(f"{path}.value", says.format(most=most))
    edge = cut_off.monitoring
    for name, figure in (("value", cut_off.value), ("monitoring", edge)):
        if figure is not None and round(figure, _DECIMALS) != figure:
            yield Flaw(f"{path}.{name}", _("Tallet kan ha høyst to desimaler."))
    if edge is not None:
        high = cut_off.comparison in {">=", ">"}
        if not (0 <= edge < cut_off.value if high else cut_off.value < edge <= most):
            says = _("Sonen ligger ikke ved siden av grensen, på den siden som ikke er nådd.")
            yield Flaw(f"{path}.monitoring", says)


def cut_offs_together(path: str, scale: Scale) -> Iterator[Flaw]:
    """Cut-offs that cannot stand beside each other."""
    yield from twice(path, (cut_off.id for cut_off in scale.cut_offs))
    for one, other in combinations(scale.cut_offs, 2):
        both = {"one": one.id, "other": other.id}
        if _limit(one) == _limit(other):
            yield Flaw(path, _("«{one}» og «{other}» er samme grense.").format(**both))
        elif one.default and other.default and _overlap(one.whom, other.whom):
            says = _("«{one}» og «{other}» er begge standard for de samme.")
            yield Flaw(path, says.format(**both))


def _whom(path: str, whom: Whom, form: Form) -> Iterator[Flaw]:
    if whom.role is not None and whom.role not in form.answered_by:
        yield Flaw(path, _("«{role}» står ikke i «answered_by».").format(role=whom.role))
    if whom.role != "pregnant" and (whom.from_week, whom.to_week) != (None, None):
        yield Flaw(path, _("Uker gjelder bare for gravide."))
    child = (whom.from_months, whom.to_months, whom.sex)
    if form.subject != "child" and child != (None, None, None):
        yield Flaw(path, _("Alder og kjønn gjelder bare skjemaer om et barn."))
    if exactness(whom) == 0:
        yield Flaw(path, _("«for» sier ikke hvem. Ta den bort hvis grensen gjelder alle."))
    if _reversed(whom.from_week, whom.to_week):
        yield Flaw(path, _("Første uke ligger etter siste uke."))
    if _reversed(whom.from_months, whom.to_months):
        yield Flaw(path, _("Første måned ligger etter siste måned."))


def _reversed(first: int | None, last: int | None) -> bool:
    return first is not None and last is not None and first > last


def _limit(cut_off: CutOff) -> tuple[object, ...]:
    return (cut_off.whom, cut_off.comparison, cut_off.value, cut_off.source)


def _overlap(one: Whom | None, other: Whom | None) -> bool:
    """Whether somebody belongs to both, where neither is the more exact."""
    if exactness(one) != exactness(other):
        return False
    if one is None or other is None:
        return True
    return (
        (one.role is None or other.role is None or one.role == other.role)
        and (one.sex is None or other.sex is None or one.sex == other.sex)
        and _meet((one.from_week, one.to_week), (other.from_week, other.to_week))
        and _meet((one.from_months, one.to_months), (other.from_months, other.to_months))
    )


def _meet(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    (first, last), (start, end) = one, other
    before = last is not None and start is not None and last < start
    return not (before or (end is not None and first is not None and end < first))
