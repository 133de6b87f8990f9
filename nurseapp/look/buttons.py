"""Buttons whose text wraps: primary, secondary and quiet."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStylePainter, QWidget

from nurseapp.look import tokens
from nurseapp.look.by_value import BY_KEYBOARD, CENTRE, LEADING, MIDDLE
from nurseapp.look.icons import IconName, draw_icon
from nurseapp.look.surface import draw_focus, draw_ground
from nurseapp.look.wrapping import draw, height_for, width_of, width_of_longest_word

ButtonRole = Literal["primary", "secondary", "quiet"]

_SIDE: Final = 20
_TOP: Final = 14
_BESIDE_ICON: Final = 8


class Button(QPushButton):
    """A press does one thing, told in a verb; at least 44 px high.

    With `leading` the words stand at the beginning of the line, for buttons below each other.
    """

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
        super().setText(text)  # given to QPushButton with the rest, it has PySide build QIcon
        self._role: ButtonRole = role
        self._icon: IconName | None = icon
        self._leading = leading
        self._least_height = tokens.TARGET
        self._heights: dict[tuple[object, ...], int] = {}
        self.setAutoDefault(False)
        self.setProperty("focusPolicy", BY_KEYBOARD)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Changes the words, for the eye and for a screen reader."""
        if text != self.text():
            super().setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def set_least_height(self, pixels: int) -> None:
        """Never lower than `pixels`, nor than 44."""
        if max(pixels, tokens.TARGET) != self._least_height:
            self._least_height = max(pixels, tokens.TARGET)
            self.updateGeometry()

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

    def sizeHint(self) -> QSize:
        """One line, with air around it."""
        width = width_of(self._metrics(), self.text()) + self._beside_text()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        width = width_of_longest_word(self._metrics(), self.text()) + self._beside_text()
        return QSize(width, self._least_height)

    def heightForWidth(self, width: int) -> int:
        """Pixels needed at `width`; measured once, since a layout asks dozens of times."""
        words = width - self._beside_text()
        asked = (words, self.text(), self.font().key(), self._role)
        if asked not in self._heights:
            self._heights[asked] = height_for(self._metrics(), self.text(), words) + 2 * _TOP
        return max(self._least_height, self._heights[asked])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws ground, sign, words and focus ring."""
        painter = QStylePainter(self)
        fill, border, ink = self._colours()
        draw_ground(painter, self.rect(), fill=fill, border=border, thickness=2)
        painter.setFont(self._bold())
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

    def _beside_text(self) -> int:
        return 2 * _SIDE + (self._icon_side() + _BESIDE_ICON if self._icon else 0)

    def _icon_side(self) -> int:
        return round(1.15 * self.fontMetrics().ascent())

    def _bold(self) -> QFont:
        bold = QFont(self.font())
        bold.setBold(self._role == "primary")
        return bold

    def _metrics(self) -> QFontMetrics:
        self.ensurePolished()
        return QFontMetrics(self._bold())


def primary(text: str, *, icon: IconName | None = None) -> Button:
    """The one thing to do next."""
    return Button(text, "primary", icon=icon)


def secondary(text: str, *, icon: IconName | None = None) -> Button:
    """Another thing one may do."""
    return Button(text, "secondary", icon=icon)


def quiet(text: str, *, icon: IconName | None = None) -> Button:
    """A way out or aside."""
    return Button(text, "quiet", icon=icon)
