"""Signs drawn by hand: the typeface has no check marks and arrows."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nurseapp.look import tokens
from nurseapp.look.theme import scaled

IconName = Literal[
    "check", "back", "forward", "down", "cross", "warning", "info", "pause", "speak",
    "search", "plus", "lock", "dot", "person", "paper", "eye",
]  # fmt: skip

# Each stroke is a line through points on a 24 x 24 ground.
_STROKES: Final[dict[str, tuple[tuple[tuple[float, float], ...], ...]]] = {
    "check": (((5, 13), (10, 18), (20, 6)),),
    "back": (((14, 5), (7, 12), (14, 19)),),
    "forward": (((10, 5), (17, 12), (10, 19)),),
    "down": (((5, 9), (12, 16), (19, 9)),),
    "cross": (((6, 6), (18, 18)), ((18, 6), (6, 18))),
    "warning": (((12, 3), (22, 20), (2, 20), (12, 3)), ((12, 9), (12, 14)), ((12, 17), (12, 17.2))),
    "info": (((12, 11), (12, 17)), ((12, 7), (12, 7.2))),
    "pause": (((8, 5), (8, 19)), ((16, 5), (16, 19))),
    "speak": (((3, 9), (7, 9), (12, 4), (12, 20), (7, 15), (3, 15), (3, 9)),),
    "search": (((15, 15), (21, 21)),),
    "plus": (((12, 5), (12, 19)), ((5, 12), (19, 12))),
    "lock": (((5, 11), (19, 11), (19, 21), (5, 21), (5, 11)),),
    "dot": (),
    "eye": (),
    "person": (((4, 21), (5, 16), (9, 14), (15, 14), (19, 16), (20, 21)),),
    "paper": (((6, 3), (15, 3), (19, 7), (19, 21), (6, 21), (6, 3)), ((9, 11), (16, 11)),
              ((9, 15), (16, 15))),
}  # fmt: skip
_MIRRORED: Final = frozenset({"back", "forward"})


def draw_icon(
    painter: QPainter, name: IconName, place: QRectF, colour: str, *, mirrored: bool = False
) -> None:
    """Draws the sign inside `place`; with `mirrored`, arrows point the other way."""
    from PySide6.QtCore import Qt  # by_value.py says why not above

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(place.width(), place.height())
    painter.translate(place.center())
    flip = mirrored and name in _MIRRORED
    painter.scale((-1 if flip else 1) * side / 24, side / 24)
    painter.translate(-12, -12)
    pen = QPen(QColor(colour), 2.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(_path(name))
    if name == "dot":
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(12, 12), 6, 6)
    painter.restore()


class Icon(QWidget):
    """A sign beside a word; it says nothing that the word does not."""

    def __init__(self, name: IconName, colour: str = tokens.INK, *, pixels: int = 22) -> None:
        super().__init__()
        self._name: IconName = name
        self._colour = colour
        self._pixels = pixels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def become(self, name: IconName, colour: str) -> None:
        """Shows another sign."""
        self._name, self._colour = name, colour
        self.update()

    def set_pixels(self, pixels: int) -> None:
        """Another size, at 100 % text."""
        self._pixels = pixels
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Square; grows with the text."""
        return QSize(scaled(self._pixels), scaled(self._pixels))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the sign."""
        painter = QPainter(self)
        place = QRectF(self.rect())
        draw_icon(painter, self._name, place, self._colour, mirrored=self.isRightToLeft())


def _path(name: IconName) -> QPainterPath:
    path = QPainterPath()
    for stroke in _STROKES[name]:
        path.moveTo(*stroke[0])
        for point in stroke[1:]:
            path.lineTo(*point)
    if name == "info":
        path.addEllipse(QPointF(12, 12), 10, 10)
    elif name == "search":
        path.addEllipse(QPointF(10, 10), 6, 6)
    elif name == "person":
        path.addEllipse(QPointF(12, 7), 4, 4)
    elif name == "eye":
        path.addEllipse(QPointF(12, 12), 3, 3)
        path.moveTo(2, 12)
        path.quadTo(12, 2, 22, 12)
        path.quadTo(12, 22, 2, 12)
    elif name == "speak":
        path.moveTo(16, 8)
        path.quadTo(19, 12, 16, 16)
        path.moveTo(19, 5)
        path.quadTo(24, 12, 19, 19)
    elif name == "lock":
        path.moveTo(8, 11)
        path.lineTo(8, 8)
        path.cubicTo(8, 2, 16, 2, 16, 8)
        path.lineTo(16, 11)
    return path
