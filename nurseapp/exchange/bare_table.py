"""A form or a wording as the shortest table that is read back as the same."""

from __future__ import annotations

import msgspec
from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from nurseapp.forms.model import Item

Table = dict[str, object]


def bare_table(struct: Struct) -> Table:
    """The struct's values by their names in a file; what has its usual value is left out."""
    table: Table = {}
    for field in fields(struct):
        value = getattr(struct, field.name)
        if not _is_usual(value, field):
            table[field.encode_name] = _plain(value)
    if isinstance(struct, Item) and struct.points:
        table.pop("options")  # spelt out of the points
    return table


def _is_usual(value: object, field: msgspec.structs.FieldInfo) -> bool:
    if field.default is not NODEFAULT:
        return bool(value == field.default)
    if field.default_factory is not NODEFAULT:
        return bool(value == field.default_factory())
    return False


def _plain(value: object) -> object:
    if isinstance(value, Struct):
        return bare_table(value)
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value
