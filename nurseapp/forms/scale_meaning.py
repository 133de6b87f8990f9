"""What a scale's shape cannot say: items that count, rules that are whole, bands that rise."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from nurseapp.base.text import _
from nurseapp.forms.cut_off_meaning import cut_off_flaws, cut_offs_together
from nurseapp.forms.item_meaning import WITH_OPTIONS
from nurseapp.forms.model import Form, Item
from nurseapp.forms.problem import Flaw, element, twice
from nurseapp.forms.scale import Scale
from nurseapp.forms.worth import counted_item


def scale_flaws(path: str, scale: Scale, form: Form) -> Iterator[Flaw]:
    """Everything in a scale that is well shaped and still cannot be meant."""
    yield from _items(f"{path}.items", scale, form)
    yield from _kind(path, scale)
    yield from _missing(path, scale, form)
    most = most_of(scale, form)
    yield from _bands(f"{path}.bands", scale, most)
    if "cut_offs" in form.licensed:
        if scale.cut_offs:
            says = _("Grensene er forlagets og kan ikke stå her når «licensed» har «cut_offs».")
            yield Flaw(f"{path}.cut_offs", says)
        return
    for number, cut_off in enumerate(scale.cut_offs):
        place = element(f"{path}.cut_offs", number, cut_off)
        yield from cut_off_flaws(place, cut_off, scale, form, most)
    yield from cut_offs_together(f"{path}.cut_offs", scale)


def most_of(scale: Scale, form: Form) -> int:
    """The highest score, counting only items that exist and can count."""
    inside = [item for item in form.items if item.id in scale.items and item.options]
    counted = [counted_item(item, scale) for item in inside]
    if scale.kind in {"mean", "worst_of"}:
        return max((item.most for item in counted), default=0)
    return sum(item.most * item.weight for item in counted)


def _items(path: str, scale: Scale, form: Form) -> Iterator[Flaw]:
    yield from twice(path, scale.items)
    known = {item.id: item for item in reversed(form.items)}
    for name in scale.items:
        if name not in known:
            yield Flaw(path, _("Spørsmålet «{name}» finnes ikke.").format(name=name))
            continue
        says = _item(known[name], keyed="key" in form.licensed)
        if says:
            yield Flaw(path, says.format(name=name))


def _item(item: Item, *, keyed: bool) -> str:
    """Why an item cannot be counted; empty if it can."""
    if item.kind not in WITH_OPTIONS:
        return _("Spørsmålet «{name}» har ikke svar med poeng, og kan ikke telle med.")
    if item.optional and item.kind != "multiple":
        return _("Spørsmålet «{name}» er valgfritt, og kan ikke telle med.")
    if not keyed and any(option.points is None for option in item.options):
        return _("Svarene på «{name}» har ikke poeng, og kan ikke telle med.")
    return ""


def _kind(path: str, scale: Scale) -> Iterator[Flaw]:
    if (scale.kind == "count_at_least") != (scale.count_from is not None):
        yield Flaw(path, _("«count_from» hører til «count_at_least», og bare der."))
    if scale.count_from == 0:
        yield Flaw(f"{path}.count_from", _("Alle svar gir 0 poeng eller mer. Tell fra 1."))
    if scale.kind != "weighted":
        if scale.weights:
            yield Flaw(f"{path}.weights", _("«weights» hører til «weighted», og bare der."))
    elif set(scale.weights) != set(scale.items):
        says = _("«weights» må ha en vekt for hvert av spørsmålene i «items», og ingen andre.")
        yield Flaw(f"{path}.weights", says)


def _missing(path: str, scale: Scale, form: Form) -> Iterator[Flaw]:
    fills, adjusts = scale.missing in {"prorate", "adjust"}, scale.missing == "adjust"
    most, start = scale.missing_at_most, scale.adjust_from
    if not fills and most is not None:
        says = _("«missing_at_most» hører til «prorate» og «adjust», og bare der.")
        yield Flaw(path, says)
    if fills and most is None and (not adjusts or start is None):
        says = _("Skriv i «missing_at_most» hvor mange svar som kan mangle.")
        yield Flaw(path, says)
    if not adjusts and (start, scale.adjust_within) != (None, None):
        yield Flaw(path, _("«adjust_from» og «adjust_within» hører til «adjust», og bare der."))
    if fills and scale.kind == "worst_of":
        yield Flaw(f"{path}.missing", _("Det verste svaret kan være det som mangler."))
    required = [item for item in form.items if item.id in scale.items and not item.optional]
    for name, count in (("missing_at_most", most), ("adjust_from", start)):
        if count is not None and fills and count >= len(required):
            says = _("Så mange svar kan ikke mangle: skalaen har {count} spørsmål.")
            yield Flaw(f"{path}.{name}", says.format(count=len(required)))
    if most is not None and start is not None and start > most:
        yield Flaw(f"{path}.adjust_from", _("«adjust_from» er større enn «missing_at_most»."))


def _bands(path: str, scale: Scale, most: int) -> Iterator[Flaw]:
    edges = (0, *scale.bands)
    rising = all(lower < upper for lower, upper in pairwise(edges))
    if not rising or edges[-1] > most:
        yield Flaw(path, _("Båndene må stige, og ligge mellom 1 og {most}.").format(most=most))
