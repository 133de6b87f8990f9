"""Our own structure inside FHIR: a table as extensions within one extension, and back.

FHIR has no element for cut-offs, scales, critical answers and the like. Each field is an
extension named as in form.toml; a list is several of the same name. On the way back the shape of
the Struct says what is a list and what is a table, and is held against the result afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct, inspect

from nurseapp.base.errors import FhirError
from nurseapp.base.text import _
from nurseapp.exchange.fhir.json_reading import Table

_VALUES = ("valueBoolean", "valueInteger", "valueDecimal", "valueString")


def extension_of(url: str, table: Mapping[str, object]) -> Table:
    """The table as one extension; every value in it must say something."""
    return {"url": url, "extension": list(_parts(table))}


def table_of(extension: Table, shape: type[Struct]) -> Table:
    """The table inside an extension, for `shape`; raises FhirError where it is no such thing."""
    return _struct(extension, _shape(shape))


@lru_cache
def _shape(kind: type[Struct]) -> inspect.Type:
    return inspect.type_info(kind)


def _parts(table: Mapping[str, object]) -> Iterator[Table]:
    for key, value in table.items():
        for one in value if isinstance(value, list) else [value]:
            yield extension_of(key, one) if isinstance(one, dict) else _single(key, one)


def _single(key: str, value: object) -> Table:
    match value:
        case bool():
            return {"url": key, "valueBoolean": value}
        case int():
            return {"url": key, "valueInteger": value}
        case float():
            return {"url": key, "valueDecimal": value}
        case _:
            return {"url": key, "valueString": str(value)}


def _struct(extension: Table, kind: inspect.Type) -> Table:
    assert isinstance(kind, inspect.StructType)
    shapes = {field.encode_name: field.type for field in kind.fields}
    table: Table = {}
    for part in _inside(extension):
        key = str(part.get("url"))
        shape = _without_none(shapes.get(key))
        if isinstance(shape, inspect.VarTupleType):
            values = table.setdefault(key, [])
            assert isinstance(values, list)
            values.append(_value(part, _without_none(shape.item_type)))
        elif key in table:
            raise _odd(key)
        else:
            table[key] = _value(part, shape)
    return table


def _value(part: Table, kind: inspect.Type | None) -> object:
    if isinstance(kind, inspect.StructType):
        return _struct(part, kind)
    if isinstance(kind, inspect.DictType):
        return {str(one.get("url")): _value(one, kind.value_type) for one in _inside(part)}
    told = [part[name] for name in _VALUES if name in part]
    if len(told) != 1:
        raise _odd(str(part.get("url")))
    value = told[0]
    return float(value) if isinstance(value, Decimal) else value


def _inside(extension: Table) -> Iterable[Table]:
    parts = extension.get("extension")
    if not isinstance(parts, list) or not all(isinstance(one, dict) for one in parts):
        raise _odd(str(extension.get("url")))
    return parts


def _without_none(kind: inspect.Type | None) -> inspect.Type | None:
    if isinstance(kind, inspect.UnionType):
        (kind,) = [one for one in kind.types if not isinstance(one, inspect.NoneType)]
    return kind


def _odd(name: str) -> FhirError:
    says = _("«{name}» i skjemaets egen del er ikke skrevet slik programmet skriver det")
    return FhirError(why=says.format(name=name[:60]))
