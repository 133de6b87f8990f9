"""Writes a table as TOML that `nurseapp.forms.reading` reads back as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_CHUNK: Final = 400  # signs on a line, well below what a reader takes


def written_toml(table: dict[str, object]) -> str:
    """The table's values first, then the tables below it, lists of tables one by one."""
    return "\n".join(_section("", table)) + "\n"


def _section(path: str, table: dict[str, object]) -> Iterator[str]:
    below = {key: value for key, value in table.items() if _stands_alone(value)}
    for key, value in table.items():
        if key not in below:
            yield f"{_key(key)} = {_value(value)}"
    for key, value in below.items():
        name = f"{path}.{_key(key)}" if path else _key(key)
        if isinstance(value, dict):
            yield f"\n[{name}]"
            yield from _section(name, value)
            continue
        assert isinstance(value, list)
        for one in value:
            yield f"\n[[{name}]]"
            yield from _section(name, one)


def _stands_alone(value: object) -> bool:
    """Whether a value has a heading of its own: tables, and lists of nothing but tables."""
    if isinstance(value, dict):
        return True
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return _text(value)
        case list() | tuple():
            return "[" + ", ".join(_value(one) for one in value) + "]"
        case _:
            raise TypeError(type(value))


def _text(text: str) -> str:
    """In quotation marks; long texts on several lines that are read as one."""
    if len(text) <= _CHUNK and "\n" not in text:
        return json.dumps(text, ensure_ascii=False)
    pieces = [json.dumps(piece, ensure_ascii=False)[1:-1] for piece in _pieces(text)]
    return '"""\\\n' + "\\\n".join(pieces) + '"""'


def _pieces(text: str) -> Iterator[str]:
    """Parts that do not start with a blank, which a continued line would lose."""
    start = 0
    while start < len(text):
        end = start + _CHUNK
        while end < len(text) and text[end].isspace():
            end += 1
        yield text[start:end]
        start = end
