"""What a person typed, as plain text: signs that steer a screen or a printer are taken away."""

from __future__ import annotations

import unicodedata
from typing import Final

_JOINERS: Final = "\u200c\u200d"  # Persian and Sorani words need them
_VARIATIONS: Final = frozenset(map(chr, range(0xFE00, 0xFE10)))
_LINE_ENDS: Final = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n",
                                   "\x85": "\n", "\t": " "})  # fmt: skip


def plain_text(text: str) -> str:
    r"""`text` in composed form, with `\n` as the only control character and no empty edges.

    Tabs become blanks. Control characters, direction overrides, soft hyphens, variation
    selectors and half surrogates are dropped, none of which is seen; the two joiners stay only
    between letters that join. Whatever can be seen stays, known to us or not.
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    kept = "".join(sign for at, sign in enumerate(unified) if _is_text(unified, at, sign))
    lines = unicodedata.normalize("NFC", kept).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def one_line(text: str) -> str:
    """`plain_text` on one line, with single blanks."""
    return " ".join(plain_text(text).split())


def _is_text(text: str, at: int, sign: str) -> bool:
    if sign == "\n":
        return True
    if sign in _JOINERS:
        return all(_is_right_to_left(near) for near in (text[at - 1 : at], text[at + 1 : at + 2]))
    # Cc controls, Cf format signs (direction overrides among them), Cs half surrogates.
    unseen = unicodedata.category(sign) in {"Cc", "Cf", "Cs"} or sign in _VARIATIONS
    return not unseen and ord(sign) & 0xFFFE != 0xFFFE  # noqa: PLR2004 - no characters


def _is_right_to_left(sign: str) -> bool:
    return bool(sign) and unicodedata.bidirectional(sign) in {"AL", "R"}
