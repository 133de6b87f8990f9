"""What an item's shape cannot say: that its kind and its fields belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from nurseapp.base.text import _
from nurseapp.forms.model import Critical, Item
from nurseapp.forms.problem import Flaw, below, twice
from nurseapp.forms.vocabulary import ItemKind
from nurseapp.forms.when_meaning import when_flaws

WITH_OPTIONS: Final[frozenset[ItemKind]] = frozenset({"choice", "yes_no", "multiple"})


def item_flaws(path: str, item: Item, above: Mapping[str, Item]) -> Iterator[Flaw]:
    """Everything in an item that is well shaped and still cannot be meant.

    `above` has the items printed before it.
    """
    if item.kind in WITH_OPTIONS:
        yield from _options(path, item)
    elif item.options:
        yield Flaw(path, _("Bare «choice», «yes_no» og «multiple» kan ha svar med poeng."))
    yield from _fields(path, item)
    if item.critical:
        yield from _critical(f"{path}.critical", item.critical, item)
    if item.show_when:
        yield from when_flaws(f"{path}.show_when", item.show_when, item, above)


def _options(path: str, item: Item) -> Iterator[Flaw]:
    if item.kind == "choice" and len(item.options) < 2:  # noqa: PLR2004
        yield Flaw(path, _("Spørsmålet må ha minst to svar, i «points» eller «options»."))
    if item.kind == "multiple" and not item.options:
        yield Flaw(path, _("Spørsmålet må ha minst ett svar, i «points» eller «options»."))
    if item.kind == "yes_no" and [option.id for option in item.options] != ["a", "b"]:
        yield Flaw(path, _("«yes_no» har bare svarene «a» (ja) og «b» (nei)."))
    if item.points and item.points != tuple(option.points for option in item.options):
        yield Flaw(path, _("«points» og «options» sier ikke det samme. Bruk bare den ene."))
    yield from twice(f"{path}.options", (option.id for option in item.options))
    with_points = {option.points is not None for option in item.options}
    if len(with_points) > 1:
        yield Flaw(f"{path}.options", _("Enten har alle svarene poeng, eller ingen."))


def _fields(path: str, item: Item) -> Iterator[Flaw]:
    number = (item.minimum, item.maximum, item.decimals, item.unit)
    if item.kind != "number" and number != (None, None, 0, ""):
        says = _("«minimum», «maximum», «decimals» og «unit» hører til «number», og bare der.")
        yield Flaw(path, says)
    if item.minimum is not None and item.maximum is not None and item.minimum > item.maximum:
        yield Flaw(f"{path}.minimum", _("«minimum» er større enn «maximum»."))
    if item.kind != "text" and item.longest is not None:
        yield Flaw(f"{path}.longest", _("«longest» hører til «text», og bare der."))
    if item.kind == "information" and item.optional:
        yield Flaw(f"{path}.optional", _("En opplysning besvares ikke, og er ikke valgfri."))


def _critical(path: str, critical: Critical, item: Item) -> Iterator[Flaw]:
    if item.kind not in WITH_OPTIONS:
        yield Flaw(path, _("Bare «choice», «yes_no» og «multiple» kan ha kritiske svar."))
        return
    if (critical.points_at_least is None) == (not critical.options):
        yield Flaw(path, _("Skriv enten «points_at_least» eller «options»."))
    yield from _no_such(below(path, "options"), critical.options, item)
    points = critical.points_at_least
    if points is not None and all((option.points or -1) < points for option in item.options):
        says = _("Ingen svar gir {points} poeng eller mer.").format(points=points)
        yield Flaw(below(path, "points_at_least"), says)


def _no_such(path: str, named: Iterable[str], item: Item) -> Iterator[Flaw]:
    known = {option.id for option in item.options}
    for name in named:
        if name not in known:
            yield Flaw(path, _("Svaret «{name}» finnes ikke.").format(name=name))
