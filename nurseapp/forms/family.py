"""A family's age forms, each as a form of its own."""

from __future__ import annotations

from msgspec.structs import replace

from nurseapp.forms.age import AgeForm
from nurseapp.forms.model import Form, Item
from nurseapp.forms.scale import Scale
from nurseapp.forms.wording import Wording


def expanded(form: Form) -> tuple[Form, ...]:
    """The forms that can be answered: one for each age form, or the form itself.

    Each is called `<family>-<age form>` and has the family's items and scales, cut down to the
    items that the age form has.
    """
    if not form.age_forms:
        return (form,)
    return tuple(_of_age(form, age_form) for age_form in form.age_forms)


def with_items(form: Form, items: tuple[Item, ...]) -> Form:
    """The form with these of its items only, in its scales too."""
    kept = frozenset(item.id for item in items)
    scales = (_cut_down(scale, kept) for scale in form.scales)
    return replace(form, items=items, scales=tuple(scale for scale in scales if scale.items))


def fitted(wording: Wording, form: Form) -> Wording:
    """The words of a form or its family for this form: the same, for the items it has."""
    known = {item.id for item in form.items}
    items = {name: text for name, text in wording.items.items() if name in known}
    if wording.form == form.id and len(items) == len(wording.items):
        return wording
    return replace(wording, form=form.id, items=items)


def _of_age(form: Form, age_form: AgeForm) -> Form:
    kept = frozenset(age_form.items)
    items = tuple(item for item in form.items if not kept or item.id in kept)
    way = age_form.gives_way_to
    return replace(
        with_items(form, items),
        id=f"{form.id}-{age_form.id}",
        name=f"{form.name} {age_form.id} mnd",
        full_name=f"{form.full_name}, {age_form.id} mnd",
        ages=age_form.window,
        age_forms=(),
        family=form.id,
        age_form=age_form.id,
        gives_way_to=None if way is None else f"{form.id}-{way}",
    )


def _cut_down(scale: Scale, kept: frozenset[str]) -> Scale:
    items = tuple(name for name in scale.items if name in kept)
    weights = {name: weight for name, weight in scale.weights.items() if name in kept}
    return replace(scale, items=items, weights=weights)
