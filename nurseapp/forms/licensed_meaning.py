"""Whether a clinic's licensed table fits the form or family it was typed for."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from nurseapp.base.text import _
from nurseapp.forms.cut_off_meaning import limit_flaws
from nurseapp.forms.family import expanded
from nurseapp.forms.licensed import Key, LicensedCutOff, LicensedValues, keyed, with_values
from nurseapp.forms.model import Form
from nurseapp.forms.problem import Flaw, below
from nurseapp.forms.scale_meaning import most_of


def values_flaws(form: Form, values: LicensedValues) -> Iterator[Flaw]:
    """Everything in a table that cannot be meant for this form or family, as it is in its file."""
    if values.form != form.id:
        says = _("Tabellen hører til et annet skjema, «{form}».")
        yield Flaw("form", says.format(form=values.form))
        return
    if values.version != form.version:
        says = _("Tabellen hører til utgave {version} av skjemaet.")
        yield Flaw("version", says.format(version=values.version))
        return
    sound = replace(values, keys={}, cut_offs=())
    for name, key in values.keys.items():
        flaws = tuple(_key(f"keys.{name}", name, key, form))
        yield from flaws
        if not flaws:
            sound = replace(sound, keys={**sound.keys, name: key})
    yield from _cut_offs(form, values, sound)


def _key(path: str, name: str, key: Key, form: Form) -> Iterator[Flaw]:
    if "key" not in form.licensed:
        yield Flaw(path, _("Skjemaet har sin egen poengnøkkel."))
        return
    of_age = {one.age_form or one.id: one for one in expanded(form)}.get(name)
    if of_age is None:
        yield Flaw(path, _("Aldersformen «{name}» finnes ikke.").format(name=name))
        return
    publishers = frozenset(keyed(of_age))
    if not publishers.intersection(key):
        yield Flaw(path, _("Nøkkelen har ingen spørsmål."))
    for item_id, points in key.items():
        place = below(path, item_id)
        if item_id not in publishers:
            says = _("Spørsmålet «{name}» finnes ikke, eller har poeng i skjemaet.")
            yield Flaw(place, says.format(name=item_id))
        elif len(points) != len(of_age.item(item_id).options):
            count = len(of_age.item(item_id).options)
            yield Flaw(place, _("Spørsmålet har {count} svar.").format(count=count))
        elif not any(points):
            yield Flaw(place, _("Ingen av svarene gir poeng."))


def _cut_offs(form: Form, values: LicensedValues, sound: LicensedValues) -> Iterator[Flaw]:
    forms = {one.age_form or one.id: with_values(one, sound) for one in expanded(form)}
    seen: set[tuple[str | None, str]] = set()
    for number, limit in enumerate(values.cut_offs):
        path = f"cut_offs[#{number + 1}]"
        if (limit.age_form, limit.scale) in seen:
            yield Flaw(path, _("Grensen står to ganger."))
        seen.add((limit.age_form, limit.scale))
        of_age = forms.get(limit.age_form or form.id)
        if "cut_offs" not in form.licensed:
            yield Flaw(path, _("Skjemaet har sine egne grenser."))
        elif of_age is None:
            says = _("Aldersformen «{name}» finnes ikke.").format(name=limit.age_form or "")
            yield Flaw(below(path, "age_form"), says)
        else:
            yield from _cut_off(path, limit, of_age)


def _cut_off(path: str, limit: LicensedCutOff, form: Form) -> Iterator[Flaw]:
    if limit.scale not in {scale.id for scale in form.scales}:
        says = _("Skalaen «{name}» finnes ikke.").format(name=limit.scale)
        yield Flaw(below(path, "scale"), says)
        return
    if "key" in form.licensed:
        says = _("Nøkkelen til denne aldersformen mangler, så grensen kan ikke prøves.")
        yield Flaw(path, says)
        return
    only = LicensedValues(
        form=form.family or form.id, version=form.version, source="-", cut_offs=(limit,)
    )
    (scale,) = [one for one in with_values(form, only).scales if one.id == limit.scale]
    yield from limit_flaws(path, scale.cut_offs[0], most_of(scale, form))
