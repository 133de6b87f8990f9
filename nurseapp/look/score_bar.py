"""A score on its scale, beside its cut-off: a point, or a range for an incomplete sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nurseapp.base.text import _
from nurseapp.look import tokens
from nurseapp.look.drawn import Drawn
from nurseapp.look.theme import scaled

_BAR: Final = 14
_EDGE: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreOnScale:
    """`lowest` equals `highest` for a complete sheet; `cut_off` is where a talk is called for.

    With `low_is_concern` the band lies below the cut-off instead of from it and up. `monitoring`
    is the far edge of the zone beside the cut-off that calls for an eye on things.
    """

    maximum: float
    lowest: float
    highest: float
    minimum: float = 0
    cut_off: float | None = None
    low_is_concern: bool = False
    monitoring: float | None = None


class ScoreBar(Drawn):
    """The picture repeats what the accessible text says in words."""

    def __init__(self, score: ScoreOnScale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_score(score)

    def show_score(self, score: ScoreOnScale) -> None:
        """Shows another score."""
        self._score = score
        self.setAccessibleName(score_in_words(score))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the bar and the figures below it."""
        return QSize(scaled(320), 34 + self._metrics().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the three figures below the bar."""
        return QSize(scaled(200), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the scale, the band over the cut-off, the score and the figures."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = 17.0
        self._draw_scale(painter, middle)
        painter.setFont(self._small())
        self._draw_figures(painter)
        if self._score.lowest == self._score.highest:
            self._draw_cut_off(painter, middle)
            self._draw_score(painter, middle)
        else:  # the range may lie across the cut-off, which must stay in sight
            self._draw_score(painter, middle)
            self._draw_cut_off(painter, middle)

    def _at(self, value: float) -> float:
        span = max(1e-9, self._score.maximum - self._score.minimum)
        share = min(1.0, max(0.0, (value - self._score.minimum) / span))
        if self.isRightToLeft():
            share = 1 - share
        return _EDGE + share * (self.width() - 2 * _EDGE)

    def _draw_scale(self, painter: QPainter, middle: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(_EDGE, middle - _BAR / 2, self.width() - 2 * _EDGE, _BAR)
        painter.setBrush(QColor(tokens.LINE))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        if self._score.cut_off is None:
            return
        end = self._score.minimum if self._score.low_is_concern else self._score.maximum
        self._fill(painter, track, (self._score.cut_off, end), QBrush(QColor(tokens.AMBER_BAND)))
        if self._score.monitoring is not None:
            zone = (self._score.cut_off, self._score.monitoring)
            self._fill(painter, track, zone, QBrush(QColor(tokens.AMBER_SOFT)))
            lines = QBrush(QColor(tokens.AMBER), Qt.BrushStyle.BDiagPattern)
            self._fill(painter, track, zone, lines)

    def _fill(
        self, painter: QPainter, track: QRectF, ends: tuple[float, float], brush: QBrush
    ) -> None:
        """Fills the track between two scores; a pattern tells one zone from another without hue."""
        low, high = sorted(map(self._at, ends))
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setClipRect(QRectF(low, 0, high - low, self.height()))
        painter.setBrush(brush)
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        painter.restore()

    def _draw_cut_off(self, painter: QPainter, middle: float) -> None:
        cut_off = self._score.cut_off
        if cut_off is None:
            return
        x = self._at(cut_off)
        for colour, thickness in ((tokens.CARD, 6.0), (tokens.AMBER, 2.5)):
            painter.setPen(QPen(QColor(colour), thickness))
            painter.drawLine(QPointF(x, middle - 15), QPointF(x, middle + 15))
        words = _("grense {value}").format(value=_figure(cut_off))
        half = self._metrics().horizontalAdvance(words) // 2 + 2
        centre = min(max(x, half), self.width() - half)
        place = QRect(round(centre) - half, 34, 2 * half, self._metrics().height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_figures(self, painter: QPainter) -> None:
        painter.setPen(QColor(tokens.MUTED))
        for value in (self._score.minimum, self._score.maximum):
            half = self._metrics().horizontalAdvance(_figure(value)) // 2 + 1
            centre = min(max(self._at(value), half), self.width() - half)
            if self._near_cut_off(value):
                continue
            place = QRect(round(centre) - half, 34, 2 * half, self._metrics().height())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _figure(value))

    def _near_cut_off(self, value: float) -> bool:
        if self._score.cut_off is None:
            return False
        return abs(self._at(value) - self._at(self._score.cut_off)) < scaled(60)

    def _draw_score(self, painter: QPainter, middle: float) -> None:
        painter.setPen(QPen(QColor(tokens.CARD), 3))
        painter.setBrush(QColor(tokens.INK))
        low, high = sorted((self._at(self._score.lowest), self._at(self._score.highest)))
        if self._score.lowest == self._score.highest:
            painter.drawEllipse(QPointF(low, middle), 12, 12)
        else:
            painter.drawRoundedRect(QRectF(low - 9, middle - 10, high - low + 18, 20), 10, 10)

    def _small(self) -> QFont:
        small = QFont(self.font())
        small.setPixelSize(scaled(tokens.TEXT_SIZES["muted"]))
        return small

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._small())


def score_in_words(score: ScoreOnScale) -> str:
    """`13 av 30, grense 10`, or `mellom 8 og 14 av 30, grense 10, følg med fra 7`."""
    most = _figure(score.maximum)
    if score.lowest == score.highest:
        words = _("{score} av {most}").format(score=_figure(score.lowest), most=most)
    else:
        words = _("mellom {low} og {high} av {most}").format(
            low=_figure(score.lowest), high=_figure(score.highest), most=most
        )
    if score.cut_off is not None:
        words += ", " + _("grense {value}").format(value=_figure(score.cut_off))
    if score.monitoring is not None:
        says = _("følg med til {value}") if score.low_is_concern else _("følg med fra {value}")
        words += ", " + says.format(value=_figure(score.monitoring))
    return words


def _figure(value: float) -> str:
    return f"{value:g}".replace(".", ",")
