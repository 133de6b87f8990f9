"""A sheet from a file that another program wrote: answers as JSON writes such things."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

from nurseapp.base.errors import AnswersError, UnreadableError
from nurseapp.base.text import _
from nurseapp.forms.model import Form, Item
from nurseapp.forms.problem import printable
from nurseapp.forms.ticks import joined

MOST_BYTES: Final = 64 * 1024
_MOST_EXPONENT: Final = 20

Given = str | bool | int | Decimal | tuple[str, ...]
"""An answer as JSON has it: also true or false, a number, or a list of options."""


def read_answers(path: Path) -> dict[str, Given]:
    """A sheet from JSON, item ids to answers; raises UnreadableError and AnswersError."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableError(file=path) from error
    if len(raw) > MOST_BYTES:
        size = MOST_BYTES // 1024
        raise AnswersError(why=_("filen er større enn {size} kB").format(size=size))
    return _sheet(_json(raw))


def _json(raw: bytes) -> object:
    try:
        return json.loads(
            raw.decode("utf-8-sig"),
            object_pairs_hook=_without_twins,
            parse_constant=_refuse_constant,
            parse_float=Decimal,
        )
    except UnicodeDecodeError as error:
        raise AnswersError(why=_("filen er ikke skrevet i UTF-8")) from error
    except json.JSONDecodeError as error:
        says = _("filen er ikke gyldig JSON ved linje {line}, tegn {column}")
        raise AnswersError(why=says.format(line=error.lineno, column=error.colno)) from error
    except (RecursionError, ValueError) as error:  # too deep, or a number of thousands of digits
        raise AnswersError(why=_("filen er ikke et svarark")) from error


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table: dict[str, object] = {}
    for key, value in pairs:
        if key in table:
            raise AnswersError(
                why=_("spørsmål «{item}» står to ganger").format(item=printable(key))
            )
        table[key] = value
    return table


def _refuse_constant(name: str) -> object:
    raise AnswersError(why=_("{value} er ikke et svar").format(value=name))


def _sheet(value: object) -> dict[str, Given]:
    if not isinstance(value, dict):
        raise AnswersError(why=_("filen må inneholde ett objekt med svar"))
    sheet: dict[str, Given] = {}
    for item, answer in value.items():
        if isinstance(answer, list) and all(isinstance(one, str) for one in answer):
            sheet[item] = tuple(answer)
        elif isinstance(answer, str | bool | int | Decimal):
            sheet[item] = answer
        else:
            says = _("svaret på spørsmål «{item}» må være en tekst, et tall, ja/nei eller en liste")
            raise AnswersError(why=says.format(item=printable(item)))
    return sheet


def as_answers(form: Form, given: Mapping[str, Given]) -> dict[str, str]:
    """The answers as strings, each by its item's kind; raises AnswersError.

    A string stands as it is; true and false answer a "yes_no", a number a "number" and a list a
    "multiple", in whatever order.
    """
    items = {item.id: item for item in form.items}
    return {name: _as_answer(name, items.get(name), answer) for name, answer in given.items()}


def _as_answer(name: str, item: Item | None, given: Given) -> str:
    if isinstance(given, str):
        return given
    kind = item.kind if item is not None else None
    if item is not None and kind == "multiple" and isinstance(given, tuple):
        return _ticks(item, given)
    if kind == "yes_no" and isinstance(given, bool):
        return "a" if given else "b"
    if kind == "number" and not isinstance(given, bool | tuple) and _short(Decimal(given)):
        return f"{Decimal(given):f}"
    says = _('svaret på spørsmål «{item}» må være en tekst, som "a"')
    raise AnswersError(why=says.format(item=printable(name)))


def _ticks(item: Item, given: tuple[str, ...]) -> str:
    known = [option.id for option in item.options]
    for option in given:
        if option not in known:
            says = _("svaret «{option}» finnes ikke i spørsmål {item}")
            raise AnswersError(why=says.format(option=printable(option), item=item.id))
    in_order = joined(known, given)
    return in_order if len(set(given)) == len(given) else " ".join(given)  # refused when scored


def _short(number: Decimal) -> bool:
    """Whether it can be written without an exponent in a line."""
    return abs(number.adjusted()) <= _MOST_EXPONENT
