"""What a shape cannot say: that references hold, nothing is doubled, and everything can happen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nurseapp.base.text import _
from nurseapp.forms.model import Critical, Form, Item, When
from nurseapp.forms.problem import Flaw, below, element
from nurseapp.forms.scale_meaning import scale_flaws


def form_flaws(form: Form) -> Iterator[Flaw]:
    """Everything in a form that is well shaped and still cannot be meant."""
    yield from twice("items", (item.id for item in form.items))
    yield from twice("scales", (scale.id for scale in form.scales))
    yield from twice("steps", (step.id for step in form.steps))
    yield from twice("layouts", form.layouts)
    yield from twice("answered_by", form.answered_by)
    if form.layout not in form.layouts:
        yield Flaw("layout", _("Oppsettet er ikke blant dem i «layouts»."))
    if form.repeat and form.repeat.earliest_days > form.repeat.latest_days:
        yield Flaw("repeat", _("Første dag ligger etter siste dag."))
    above: dict[str, Item] = {}
    for number, item in enumerate(form.items):
        yield from _item(element("items", number, item), item, above)
        above.setdefault(item.id, item)
    for number, scale in enumerate(form.scales):
        yield from scale_flaws(element("scales", number, scale), scale, form)


def twice(path: str, names: Iterable[str]) -> Iterator[Flaw]:
    """A flaw for each name that was there before."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield Flaw(path, _("«{name}» står to ganger.").format(name=name))
        seen.add(name)


def _item(path: str, item: Item, above: Mapping[str, Item]) -> Iterator[Flaw]:
    if len(item.options) < 2:  # noqa: PLR2004 - a choice is between two at least
        yield Flaw(path, _("Spørsmålet må ha minst to svar, i «points» eller «options»."))
    if item.points and item.points != tuple(option.points for option in item.options):
        yield Flaw(path, _("«points» og «options» sier ikke det samme. Bruk bare den ene."))
    yield from twice(f"{path}.options", (option.id for option in item.options))
    if item.critical:
        yield from _critical(f"{path}.critical", item.critical, item)
    if item.show_when:
        yield from _when(f"{path}.show_when", item.show_when, above)


def _critical(path: str, critical: Critical, item: Item) -> Iterator[Flaw]:
    if (critical.points_at_least is None) == (not critical.options):
        yield Flaw(path, _("Skriv enten «points_at_least» eller «options»."))
    yield from _no_such(below(path, "options"), critical.options, _ids(item))
    if critical.points_at_least is not None:
        yield from _reachable(below(path, "points_at_least"), critical.points_at_least, item)


def _when(path: str, when: When, above: Mapping[str, Item]) -> Iterator[Flaw]:
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
            yield from _when(f"{below(path, name)}[#{number + 1}]", one, above)
    if when.item is not None:
        yield from _asked(path, when, above.get(when.item))


def _asked(path: str, when: When, item: Item | None) -> Iterator[Flaw]:
    if item is None:
        says = _("«{item}» er ikke et spørsmål lenger opp i skjemaet.")
        yield Flaw(below(path, "item"), says.format(item=when.item))
        return
    if when.equals is not None:
        yield from _no_such(below(path, "equals"), (when.equals,), _ids(item))
    if when.at_least is not None:
        yield from _reachable(below(path, "at_least"), when.at_least, item)


def _reachable(path: str, points: int, item: Item) -> Iterator[Flaw]:
    if all(option.points < points for option in item.options):
        yield Flaw(path, _("Ingen svar gir {points} poeng eller mer.").format(points=points))


def _no_such(path: str, named: Iterable[str], known: set[str]) -> Iterator[Flaw]:
    for name in named:
        if name not in known:
            yield Flaw(path, _("Svaret «{name}» finnes ikke.").format(name=name))


def _ids(item: Item) -> set[str]:
    return {option.id for option in item.options}
