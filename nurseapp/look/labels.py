"""Labels: plain text always, wrapping always."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nurseapp.look.by_value import ABSOLUTE, LEADING, MIDDLE, PLAIN_TEXT, RIGHT
from nurseapp.look.wrapping import breakable, width_of_longest_word

LabelRole = Literal[
    "heading", "title", "strong", "body", "aside", "muted", "small", "figure", "error"
]  # fmt: skip


class Label(QLabel):
    """Shows text exactly as written: `<b>` is three signs, never markup."""

    def __init__(
        self, text: str = "", role: LabelRole = "body", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._written = ""
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setWordWrap(True)
        self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._begin_with_frame()
        self.setText(text)

    def setText(self, text: str) -> None:
        """Shows `text`; words too long for any line get invisible places to break."""
        if text == self._written:
            return
        self._written = text
        super().setText(breakable(text))
        self.setAccessibleName(text)

    def text(self) -> str:
        """What was written, without the places to break."""
        return self._written

    def changeEvent(self, event: QEvent) -> None:
        """Begins at the side where the frame begins, whatever script the words are in."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._begin_with_frame()

    def _begin_with_frame(self) -> None:
        side = RIGHT if self.isRightToLeft() else LEADING
        self.setProperty("alignment", side | ABSOLUTE | MIDDLE)

    def sizeHint(self) -> QSize:
        """One line where there is room, so that short labels do not wrap for nothing."""
        self.ensurePolished()
        hint = super().sizeHint()
        lines = (self.fontMetrics().horizontalAdvance(line) for line in self._written.split("\n"))
        return QSize(min(max(lines, default=0) + 2, 640), hint.height())

    def minimumSizeHint(self) -> QSize:
        """No word is cut; how high it must be hangs on the width."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(width_of_longest_word(metrics, self._written), metrics.height())


def heading(text: str) -> Label:
    """The name of a place; one on each."""
    return Label(text, "heading")


def title(text: str) -> Label:
    """The name of a card or a section."""
    return Label(text, "title")


def body(text: str) -> Label:
    """Running text."""
    return Label(text, "body")


def strong(text: str) -> Label:
    """Running text that carries the weight."""
    return Label(text, "strong")


def muted(text: str) -> Label:
    """Secondary text; never a parent's answer."""
    return Label(text, "muted")


def aside(text: str = "") -> Label:
    """Secondary text for parents: it still reaches 7:1."""
    return Label(text, "aside")
