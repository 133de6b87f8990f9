"""Whether a wording says everything its form asks, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from nurseapp.base.text import _
from nurseapp.forms.model import Form, Item
from nurseapp.forms.problem import Flaw
from nurseapp.forms.wording import ItemText, Wording


def wording_flaws(wording: Wording, form: Form, language: str, *, training: bool) -> Iterator[Flaw]:
    """Everything in a wording that does not fit its form or its file's name."""
    if wording.form != form.id:
        yield Flaw(
            "form", _("Teksten hører til et annet skjema, «{form}».").format(form=wording.form)
        )
    if wording.version != form.version:
        says = _("Teksten hører til utgave {version} av skjemaet.")
        yield Flaw("version", says.format(version=wording.version))
    if wording.language != language:
        yield Flaw("language", _("Språket er et annet enn i filnavnet."))
    if wording.training != training:
        says = _("Øvingstekst, og bare den, må ligge i en fil som begynner med «training.».")
        yield Flaw("status", says)
    for item in form.items:
        path = f"items.{item.id}"
        text = wording.items.get(item.id)
        if text is None:
            yield Flaw(path, _("Teksten til spørsmål {item} mangler.").format(item=item.id))
        else:
            yield from _options(path, item, text)
    known = {item.id for item in form.items}
    for name in wording.items:
        if name not in known:
            yield Flaw(f"items.{name}", _("Spørsmålet finnes ikke i skjemaet."))


def _options(path: str, item: Item, text: ItemText) -> Iterator[Flaw]:
    for option in item.options:
        if option.id not in text.options:
            says = _("Teksten til svar «{option}» mangler.").format(option=option.id)
            yield Flaw(f"{path}.options", says)
    known = {option.id for option in item.options}
    for name in text.options:
        if name not in known:
            yield Flaw(f"{path}.options.{name}", _("Svaret finnes ikke i skjemaet."))
