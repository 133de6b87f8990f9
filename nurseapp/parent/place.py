"""What all places have in common: a page that scrolls, a bar below it, sizes that follow."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScroller, QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.look import theme
from nurseapp.look.buttons import Button
from nurseapp.look.choice_row import ChoiceRow
from nurseapp.look.labels import Label
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.parent.measures import Measures
from nurseapp.parent.state import ParentState
from nurseapp.parent.view import View

Sized = TypeVar("Sized", bound=QWidget)


class PlaceScreen(QWidget):
    """Draws what a view says; what is pressed in it goes out as signals."""

    def __init__(self) -> None:
        super().__init__()
        self._sized: list[tuple[QWidget, float, bool]] = []
        self._measures: Measures | None = None
        self.page = ScrollPage(spacing=12, margin=32, top=12)
        QScroller.grabGesture(self.page.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.bar = QWidget()
        middle = QHBoxLayout()
        middle.setContentsMargins(32, 8, 32, 24)
        middle.addStretch(1)
        middle.addWidget(self.bar, 1000)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addLayout(middle)

    def present(self, view: View) -> None:
        """Shows `view`; the only way in which anything here changes."""
        self.dress(view.measures)

    def spoken(self, view: View) -> str:  # noqa: ARG002 - places that say nothing need no view
        """What is read aloud here."""
        return ""

    def first_focus(self) -> QWidget:
        """Where the keyboard begins: before the first thing to press, choosing none."""
        return self.page

    def sized(self, part: Sized, points: float, *, bold: bool = False) -> Sized:
        """Keeps the text of `part` at `points`, whatever text size is chosen."""
        self._sized.append((part, points, bold))
        if self._measures is not None:
            _dress(part, points, bold=bold, measures=self._measures)
        return part

    def dress(self, measures: Measures) -> None:
        """Gives everything its size; does nothing when the sizes are as before."""
        if measures == self._measures:
            return
        self._measures = measures
        self.page.set_widest(measures.column)
        self.bar.setMaximumWidth(measures.column)
        for part, points, bold in self._sized:
            _dress(part, points, bold=bold, measures=measures)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the first thing that can be pressed."""
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


def centred(place: PlaceScreen, *parts: QWidget) -> None:
    """Puts `parts` below each other in the middle of the page."""
    place.page.column.addStretch(1)
    for part in parts:
        place.page.add(part)
    place.page.column.addStretch(2)


def aside(text: str = "") -> Label:
    """Secondary text that still reaches 7:1."""
    return Label(text, "aside")


def show_trouble(bar: MessageBar, state: ParentState) -> None:
    """Says why the last thing was not kept, and what to do; otherwise nothing."""
    if state.trouble:
        advice = _("Det siste ble ikke lagret. Prøv igjen, eller si fra til helsesykepleieren.")
        bar.say("warn", state.trouble, advice)
    else:
        bar.clear()


def _dress(part: QWidget, points: float, *, bold: bool, measures: Measures) -> None:
    part.setFont(theme.font(measures.points(points), bold=bold))
    if isinstance(part, Button):
        part.set_least_height(measures.button_height)
    elif isinstance(part, ChoiceRow):
        part.set_least_height(measures.answer_height)
    part.updateGeometry()
