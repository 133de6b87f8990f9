"""What a scale's shape cannot say: items that exist, cut-offs that can be reached and missed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from nurseapp.base.text import _
from nurseapp.forms.model import Form
from nurseapp.forms.problem import Flaw, element
from nurseapp.forms.scale import CutOff, Scale, Whom
from nurseapp.forms.worth import worth_of

_FIRST_WEEK, _LAST_WEEK = 0, 45


def scale_flaws(path: str, scale: Scale, form: Form) -> Iterator[Flaw]:
    """Everything in a scale that is well shaped and still cannot be meant."""
    yield from _items(f"{path}.items", scale, form)
    if (scale.kind == "count_at_least") != (scale.count_from is not None):
        yield Flaw(path, _("«count_from» hører til «count_at_least», og bare der."))
    if (scale.missing == "prorate") != (scale.missing_at_most is not None):
        yield Flaw(path, _("«missing_at_most» hører til «prorate», og bare der."))
    most = _most(scale, form)
    edges = (0, *scale.bands, most + 1)
    if any(lower >= upper for lower, upper in pairwise(edges)):
        says = _("Båndene må stige, og ligge mellom 1 og {most}.")
        yield Flaw(f"{path}.bands", says.format(most=most))
    for number, cut_off in enumerate(scale.cut_offs):
        place = element(f"{path}.cut_offs", number, cut_off)
        yield from _cut_off(place, cut_off, scale, form)
        if cut_off.reached_by(0) == cut_off.reached_by(most):
            says = _("Grensen skiller ikke: skårene går fra 0 til {most}.")
            yield Flaw(f"{place}.value", says.format(most=most))
    yield from _together(f"{path}.cut_offs", scale)


def _items(path: str, scale: Scale, form: Form) -> Iterator[Flaw]:
    known = {item.id: item for item in reversed(form.items)}
    for name in sorted({name for name in scale.items if scale.items.count(name) > 1}):
        yield Flaw(path, _("«{name}» står to ganger.").format(name=name))
    for name in scale.items:
        if name not in known:
            yield Flaw(path, _("Spørsmålet «{name}» finnes ikke.").format(name=name))
        elif known[name].optional:
            says = _("Spørsmålet «{name}» er valgfritt, og kan ikke telle med.")
            yield Flaw(path, says.format(name=name))


def _most(scale: Scale, form: Form) -> int:
    """The highest score, counting only items that exist."""
    inside = [item for item in form.items if item.id in scale.items]
    return sum(max(worth_of(item, scale).values(), default=0) for item in inside)


def _cut_off(path: str, cut_off: CutOff, scale: Scale, form: Form) -> Iterator[Flaw]:
    high = cut_off.comparison in {">=", ">"}
    if high != (scale.concern == "high"):
        yield Flaw(f"{path}.comparison", _("Retningen er en annen enn i «concern»."))
    steps = {step.id for step in form.steps}
    for name in cut_off.offers:
        if name not in steps:
            yield Flaw(f"{path}.offers", _("Steget «{name}» finnes ikke.").format(name=name))
    if cut_off.whom:
        yield from _whom(f"{path}.for", cut_off.whom, form)


def _whom(path: str, whom: Whom, form: Form) -> Iterator[Flaw]:
    if whom.role not in form.answered_by:
        yield Flaw(path, _("«{role}» står ikke i «answered_by».").format(role=whom.role))
    if whom.role != "pregnant" and (whom.from_week, whom.to_week) != (None, None):
        yield Flaw(path, _("Uker gjelder bare for gravide."))
    first, last = _weeks(whom)
    if first > last:
        yield Flaw(path, _("Første uke ligger etter siste uke."))


def _together(path: str, scale: Scale) -> Iterator[Flaw]:
    """Cut-offs that cannot stand beside each other."""
    names = [cut_off.id for cut_off in scale.cut_offs]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Flaw(path, _("«{name}» står to ganger.").format(name=name))
    if scale.cut_offs and not any(cut_off.default for cut_off in scale.cut_offs):
        yield Flaw(path, _("Ingen av grensene er merket med «default»."))
    for one, other in combinations(scale.cut_offs, 2):
        both = {"one": one.id, "other": other.id}
        if _limit(one) == _limit(other):
            yield Flaw(path, _("«{one}» og «{other}» er samme grense.").format(**both))
        elif one.default and other.default and _overlap(one.whom, other.whom):
            says = _("«{one}» og «{other}» er begge standard for de samme.")
            yield Flaw(path, says.format(**both))


def _limit(cut_off: CutOff) -> tuple[object, ...]:
    return (cut_off.whom, cut_off.comparison, cut_off.value, cut_off.source)


def _overlap(one: Whom | None, other: Whom | None) -> bool:
    """Whether somebody belongs to both, where neither is the more exact."""
    if one is None or other is None:
        return one is other
    if one.role != other.role:
        return False
    if _general(one) != _general(other):
        return False
    (first, last), (start, end) = _weeks(one), _weeks(other)
    return first <= end and start <= last


def _general(whom: Whom) -> bool:
    return whom.from_week is None and whom.to_week is None


def _weeks(whom: Whom) -> tuple[int, int]:
    first = _FIRST_WEEK if whom.from_week is None else whom.from_week
    return first, (_LAST_WEEK if whom.to_week is None else whom.to_week)
