"""What rules over several scales cannot mean: scales that lack, ranges that never come."""

from __future__ import annotations

from collections.abc import Iterator

from nurseapp.base.text import _
from nurseapp.forms.model import Form
from nurseapp.forms.problem import Flaw, element, twice
from nurseapp.forms.rule import TwoStage
from nurseapp.forms.scale_meaning import most_of


def rule_flaws(form: Form) -> Iterator[Flaw]:
    """Everything in the rules that is well shaped and still cannot be meant."""
    scales, steps = {scale.id for scale in form.scales}, {step.id for step in form.steps}
    yield from twice("any_of", (rule.id for rule in form.any_of))
    for number, rule in enumerate(form.any_of):
        path = element("any_of", number, rule)
        yield from twice(f"{path}.scales", rule.scales)
        yield from _lacking(f"{path}.scales", rule.scales, scales)
        for name in rule.offers:
            if name not in steps:
                yield Flaw(f"{path}.offers", _("Steget «{name}» finnes ikke.").format(name=name))
    if form.two_stage is None:
        for number, item in enumerate(form.items):
            if item.stage == 2:  # noqa: PLR2004
                says = _("Andre trinn finnes bare i skjemaer med «two_stage».")
                yield Flaw(f"{element('items', number, item)}.stage", says)
    else:
        yield from _two_stage("two_stage", form.two_stage, form)


def _lacking(path: str, named: tuple[str, ...], known: set[str]) -> Iterator[Flaw]:
    for name in named:
        if name not in known:
            yield Flaw(path, _("Skalaen «{name}» finnes ikke.").format(name=name))


def _two_stage(path: str, rule: TwoStage, form: Form) -> Iterator[Flaw]:
    scales = {scale.id: scale for scale in form.scales}
    yield from _lacking(path, (rule.first, rule.then), set(scales))
    if rule.first == rule.then:
        yield Flaw(path, _("«first» og «then» er samme skala."))
    first, then = scales.get(rule.first), scales.get(rule.then)
    if first is not None and not rule.lowest <= rule.highest <= most_of(first, form):
        yield Flaw(path, _("«from» og «to» må ligge i rekkefølge blant skårene til «first»."))
    second = {item.id for item in form.items if item.stage == 2}  # noqa: PLR2004
    if then is not None and (not second or not second.issuperset(then.items)):
        yield Flaw(path, _("Skalaen i «then» kan bare telle spørsmål i andre trinn."))
    for number, scale in enumerate(form.scales):
        if scale.id != rule.then and second.intersection(scale.items):
            says = _("Bare skalaen i «then» kan telle spørsmål i andre trinn.")
            yield Flaw(f"{element('scales', number, scale)}.items", says)
