"""What is different in a wording since it was last approved, text by text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nurseapp.base.text import _, mark
from nurseapp.clinic.values.library import WordingChange
from nurseapp.exchange.wording_rows import status_words
from nurseapp.forms.model import Form
from nurseapp.forms.wording import Wording

_HEAD: Final = {
    "title": mark("Tittelen"),
    "introduction": mark("Innledningen"),
    "recall": mark("Tidsrommet"),
    "note": mark("Hvem som eier teksten"),
}


def wording_changes(before: Wording, now: Wording, form: Form) -> tuple[WordingChange, ...]:
    """Every text that is not the same, in printed order; then those that are gone."""
    return tuple(_changes(before, now, form))


def _changes(before: Wording, now: Wording, form: Form) -> Iterator[WordingChange]:
    if before.status != now.status:
        yield WordingChange(
            place=_("Hva slags tekst det er"),
            before=status_words(before.status),
            now=status_words(now.status),
        )
    for key, place in _HEAD.items():
        yield from _change(_(place), getattr(before, key), getattr(now, key))
    for item in form.items:
        yield from _item(item.id, tuple(option.id for option in item.options), before, now)
    known = {item.id for item in form.items}
    for name in before.items:
        if name not in known:
            yield from _item(name, (), before, now)


def _item(
    name: str, printed: tuple[str, ...], before: Wording, now: Wording
) -> Iterator[WordingChange]:
    was, is_ = before.items.get(name), now.items.get(name)
    place = _("Spørsmål {item}").format(item=name)
    yield from _change(place, was.text if was else "", is_.text if is_ else "")
    answers, said = (was.options if was else {}), (is_.options if is_ else {})
    for number, option in enumerate(dict.fromkeys((*printed, *said, *answers)), start=1):
        place = _("Spørsmål {item}, svar nummer {number}").format(item=name, number=number)
        yield from _change(place, answers.get(option, ""), said.get(option, ""))


def _change(place: str, before: str, now: str) -> Iterator[WordingChange]:
    if before != now:
        yield WordingChange(place=place, before=before, now=now)
