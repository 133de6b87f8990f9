"""Rounded grounds and the focus ring, drawn alike everywhere."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from nurseapp.look import tokens

_NO_PEN = QPen(QColor(0, 0, 0, 0), 0)


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
    inset = thickness / 2 if border else 0
    painter.setPen(QPen(QColor(border), thickness) if border else _NO_PEN)
    painter.setBrush(QBrush(QColor(fill)) if fill else QBrush())
    painter.drawRoundedRect(QRectF(place).adjusted(inset, inset, -inset, -inset), corner, corner)


def draw_focus(painter: QPainter, place: QRect, *, corner: float = tokens.CONTROL_CORNER) -> None:
    """The 3 px ring along the inner edge of `place`, with a light line inside it.

    The light line keeps the ring apart from a dark ground.
    """
    draw_ground(
        painter, place, fill=None, border=tokens.FOCUS, thickness=tokens.FOCUS_RING, corner=corner
    )
    inner = place.adjusted(3, 3, -3, -3)
    draw_ground(
        painter, inner, fill=None, border=tokens.CARD, thickness=1.5, corner=max(2, corner - 3)
    )
