"""Keeps everything on a sheet at the text size now chosen."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QLayout, QWidget

from nurseapp.look import theme
from nurseapp.look.buttons import Button
from nurseapp.look.choice_row import ChoiceRow
from nurseapp.look.icons import Icon
from nurseapp.look.message_bar import MessageBar
from nurseapp.sheet.measures import Measures
from nurseapp.sheet.plain_fields import PlainLine
from nurseapp.sheet.tick_row import TickRow

Sized = TypeVar("Sized", bound=QWidget)
Spaced = TypeVar("Spaced", bound=QLayout)


class Sizes:
    """Remembers what has a size of its own, and dresses it when the measures change."""

    def __init__(self) -> None:
        self._sized: list[tuple[QWidget, float, bool]] = []
        self._spaced: list[QLayout] = []
        self.measures: Measures | None = None

    def sized(self, part: Sized, points: float, *, bold: bool = False) -> Sized:
        """Keeps the text of `part` at `points`, whatever text size is chosen."""
        self._sized.append((part, points, bold))
        if self.measures is not None:
            _dress(part, points, bold=bold, measures=self.measures)
        return part

    def spaced(self, layout: Spaced) -> Spaced:
        """Keeps what can be pressed in `layout` at least 2 mm apart."""
        self._spaced.append(layout)
        if self.measures is not None:
            layout.setSpacing(self.measures.gap)
        return layout

    def dress(self, measures: Measures) -> bool:
        """Gives everything its size; False, and nothing done, when the sizes are as before."""
        if measures == self.measures:
            return False
        self.measures = measures
        for layout in self._spaced:
            layout.setSpacing(measures.gap)
        for part, points, bold in self._sized:
            _dress(part, points, bold=bold, measures=measures)
        return True


def _dress(part: QWidget, points: float, *, bold: bool, measures: Measures) -> None:
    font = theme.font(measures.points(points), bold=bold)
    part.setFont(font)
    if isinstance(part, MessageBar):
        part.set_words_font(font)
    elif isinstance(part, Button):
        part.set_least_height(measures.button_height)
    elif isinstance(part, Icon):
        part.set_pixels(measures.points(points))
    elif isinstance(part, ChoiceRow | TickRow | PlainLine):
        part.set_least_height(measures.answer_height)
    part.updateGeometry()
