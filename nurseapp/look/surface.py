"""Rounded grounds and the focus ring, drawn alike everywhere."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPalette

from nurseapp.look import tokens


@cache
def ink(colour: str) -> QPalette:
    """A palette whose window colour is `colour`.

    QPainter's own setPen and setBrush make PySide build all of Qt's enumerations to choose among
    their overloads (by_value.py); a palette's brush does not.
    """
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(colour))
    return palette


def brush(colour: str) -> QBrush:
    """A brush of one colour."""
    return ink(colour).brush(QPalette.ColorRole.Window)


def draw_ground(
    painter: QPainter,
    place: QRect,
    *,
    fill: str | None,
    border: str | None,
    thickness: float = 1,
    corner: float = tokens.CONTROL_CORNER,
) -> None:
    """A rounded ground with its border inside `place`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outer = QRectF(place)
    if border is None:
        thickness = 0
    inner = outer.adjusted(thickness, thickness, -thickness, -thickness)
    inner_corner = max(0.0, corner - thickness)
    if fill is not None:
        half = outer.adjusted(thickness / 2, thickness / 2, -thickness / 2, -thickness / 2)
        painter.fillPath(_rounded(half, corner - thickness / 2), brush(fill))
    if border is not None:
        ring = _rounded(outer, corner)
        ring.addRoundedRect(inner, inner_corner, inner_corner)
        painter.fillPath(ring, brush(border))


def draw_focus(painter: QPainter, place: QRect, *, corner: float = tokens.CONTROL_CORNER) -> None:
    """The 3 px ring along the inner edge of `place`, with a light line inside it.

    The light line keeps the ring apart from a dark ground.
    """
    ring = tokens.FOCUS_RING
    draw_ground(painter, place, fill=None, border=tokens.FOCUS, thickness=ring, corner=corner)
    inner = place.adjusted(ring, ring, -ring, -ring)
    inside = max(2, corner - ring)
    draw_ground(painter, inner, fill=None, border=tokens.CARD, thickness=1.5, corner=inside)


def _rounded(place: QRectF, corner: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(place, corner, corner)
    return path
