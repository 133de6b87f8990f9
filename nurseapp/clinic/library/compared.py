"""A score held against a limit, in words."""

from __future__ import annotations

from typing import Final

from nurseapp.base.numbers import number_words
from nurseapp.base.text import _, mark

_COMPARED: Final = {
    ">=": mark("{value} eller mer"),
    ">": mark("mer enn {value}"),
    "<=": mark("{value} eller mindre"),
    "<": mark("mindre enn {value}"),
}


def compared_words(comparison: str, value: float) -> str:
    """`10 eller mer` for `>=` and 10."""
    return _(_COMPARED[comparison]).format(value=number_words(value))
