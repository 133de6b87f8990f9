"""Names in Norwegian order, and names as people type them when they search."""

from __future__ import annotations

import unicodedata
from typing import Final

from nurseapp.people.typed import one_line

# "{", "|" and "}" follow "z" in ASCII, so plain byte order is Norwegian order.
_PLACES: Final = str.maketrans({
    "æ": "{", "ä": "{", "ǽ": "{", "ø": "|", "ö": "|", "ő": "|", "ǿ": "|", "å": "}",
    "ü": "y", "ű": "y", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "ı": "i",
    "þ": "th", "ß": "ss", "œ": "|",
})  # fmt: skip
_LONG: Final = str.maketrans({
    "æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa", "ü": "ue", "œ": "oe",
    "đ": "d", "ð": "d", "ŋ": "ng", "ŧ": "t", "ł": "l", "ı": "i", "þ": "th", "ß": "ss",
})  # fmt: skip
_SHORT: Final = str.maketrans({
    "æ": "a", "ä": "a", "ø": "o", "ö": "o", "å": "a", "ü": "u", "œ": "o",
    "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "ı": "i", "þ": "t", "ß": "s",
})  # fmt: skip
_DROPPED: Final = str.maketrans("", "", "'’ʼ`´.,ـ")
_BETWEEN: Final = "\t"  # before every sign of a name, so that a shorter name comes first


def sort_key(name: str) -> str:
    """A key whose plain order is Norwegian: ... z æ ø å, with aa as å and accents as a last resort.

    Compares right with Python's `<` and with a database's binary order.
    """
    folded = _parts(name)
    placed = " ".join(_bare(part.replace("aa", "å").translate(_PLACES)) for part in folded)
    return f"{placed}{_BETWEEN}{one_line(name)}"


def search_tokens(name: str) -> tuple[str, ...]:
    """Every spelling under which the parts of `name` should be found by prefix, sorted.

    Each part is given in its long spelling (å as aa, ø as oe, æ as ae) and its short one
    (å as a, ø as o, æ as a); hyphens separate parts.
    """
    tokens: set[str] = set()
    for part in _parts(name):
        letters = part.replace("aa", "å")
        tokens |= {_long(letters), _short(letters)}
    return tuple(sorted(tokens - {""}))


def search_prefixes(typed: str) -> tuple[str, ...]:
    """The prefixes that must each begin some token of a name, in the order typed."""
    return tuple(_long(part) for part in _parts(typed) if _long(part))


def _parts(name: str) -> list[str]:
    lowered = one_line(name).casefold().replace("ß", "ss").translate(_DROPPED)
    return "".join(sign if sign.isalnum() else _blank_unless_mark(sign) for sign in lowered).split()


def _blank_unless_mark(sign: str) -> str:
    return sign if unicodedata.category(sign) == "Mn" else " "


def _long(part: str) -> str:
    return _bare(part.translate(_LONG))


def _short(part: str) -> str:
    return _bare(part.translate(_SHORT))


def _bare(part: str) -> str:
    """`part` without accents and vowel marks."""
    taken_apart = unicodedata.normalize("NFKD", part)
    return "".join(sign for sign in taken_apart if unicodedata.category(sign) != "Mn")
