"""Holds a table against the shape of a Struct and names every misfit at once, in Norwegian.

msgspec stops at the first misfit and speaks English; it stays the one that decides, and this
walk over the same types explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import TypeVar

import msgspec
from msgspec import inspect

from nurseapp.base.text import _
from nurseapp.forms.problem import Flaw, below, element, printable

Shape = TypeVar("Shape", bound=msgspec.Struct)


def shaped(table: object, kind: type[Shape]) -> tuple[Shape | None, tuple[Flaw, ...]]:
    """The table as a `kind`, or None and all its misfits."""
    try:
        return msgspec.convert(table, kind), ()
    except msgspec.ValidationError as error:
        flaws = tuple(_misfits("", table, inspect.type_info(kind)))
        return None, flaws or (Flaw("", str(error)),)


def _misfits(path: str, value: object, kind: inspect.Type) -> Iterator[Flaw]:
    match kind:
        case inspect.StructType():
            yield from _struct(path, value, kind)
        case inspect.VarTupleType():
            yield from _list(path, value, kind)
        case inspect.DictType():
            yield from _texts(path, value, kind)
        case inspect.UnionType(types=types):
            inner = [one for one in types if not isinstance(one, inspect.NoneType)]
            yield from _misfits(path, value, inner[-1])  # the float of an int or a float
        case _:
            sentence = _single(value, kind)
            if sentence:
                yield Flaw(path, sentence)


def _struct(path: str, value: object, kind: inspect.StructType) -> Iterator[Flaw]:
    if not isinstance(value, dict):
        yield Flaw(path, _("Her skal det stå en tabell med navngitte verdier."))
        return
    fields = {one.encode_name: one for one in kind.fields}
    for key in value:
        if key not in fields:
            yield Flaw(below(path, key), _unknown(key, list(fields)))
    for name, one in fields.items():
        if name in value:
            yield from _misfits(below(path, name), value[name], one.type)
        elif one.required:
            yield Flaw(path, _("«{key}» mangler.").format(key=name))


def _list(path: str, value: object, kind: inspect.VarTupleType) -> Iterator[Flaw]:
    if not isinstance(value, list):
        yield Flaw(path, _("Her skal det stå en liste."))
        return
    for number, inner in enumerate(value):
        yield from _misfits(element(path, number, inner), inner, kind.item_type)
    if kind.min_length is not None and len(value) < kind.min_length:
        yield Flaw(path, _("Listen kan ikke være tom."))
    if kind.max_length is not None and len(value) > kind.max_length:
        yield Flaw(path, _("Listen kan ha høyst {most} ledd.").format(most=kind.max_length))


def _texts(path: str, value: object, kind: inspect.DictType) -> Iterator[Flaw]:
    if not isinstance(value, dict):
        yield Flaw(path, _("Her skal det stå en tabell med navngitte verdier."))
        return
    for key, inner in value.items():
        yield from _misfits(below(path, key), inner, kind.value_type)


def _single(value: object, kind: inspect.Type) -> str:
    """What is wrong with a value that has no inner parts, or an empty string."""
    match kind:
        case inspect.LiteralType(values=values):
            return "" if value in values and type(value) in map(type, values) else _among(values)
        case inspect.BoolType():
            return "" if isinstance(value, bool) else _("Her skal det stå true eller false.")
        case inspect.StrType():
            return _text(value, kind)
        case inspect.IntType():
            whole = isinstance(value, int) and not isinstance(value, bool)
            return _number(value, kind) if whole else _("Her skal det stå et helt tall.")
        case inspect.FloatType():
            number = isinstance(value, int | float) and not isinstance(value, bool)
            return _number(value, kind) if number else _("Her skal det stå et tall.")
        case _:
            return ""


def _text(value: object, kind: inspect.StrType) -> str:
    if not isinstance(value, str):
        return _("Her skal det stå en tekst i anførselstegn.")
    if kind.max_length is not None and len(value) > kind.max_length:
        return _("Teksten kan ha høyst {most} tegn.").format(most=kind.max_length)
    if kind.pattern is not None and not re.search(kind.pattern, value):
        if not value.strip():
            return _("Teksten er tom.")
        return _("«{value}» er ikke skrevet slik et navn skal være her.").format(
            value=printable(value)
        )
    return ""


def _number(value: object, kind: inspect.IntType | inspect.FloatType) -> str:
    assert isinstance(value, int | float)
    too_low = kind.ge is not None and not value >= kind.ge
    too_low = too_low or (kind.gt is not None and not value > kind.gt)
    if too_low or (kind.le is not None and not value <= kind.le):
        least = kind.ge if kind.ge is not None else kind.gt
        says = _("Tallet må være mellom {least} og {most}.")
        return says.format(least=least, most=kind.le)
    return ""


def _unknown(key: str, known: Sequence[str]) -> str:
    near = get_close_matches(key, known, n=1)
    if near:
        return _("Ukjent nøkkel. Mente du «{near}»?").format(near=near[0])
    return _("Ukjent nøkkel.")


def _among(values: Sequence[object]) -> str:
    names = ", ".join("true" if value is True else str(value) for value in values)
    return _("Her kan det bare stå: {names}.").format(names=names)
