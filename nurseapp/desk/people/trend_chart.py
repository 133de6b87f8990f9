"""A form over time: each sheet a point, an incomplete one a range, the cut-off a line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nurseapp.base.text import _
from nurseapp.clinic.values.people import Trend, TrendPoint
from nurseapp.look import tokens
from nurseapp.look.drawn import Drawn
from nurseapp.look.theme import scaled

_DOT: Final = 7.0
_LINES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """Where values lie on the screen: figures stand to the left of `place`, labels below."""

    place: QRectF
    points: int
    maximum: float

    def x(self, number: int) -> float:
        """The middle of the point with this number, counted from 0."""
        inset = scaled(36)
        if self.points == 1:
            return self.place.center().x()
        return (
            self.place.left()
            + inset
            + number * (self.place.width() - 2 * inset) / (self.points - 1)
        )

    def y(self, value: float) -> float:
        """The height of a score."""
        return self.place.bottom() - value / max(1, self.maximum) * self.place.height()


class TrendChart(Drawn):
    """The picture repeats what the accessible text says in words.

    The shaded zone lies on the side of the cut-off where a talk is called for.
    """

    def __init__(self, trend: Trend, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._trend = trend
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(trend_in_words(trend))

    def sizeHint(self) -> QSize:
        """Room for three lines of figures and the labels below."""
        return QSize(scaled(420), scaled(210))

    def minimumSizeHint(self) -> QSize:
        """Room for two points beside each other."""
        return QSize(scaled(220), scaled(210))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws zone, grid, line, points and labels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small())
        self._draw_zone(painter)
        self._draw_grid(painter)
        self._draw_line(painter)
        for place, point in enumerate(self._trend.points):
            self._draw_point(painter, place, point)
        self._draw_labels(painter)

    def _small(self) -> QFont:
        small = QFont(self.font())
        small.setPixelSize(scaled(tokens.TEXT_SIZES["small"]))
        return small

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._small())

    def _plot(self) -> Plot:
        metrics = self._metrics()
        left = metrics.horizontalAdvance(_number(self._trend.maximum)) + 12
        height = self.height() - 2 * metrics.height() - 10
        place = QRectF(left, metrics.height(), self.width() - left - 8, height)
        return Plot(place=place, points=len(self._trend.points), maximum=self._trend.maximum)

    def _draw_zone(self, painter: QPainter) -> None:
        if self._trend.cut_off is None:
            return
        plot, line = self._plot().place, self._plot().y(self._trend.cut_off)
        ends = (line, plot.bottom()) if self._trend.low_is_concern else (plot.top(), line)
        zone = QRectF(plot.left(), ends[0], plot.width(), ends[1] - ends[0])
        painter.setPen(QColor(tokens.AMBER_SOFT))
        painter.setBrush(QColor(tokens.AMBER_SOFT))
        painter.drawRect(zone)

    def _draw_grid(self, painter: QPainter) -> None:
        plot, step = self._plot().place, self._trend.maximum / _LINES
        for count in range(_LINES + 1):
            value = round(count * step)
            y = self._plot().y(value)
            painter.setPen(QPen(QColor(tokens.LINE), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            if self._trend.cut_off is None or abs(y - self._plot().y(self._trend.cut_off)) > scaled(
                14
            ):
                self._figure(painter, _number(value), y, tokens.MUTED)
        if self._trend.cut_off is not None:
            self._draw_cut_off(painter, self._trend.cut_off)

    def _draw_cut_off(self, painter: QPainter, cut_off: float) -> None:
        plot, y = self._plot().place, self._plot().y(cut_off)
        painter.setPen(QPen(QColor(tokens.AMBER), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        self._figure(painter, _number(cut_off), y, tokens.AMBER)

    def _figure(self, painter: QPainter, text: str, y: float, colour: str) -> None:
        height = self._metrics().height()
        place = QRect(0, round(y - height / 2), round(self._plot().place.left()) - 8, height)
        painter.setPen(QColor(colour))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, text)

    def _draw_line(self, painter: QPainter) -> None:
        """Joins neighbours that both have a score; a range breaks the line."""
        painter.setPen(QPen(QColor(tokens.TEAL), 3))
        for (place, one), (_next, two) in pairwise(enumerate(self._trend.points)):
            if one.score is not None and two.score is not None:
                painter.drawLine(
                    QPointF(self._plot().x(place), self._plot().y(one.score)),
                    QPointF(self._plot().x(place + 1), self._plot().y(two.score)),
                )

    def _draw_point(self, painter: QPainter, place: int, point: TrendPoint) -> None:
        x = self._plot().x(place)
        painter.setPen(QPen(QColor(tokens.CARD), 2))
        painter.setBrush(QColor(tokens.TEAL))
        if point.score is not None:
            painter.drawEllipse(QPointF(x, self._plot().y(point.score)), _DOT, _DOT)
            dot = QRectF(x - _DOT, self._plot().y(point.score) - _DOT, 2 * _DOT, 2 * _DOT)
        else:
            top, bottom = self._plot().y(point.highest), self._plot().y(point.lowest)
            dot = QRectF(x - _DOT, top - _DOT, 2 * _DOT, bottom - top + 2 * _DOT)
            painter.setBrush(QColor(tokens.CARD))
            painter.setPen(QPen(QColor(tokens.TEAL), 2))
            painter.drawRoundedRect(dot, _DOT, _DOT)
        cut_off = self._trend.cut_off
        line = None if cut_off is None else self._plot().y(cut_off)
        height, lowest = self._metrics().height(), self._plot().place.bottom()
        top = label_top(dot, height=height, line=line, lowest=lowest)
        painter.setPen(QColor(tokens.INK))
        label = QRect(round(x) - scaled(40), round(top), scaled(80), height)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, figure_of(point))

    def _draw_labels(self, painter: QPainter) -> None:
        """Names each point where there is room, else every second one, and so on."""
        metrics = self._metrics()
        points = self._trend.points
        widest = max((metrics.horizontalAdvance(point.label) for point in points), default=0) + 8
        apart = self._plot().x(1) - self._plot().x(0) if len(points) > 1 else self.width()
        every = max(1, -(-widest // max(1, round(apart))))
        painter.setPen(QColor(tokens.MUTED))
        top = self.height() - metrics.height()
        for place, point in enumerate(points):
            if (len(points) - 1 - place) % every == 0:
                middle = min(max(self._plot().x(place), widest / 2), self.width() - widest / 2)
                label = QRect(round(middle - widest / 2), top, widest, metrics.height())
                painter.drawText(label, Qt.AlignmentFlag.AlignCenter, point.label)


def label_top(dot: QRectF, *, height: int, line: float | None, lowest: float) -> float:
    """Where a point's figure begins, in pixels from above.

    Above the point; below it where the cut-off's `line` would run through the figure, if that
    ends above `lowest`.
    """
    above, below = dot.top() - height - 2, dot.bottom() + 2
    crossed = line is not None and above <= line <= above + height
    return below if crossed and below + height <= lowest else above


def figure_of(point: TrendPoint) -> str:
    """`13`, or `8–14` for an incomplete sheet."""
    if point.score is not None:
        return _number(point.score)
    return f"{_number(point.lowest)}–{_number(point.highest)}"


def _number(value: float) -> str:
    """As Norwegians write it: `46,25`, and `10` where it is whole."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def trend_in_words(trend: Trend) -> str:
    """Every point in words, for a screen reader: `EPDS over tid: uke 28: 8 av 30 ...`."""
    name = _("{form} over tid").format(form=trend.form_title)
    points = ", ".join(
        _("{when}: {score} av {most}").format(
            when=point.label, score=figure_of(point), most=_number(trend.maximum)
        )
        for point in trend.points
    )
    words = f"{name}. {points}"
    if trend.cut_off is not None:
        says = _("grense under {value}") if trend.low_is_concern else _("grense {value}")
        words += ". " + says.format(value=_number(trend.cut_off))
    return words
