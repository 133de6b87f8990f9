"""Buttons whose text wraps: primary, secondary and quiet."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStylePainter, QWidget

from nurseapp.look import tokens
from nurseapp.look.by_value import CENTRE, LEADING, MIDDLE
from nurseapp.look.icons import IconName, draw_icon
from nurseapp.look.surface import draw_focus, draw_ground
from nurseapp.look.words_inside import WordsInside
from nurseapp.look.wrapping import draw, width_of

ButtonRole = Literal["primary", "secondary", "quiet"]

_SIDE: Final = 20
_BESIDE_ICON: Final = 8


class Button(WordsInside, QPushButton):
    """A press does one thing, told in a verb; at least 44 px high.

    With `leading` the words stand at the beginning of the line, for buttons below each other.
    """

    AIR = 14

    def __init__(
        self,
        text: str,
        role: ButtonRole = "secondary",
        *,
        icon: IconName | None = None,
        leading: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        QPushButton.setText(self, text)  # given to it with the rest, it has PySide build QIcon
        self._role: ButtonRole = role
        self._icon: IconName | None = icon
        self._leading = leading
        self.setAutoDefault(False)
        self.fit_to_words()

    def set_icon(self, icon: IconName | None) -> None:
        """Shows another sign before the words, or none."""
        if icon != self._icon:
            self._icon = icon
            self.updateGeometry()
            self.update()

    def set_role(self, role: ButtonRole) -> None:
        """Shows it as the thing to do next, or not."""
        self._role = role
        self.update()

    def measured_font(self) -> QFont:
        """Bold for the thing to do next."""
        return self.bold_font() if self._role == "primary" else self.font()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws ground, sign, words and focus ring."""
        painter = QStylePainter(self)
        fill, border, ink = self._colours()
        draw_ground(painter, self.rect(), fill=fill, border=border, thickness=2)
        painter.setFont(self.measured_font())
        align = LEADING | MIDDLE if self._leading or self._icon else CENTRE
        place = self._text_place(painter, ink)
        draw(painter, place, self.text(), ink, align, mirrored=self.isRightToLeft())
        if self.hasFocus():
            draw_focus(painter, self.rect())

    def _colours(self) -> tuple[str | None, str | None, str]:
        pressed = self.isDown() or self.underMouse()
        if not self.isEnabled():
            fill = tokens.LINE if self._role == "primary" else None
            return (fill, tokens.LINE if self._role == "secondary" else None, tokens.MUTED)
        if self._role == "primary":
            return (tokens.TEAL_DARK if pressed else tokens.TEAL, None, tokens.CARD)
        fill = tokens.TEAL_SOFT if pressed else None
        if self._role == "secondary":
            return (fill or tokens.CARD, tokens.TEAL, tokens.TEAL)
        return (fill, None, tokens.TEAL)

    def _text_place(self, painter: QPainter, ink: str) -> QRect:
        """Where the words go; draws the sign before them."""
        place = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        if self._icon is None:
            return place
        side, mirrored = self._icon_side(), self.isRightToLeft()
        room = place.width() - side - _BESIDE_ICON
        words = room if self._leading else min(width_of(self._metrics(), self.text()), room)
        spare = (room - words) // 2
        start = place.right() + 1 - spare - side if mirrored else place.left() + spare
        beside = start - _BESIDE_ICON - words if mirrored else start + side + _BESIDE_ICON
        top = (self.height() - side) / 2
        draw_icon(painter, self._icon, QRectF(start, top, side, side), ink, mirrored=mirrored)
        return QRect(beside, 0, words, self.height())

    def beside_words(self) -> int:
        """The sides, and the sign with its gap."""
        return 2 * _SIDE + (self._icon_side() + _BESIDE_ICON if self._icon else 0)

    def _icon_side(self) -> int:
        return round(1.15 * self.fontMetrics().ascent())


def primary(text: str, *, icon: IconName | None = None) -> Button:
    """The one thing to do next."""
    return Button(text, "primary", icon=icon)


def secondary(text: str, *, icon: IconName | None = None) -> Button:
    """Another thing one may do."""
    return Button(text, "secondary", icon=icon)


def quiet(text: str, *, icon: IconName | None = None) -> Button:
    """A way out or aside."""
    return Button(text, "quiet", icon=icon)
