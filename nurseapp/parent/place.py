"""What all places have in common: a page that scrolls, a bar below it, sizes that follow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScroller, QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.look import tokens
from nurseapp.look.keyboard_order import lead_keyboard
from nurseapp.look.labels import Label
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.surface import brush
from nurseapp.parent.view import View
from nurseapp.sheet.measures import Measures
from nurseapp.sheet.sizes import Sized, Sizes, Spaced


class PlaceScreen(QWidget):
    """Draws what a view says; what is pressed in it goes out as signals."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes = Sizes()
        self.page = ScrollPage(spacing=12, margin=32, top=12)
        QScroller.grabGesture(self.page.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.bar = QWidget()
        self.trouble = self.sized(MessageBar(), 13)
        self._below = QHBoxLayout()
        self._below.addStretch(1)
        self._below.addLayout(self._bar_column(), 1000)
        self._below.addStretch(1)
        self._align_bar()
        self.page.verticalScrollBar().rangeChanged.connect(self._align_bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addWidget(_Edge(self.page))
        column.addLayout(self._below)

    def present(self, view: View) -> None:
        """Shows `view`; the only way in which anything here changes."""
        self.dress(view.measures)
        trouble = view.state.trouble
        if trouble:
            advice = _("Det siste ble ikke lagret. Prøv igjen, eller si fra til helsesykepleieren.")
            self.trouble.say("warn", trouble, advice)
        else:
            self.trouble.clear()

    def tell(self, sentence: str) -> None:
        """Says something in passing; gone with the next change."""
        self.trouble.say("info", sentence)

    def spoken(self, view: View) -> str:  # noqa: ARG002 - places that say nothing need no view
        """What is read aloud here."""
        return ""

    def settle(self) -> None:
        """Keeps what is typed here and not yet kept."""

    def first_focus(self) -> QWidget:
        """Where the keyboard begins: before the first thing to press, choosing none."""
        return self.page

    def sized(self, part: Sized, points: float, *, bold: bool = False) -> Sized:
        """Keeps the text of `part` at `points`, whatever text size is chosen."""
        return self.sizes.sized(part, points, bold=bold)

    def spaced(self, layout: Spaced) -> Spaced:
        """Keeps what can be pressed in `layout` at least 2 mm apart."""
        return self.sizes.spaced(layout)

    def dress(self, measures: Measures) -> None:
        """Gives everything its size; does nothing when the sizes are as before."""
        if self.sizes.dress(measures):
            self.page.set_widest(measures.column)
            for part in (self.bar, self.trouble):
                part.setMaximumWidth(measures.column)

    def _bar_column(self) -> QVBoxLayout:
        """What went wrong stands just above the buttons, in sight however long the page is."""
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.trouble)
        column.addWidget(self.bar)
        return column

    def _align_bar(self) -> None:
        """Keeps the bar in line with the page, whether or not the page has a scroll bar."""
        scroll_bar = self.page.verticalScrollBar()
        beside = scroll_bar.sizeHint().width() if scroll_bar.maximum() > 0 else 0
        left, right = (beside, 0) if self.isRightToLeft() else (0, beside)
        self._below.setContentsMargins(32 + left, 8, 32 + right, 24)

    def order_keyboard(self) -> None:
        """Leads the tab key down the page and then along the bar, in the order they are seen."""
        lead_keyboard((self.first_focus(), self.page, self.bar))


class _Edge(QWidget):
    """A line below the page while there is more of it than is seen; goes where the page ends."""

    def __init__(self, page: ScrollPage) -> None:
        super().__init__()
        self._bar = page.verticalScrollBar()
        self._bar.rangeChanged.connect(lambda *_range: self.update())
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the line, or nothing."""
        if self._bar.maximum() > 0:
            QPainter(self).fillRect(self.rect(), brush(tokens.LINE))


class Beginning(Label):
    """Words that a screen reader starts with; down leads to the first thing to press."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes the arrow before the page scrolls with it."""
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
