"""Whether an item's `show_when` hangs on what stands above it, and can come true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nurseapp.base.text import _
from nurseapp.forms.condition import MOST_TICKS
from nurseapp.forms.model import Item, When
from nurseapp.forms.problem import Flaw, below


def when_flaws(path: str, when: When, asked: Item, above: Mapping[str, Item]) -> Iterator[Flaw]:
    """Everything in a condition that cannot be meant; only items above may be named."""
    said = (when.answered, when.equals, when.at_least)
    told = sum(one is not None for one in said)
    groups = bool(when.all) + bool(when.any)
    fits = (told == 1 and groups == 0) if when.item is not None else (told == 0 and groups == 1)
    if not fits:
        says = _(
            "Skriv «item» med «answered», «equals» eller «at_least», eller «all», eller «any»."
        )
        yield Flaw(path, says)
    for name, inner in (("all", when.all), ("any", when.any)):
        for number, one in enumerate(inner):
            yield from when_flaws(f"{below(path, name)}[#{number + 1}]", one, asked, above)
    if when.item is not None:
        yield from _hanging(path, when, asked, above.get(when.item))


def _hanging(path: str, when: When, asked: Item, item: Item | None) -> Iterator[Flaw]:
    if item is None or item.kind == "information":
        says = _("«{item}» er ikke et spørsmål lenger opp i skjemaet.")
        yield Flaw(below(path, "item"), says.format(item=when.item))
        return
    if asked.stage < item.stage:
        says = _("Et spørsmål i første trinn kan ikke vente på andre trinn.")
        yield Flaw(below(path, "item"), says)
    if when.equals is not None:
        yield from _equals(below(path, "equals"), when.equals, item)
    if when.at_least is not None:
        yield from _at_least(below(path, "at_least"), when.at_least, item)


def _equals(path: str, option: str, item: Item) -> Iterator[Flaw]:
    if option not in {one.id for one in item.options}:
        yield Flaw(path, _("Svaret «{name}» finnes ikke.").format(name=option))


def _at_least(path: str, least: float, item: Item) -> Iterator[Flaw]:
    if item.kind in {"date", "text"}:
        yield Flaw(path, _("«at_least» gjelder poeng og tall."))
    elif item.kind == "number":
        if item.maximum is not None and least > item.maximum:
            yield Flaw(path, _("Så høyt kan tallet ikke bli."))
    elif item.most < least or all(option.points is None for option in item.options):
        says = _("Ingen svar gir {points} poeng eller mer.")
        yield Flaw(path, says.format(points=f"{least:g}"))
    elif item.kind == "multiple" and len(item.options) > MOST_TICKS:
        says = _("«at_least» kan bare brukes der høyst {most} svar kan krysses av.")
        yield Flaw(path, says.format(most=MOST_TICKS))
