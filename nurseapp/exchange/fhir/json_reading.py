"""Reads a JSON file that anybody may have written: bounded, and strict where JSON is lax."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import Final

import msgspec

from nurseapp.base.errors import FhirError
from nurseapp.base.text import _
from nurseapp.forms.problem import printable

MOST_BYTES: Final = 4 * 1024 * 1024
MOST_DEPTH: Final = 48
_LONGEST_NUMBER: Final = 30
_LARGEST_EXPONENT: Final = 20
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"

Table = dict[str, object]

_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")


def read_json(data: bytes) -> Table:
    """The file's one object, its decimals as Decimal, digit for digit; raises FhirError."""
    value = _parsed(_text(data))
    if not isinstance(value, dict):
        raise FhirError(why=_("filen må inneholde ett JSON-objekt"))
    _refuse_unfit(value)
    return value


def written_json(table: Table) -> str:
    """The object as compact JSON that `read_json` reads back as it was."""
    return _ENCODER.encode(table).decode("utf-8")


def _text(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        most = MOST_BYTES // (1024 * 1024)
        raise FhirError(why=_("filen er større enn {most} MB").format(most=most))
    if data.startswith(_UTF_16):
        raise FhirError(why=_("filen er ikke skrevet i UTF-8"))
    data = data.removeprefix(_BYTE_ORDER_MARK)
    if data.lstrip().startswith(b"<"):
        raise FhirError(why=_("filen er XML. Lagre skjemaet som JSON der det er laget"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FhirError(why=_("filen er ikke skrevet i UTF-8")) from error


def _parsed(text: str) -> object:
    try:
        return json.loads(
            text,
            object_pairs_hook=_without_twins,
            parse_float=_decimal,
            parse_int=_whole,
            parse_constant=_refuse_constant,
        )
    except json.JSONDecodeError as error:
        says = _("filen er ikke gyldig JSON ved linje {line}, tegn {column}")
        raise FhirError(why=says.format(line=error.lineno, column=error.colno)) from error
    except RecursionError as error:
        raise FhirError(why=_("filen har for mange nivåer inni hverandre")) from error


def _without_twins(pairs: list[tuple[str, object]]) -> Table:
    """The object; FHIR knows no empty values, and those that some programs write are left out."""
    table = {name: value for name, value in pairs if value is not None}
    if len(table) < len(pairs) and len({name for name, _value in pairs}) < len(pairs):
        names = [name for name, _value in pairs]
        twin = next(name for name in names if names.count(name) > 1)
        says = _("«{name}» står to ganger på samme sted")
        raise FhirError(why=says.format(name=printable(twin)))
    return table


def _decimal(digits: str) -> Decimal:
    try:
        number = Decimal(digits) if len(digits) <= _LONGEST_NUMBER else None
    except InvalidOperation:
        number = None
    if number is None or abs(number.adjusted()) > _LARGEST_EXPONENT:
        raise FhirError(why=_("et tall er større enn det kan være"))
    return number


def _whole(digits: str) -> int:
    if len(digits) > _LARGEST_EXPONENT - 2:  # fits in 64 bits
        raise FhirError(why=_("et tall er større enn det kan være"))
    return int(digits)


def _refuse_constant(name: str) -> object:
    raise FhirError(why=_("{value} er ikke et tall i JSON").format(value=name))


def _refuse_unfit(value: Table) -> None:
    """Levels beyond the bound, and halves of signs that cannot be written again."""
    waiting: list[tuple[object, int]] = [(value, 1)]
    while waiting:
        one, depth = waiting.pop()
        if depth > MOST_DEPTH:
            raise FhirError(why=_("filen har for mange nivåer inni hverandre"))
        if isinstance(one, str):
            _refuse_broken(one)
        elif isinstance(one, dict):
            for name, inner in one.items():
                _refuse_broken(name)
                waiting.append((inner, depth + 1))
        elif isinstance(one, list):
            waiting.extend((inner, depth + 1) for inner in one)


def _refuse_broken(text: str) -> None:
    if not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text):
        raise FhirError(why=_("en tekst har et ødelagt tegn"))
