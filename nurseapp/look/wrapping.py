"""Text that gives way: measured and drawn over as many lines as it needs."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QStylePainter

from nurseapp.look.by_value import ABSOLUTE, LEADING, RIGHT, WRAPS
from nurseapp.look.surface import ink
from nurseapp.look.theme import load_arabic, needs_arabic

_LONGEST_RUN: Final = 28
_RUN: Final = re.compile(rf"\S{{{_LONGEST_RUN},}}")
_BREAK: Final = "\u200b"
_RIGHT_TO_LEFT: Final = "\u2067"  # so that a number before Arabic words stands on their right
_END: Final = "\u2069"
_UNBOUNDED: Final = 1 << 20


def breakable(text: str) -> str:
    """`text` with invisible places to break in words of 28 signs or more.

    A name of 300 letters then wraps instead of widening the window.
    """
    if needs_arabic(text):
        load_arabic()
    return _RUN.sub(_with_breaks, text) if len(text) >= _LONGEST_RUN else text


def height_for(metrics: QFontMetrics, text: str, width: int) -> int:
    """Pixels that `text` needs when lines are at most `width` wide."""
    room = QRect(0, 0, max(1, width), _UNBOUNDED)
    return metrics.boundingRect(room, WRAPS, breakable(text)).height()


def width_of(metrics: QFontMetrics, text: str) -> int:
    """Pixels that the longest line of `text` needs unwrapped."""
    room = QRect(0, 0, _UNBOUNDED, _UNBOUNDED)
    return metrics.boundingRect(room, WRAPS, breakable(text)).width() + 2


def width_of_longest_word(metrics: QFontMetrics, text: str) -> int:
    """The least width that cuts no word."""
    words = breakable(text).replace(_BREAK, " ").split()
    return max((metrics.horizontalAdvance(word) for word in words), default=0) + 1


def draw(
    painter: QStylePainter,
    place: QRect,
    text: str,
    colour: str,
    align: int,
    *,
    mirrored: bool = False,
) -> None:
    """Draws `text` wrapped inside `place` in the painter's font.

    `align` is as in by_value.py; with `mirrored` LEADING means the right side. Drawn through the
    painter, since asking the application for its style makes PySide build 11 enumerations: 5 ms.
    """
    if mirrored and align & LEADING:
        align = align - LEADING + RIGHT
    shown = breakable(text)
    if mirrored and needs_arabic(text):
        shown = _RIGHT_TO_LEFT + shown + _END
    role = QPalette.ColorRole.Window
    painter.drawItemText(place, align | ABSOLUTE | WRAPS, ink(colour), True, shown, role)


def _with_breaks(run: re.Match[str]) -> str:
    word = run.group()
    return _BREAK.join(word[at : at + 12] for at in range(0, len(word), 12))
