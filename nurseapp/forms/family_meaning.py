"""What a family of age forms cannot mean: windows that clash, items that are not there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from nurseapp.base.text import _
from nurseapp.forms.age import AgeForm, AgeWindow
from nurseapp.forms.model import Form
from nurseapp.forms.problem import Flaw, element, twice


def family_flaws(form: Form) -> Iterator[Flaw]:
    """Everything about ages that is well shaped and still cannot be meant."""
    if form.ages is not None:
        yield from _window("ages", form.ages)
    if form.prematurity is not None and not (form.age_forms or form.family):
        yield Flaw("prematurity", _("«prematurity» hører til et skjema med «age_forms»."))
    if form.age_forms and form.subject != "child":
        yield Flaw("age_forms", _("Aldersformer hører til skjemaer om et barn."))
    if form.age_forms and form.ages is not None:
        yield Flaw("ages", _("Hver aldersform har sitt eget vindu. Ta bort «ages»."))
    yield from twice("age_forms", (age_form.id for age_form in form.age_forms))
    for number, age_form in enumerate(form.age_forms):
        yield from _age_form(element("age_forms", number, age_form), age_form, form)
    for one, other in pairwise(form.age_forms):
        yield from _neighbours(one, other)


def _window(path: str, window: AgeWindow) -> Iterator[Flaw]:
    if window.first > window.last:
        yield Flaw(path, _("Vinduet slutter før det begynner."))


def _age_form(path: str, age_form: AgeForm, form: Form) -> Iterator[Flaw]:
    yield from _window(f"{path}.window", age_form.window)
    others = {one.id for one in form.age_forms} - {age_form.id}
    if age_form.gives_way_to is not None and age_form.gives_way_to not in others:
        says = _("Aldersformen «{name}» finnes ikke.").format(name=age_form.gives_way_to)
        yield Flaw(f"{path}.gives_way_to", says)
    yield from twice(f"{path}.items", age_form.items)
    known = {item.id for item in form.items}
    for name in age_form.items:
        if name not in known:
            says = _("Spørsmålet «{name}» finnes ikke.").format(name=name)
            yield Flaw(f"{path}.items", says)
    if age_form.items:
        for scale in form.scales:
            if not set(scale.items).intersection(age_form.items):
                says = _("Skalaen «{name}» har ingen av spørsmålene.").format(name=scale.id)
                yield Flaw(f"{path}.items", says)


def _neighbours(one: AgeForm, other: AgeForm) -> Iterator[Flaw]:
    names = {"one": one.id, "other": other.id}
    if one.window.first > other.window.first:
        yield Flaw("age_forms", _("«{one}» må stå etter «{other}».").format(**names))
    gives_way = one.gives_way_to == other.id or other.gives_way_to == one.id
    if one.window.last >= other.window.first and not gives_way:
        says = _("Vinduene til «{one}» og «{other}» overlapper, og ingen av dem viker.")
        yield Flaw("age_forms", says.format(**names))
