"""What a shape cannot say: that references hold, nothing is doubled, and everything can happen."""

from __future__ import annotations

from collections.abc import Iterator

from nurseapp.base.text import _
from nurseapp.forms.family_meaning import family_flaws
from nurseapp.forms.item_meaning import item_flaws
from nurseapp.forms.licensed import keyed
from nurseapp.forms.model import Form, Item
from nurseapp.forms.problem import Flaw, element, twice
from nurseapp.forms.rule_meaning import rule_flaws
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
    yield from _use(form)
    above: dict[str, Item] = {}
    for number, item in enumerate(form.items):
        yield from item_flaws(element("items", number, item), item, above)
        above.setdefault(item.id, item)
    for number, scale in enumerate(form.scales):
        yield from scale_flaws(element("scales", number, scale), scale, form)
    yield from rule_flaws(form)
    yield from family_flaws(form)


def file_flaws(form: Form) -> Iterator[Flaw]:
    """What may not stand in a file: what only the forms made of a family have."""
    for name in ("family", "age_form", "gives_way_to"):
        if getattr(form, name) is not None:
            yield Flaw(name, _("«{key}» settes av programmet.").format(key=name))


def _use(form: Form) -> Iterator[Flaw]:
    """Whether what is said about who answers, and how, holds together."""
    if "observer" in form.answered_by and len(form.answered_by) > 1:
        says = _("Et skjema som fagpersonen fyller ut, kan ikke også besvares av andre.")
        yield Flaw("answered_by", says)
    if form.subject == "child" and "pregnant" in form.answered_by:
        yield Flaw("answered_by", _("Et skjema om et barn besvares ikke av en gravid."))
    if form.anonymous:
        followed_up = form.scales or form.steps or any(item.critical for item in form.items)
        if form.subject == "child" or form.alone_required or followed_up:
            says = _("Anonyme svar kan ikke følges opp, og handler ikke om et bestemt barn.")
            yield Flaw("anonymous", says)
    if form.not_scored and (form.scales or form.any_of or form.two_stage):
        yield Flaw("not_scored", _("Et skjema som ikke skåres, har ingen skalaer."))
    if "key" in form.licensed and not form.scales:
        yield Flaw("licensed", _("Poengnøkkelen gjelder ingen skala."))
    if "key" in form.licensed and not keyed(form):
        yield Flaw("licensed", _("Poengnøkkelen gjelder ingen spørsmål: alle har poeng her."))
    if "cut_offs" in form.licensed and not form.scales:
        yield Flaw("licensed", _("Grensene gjelder ingen skala."))
