"""Whatever is pressed and carries its own words: as wide and as high as the words need."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from nurseapp.look import tokens
from nurseapp.look.by_value import BY_KEYBOARD
from nurseapp.look.return_key import press_by_return
from nurseapp.look.wrapping import height_for, width_of, width_of_longest_word

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Pressed
else:
    _Pressed = object  # Qt's own class comes last among the bases, and only once


class WordsInside(_Pressed):
    """Stands before Qt's own class among the bases; a class says what lies beside its words.

    The words wrap; they are measured as `measured_font` draws them, once for each width, since
    a layout asks dozens of times.
    """

    AIR: ClassVar[int] = 10
    """Pixels above the words, and as many below."""
    WIDEST: ClassVar[int] = 1 << 20
    """Pixels beyond which it asks for no more, though it takes what it is given."""
    LEAST_HEIGHT: ClassVar[int] = tokens.TARGET

    def fit_to_words(self) -> None:
        """Gets it ready; called once when it is built, with its words."""
        self._least_height = self.LEAST_HEIGHT
        self._heights: dict[tuple[object, ...], int] = {}
        self.setProperty("focusPolicy", BY_KEYBOARD)
        self.setAccessibleName(self.text())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def beside_words(self) -> int:
        """Pixels of the width that are not for words."""
        raise NotImplementedError

    def measured_font(self) -> QFont:
        """The widest font that the words are ever drawn with; here the bold one."""
        return self.bold_font()

    def bold_font(self) -> QFont:
        """Its own font, bold."""
        bold = QFont(self.font())
        bold.setBold(True)
        return bold

    def setText(self, text: str) -> None:
        """Changes the words, for the eye and for a screen reader."""
        if text != self.text():
            super().setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def set_least_height(self, pixels: int) -> None:
        """Never lower than `pixels`, nor than a finger needs."""
        if max(pixels, tokens.TARGET) != self._least_height:
            self._least_height = max(pixels, tokens.TARGET)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """One line where there is room, with air around it."""
        width = min(width_of(self._metrics(), self.text()) + self.beside_words(), self.WIDEST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        word = width_of_longest_word(self._metrics(), self.text())
        return QSize(word + self.beside_words(), self._least_height)

    def heightForWidth(self, width: int) -> int:
        """Pixels needed at `width`."""
        words = width - self.beside_words()
        font = self.measured_font()
        asked = (words, self.text(), font.key())
        if asked not in self._heights:
            self._heights[asked] = height_for(self._metrics(), self.text(), words) + 2 * self.AIR
        return max(self._least_height, self._heights[asked])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses it, as the space bar does."""
        if not press_by_return(self, event):
            super().keyPressEvent(event)

    def _metrics(self) -> QFontMetrics:
        self.ensurePolished()
        return QFontMetrics(self.measured_font())
