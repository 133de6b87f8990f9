"""A wording while somebody is writing it: texts may lack, and what lacks is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import Struct

from nurseapp.base.text import _, mark
from nurseapp.forms.model import Form, Item
from nurseapp.forms.problem import Flaw
from nurseapp.forms.shape import shaped
from nurseapp.forms.wording import Wording
from nurseapp.forms.wording_meaning import wording_flaws

_HEAD: Final = {
    "title": mark("Tittelen mangler."),
    "introduction": mark("Innledningen mangler."),
    "recall": mark("Tidsrommet spørsmålene gjelder, mangler."),
    "note": mark("Det mangler hvem som eier teksten, og hvor den er hentet."),
}


class UnfinishedItem(Struct, frozen=True, forbid_unknown_fields=True):
    """A question and its answers by option id; an answer that lacks is the one all share."""

    text: str = ""
    options: dict[str, str] = {}


class UnfinishedWording(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """As Wording, but any text may be empty and any item may lack."""

    form: str
    version: int
    language: str
    status: str
    title: str = ""
    introduction: str = ""
    recall: str = ""
    note: str = ""
    options: dict[str, str] = {}
    items: dict[str, UnfinishedItem] = {}


def unfinished(wording: Wording) -> UnfinishedWording:
    """The wording, to be written on."""
    return msgspec.convert(msgspec.to_builtins(wording), UnfinishedWording)


def finished(texts: UnfinishedWording, form: Form) -> tuple[Wording | None, tuple[Flaw, ...]]:
    """The wording if every text of the form is there, and nothing else; else all that is wrong."""
    lacking = tuple(_lacking(texts, form))
    if lacking:
        return None, lacking
    table = msgspec.to_builtins(texts)
    table["options"] = {}
    asked = {item.id: item for item in form.items}
    table["items"] = {
        name: {"text": item.text, "options": _answers(asked.get(name), item, texts.options)}
        for name, item in texts.items.items()
        if item.text.strip() or any(item.options.values())
    }
    wording, flaws = shaped(table, Wording)
    if wording is None:
        return None, flaws
    flaws = tuple(wording_flaws(wording, form, texts.language, training=False))
    return (None if flaws else wording), flaws


def _lacking(texts: UnfinishedWording, form: Form) -> Iterator[Flaw]:
    for name, says in _HEAD.items():
        if not getattr(texts, name).strip():
            yield Flaw(name, _(says))
    for item in form.items:
        written = texts.items.get(item.id, UnfinishedItem())
        path = f"items.{item.id}"
        if not written.text.strip():
            yield Flaw(path, _("Teksten til spørsmål {item} mangler.").format(item=item.id))
        answers = _answers(item, written, texts.options)
        for number, option in enumerate(item.options, start=1):
            if option.id not in answers:
                says = _("Spørsmål {item}: teksten til svar nummer {number} mangler.")
                sentence = says.format(item=item.id, number=number)
                yield Flaw(f"{path}.options.{option.id}", sentence)


def _answers(asked: Item | None, written: UnfinishedItem, shared: dict[str, str]) -> dict[str, str]:
    """The item's answers by option id; those all share fill in what was left empty."""
    own = {option: text for option, text in written.options.items() if text.strip()}
    filled = {
        option.id: shared[option.id]
        for option in (asked.options if asked is not None else ())
        if shared.get(option.id, "").strip()
    }
    return filled | own


def shares_answers(form: Form) -> tuple[str, ...]:
    """The option ids that at least two items print alike and in this order; else none."""
    printed = [tuple(option.id for option in item.options) for item in form.items if item.options]
    return next((ids for ids in printed if printed.count(ids) > 1), ())
