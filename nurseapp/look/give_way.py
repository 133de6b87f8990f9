"""A row that becomes a column where there is no room."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from nurseapp.look.theme import scaled

_LEAST_FOR_STRETCHING: Final = 240


class _Part(NamedTuple):
    item: QLayoutItem
    stretches: bool
    wished: int


class GiveWay(QLayout):
    """Side by side while every part keeps its words whole; below each other otherwise.

    The parts that stretch share what is left over. In a column every part that stretches gets
    the whole width, the others keep their own.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 12) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._stretching: list[bool] = []
        self._measured: list[_Part] | None = None
        self._heights: dict[int, int] = {}
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, part: QWidget | QLayout, *, stretches: bool = False) -> None:
        """Puts `part` after what is there."""
        self._stretching.append(stretches)
        if isinstance(part, QLayout):
            self.addChildLayout(part)
            self.addItem(part)
        else:
            self.addChildWidget(part)
            self.addItem(QWidgetItem(part))

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's own way in; use `add`."""
        self._items.append(item)
        if len(self._stretching) < len(self._items):
            self._stretching.append(False)
        self.invalidate()

    def count(self) -> int:
        """How many parts."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The part at `index`, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Lets go of the part at `index`."""
        if not 0 <= index < len(self._items):
            return None
        del self._stretching[index]
        return self._items.pop(index)

    def hasHeightForWidth(self) -> bool:
        """A narrow row is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels needed at `width`."""
        if width not in self._heights:
            frame = _frame(self)
            places = self._places(QRect(0, 0, width - frame.width(), 0))
            lowest = max((place.bottom() + 1 for place in places), default=0)
            self._heights[width] = lowest + frame.height()
        return self._heights[width]

    def invalidate(self) -> None:
        """A part has changed: everything is measured anew."""
        self._measured = None
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        """All side by side."""
        parts = self._parts()
        width = sum(max(part.wished, part.item.sizeHint().width()) for part in parts)
        width += self.spacing() * max(0, len(parts) - 1)
        height = max((part.item.sizeHint().height() for part in parts), default=0)
        return QSize(width, height) + _frame(self)

    def minimumSize(self) -> QSize:
        """As narrow as the widest word allows."""
        sizes = [part.item.minimumSize() for part in self._parts()]
        width = max((size.width() for size in sizes), default=0)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width, height) + _frame(self)

    def setGeometry(self, place: QRect) -> None:
        """Puts the parts where they belong, mirrored where text runs from right to left."""
        super().setGeometry(place)
        inner = place.marginsRemoved(self.contentsMargins())
        widget = self.parentWidget()
        mirrored = widget is not None and widget.isRightToLeft()
        for part, rect in zip(self._parts(), self._places(inner), strict=True):
            if mirrored:
                rect.moveLeft(inner.left() + inner.right() - rect.right())
            part.item.setGeometry(rect)

    def _parts(self) -> list[_Part]:
        if self._measured is None:
            pairs = zip(self._items, self._stretching, strict=True)
            self._measured = [_part(item, wide) for item, wide in pairs if not item.isEmpty()]
        return self._measured

    def _places(self, inner: QRect) -> list[QRect]:
        parts = self._parts()
        left = inner.width() - sum(part.wished for part in parts)
        left -= self.spacing() * max(0, len(parts) - 1)
        if left < 0:
            return _below_each_other(parts, inner, self.spacing())
        return _side_by_side(parts, inner, self.spacing(), left)


def _part(item: QLayoutItem, stretches: bool) -> _Part:
    wished = item.sizeHint().width()
    if stretches:
        wished = min(wished, scaled(_LEAST_FOR_STRETCHING))
    return _Part(item, stretches, max(wished, item.minimumSize().width()))


def _frame(layout: QLayout) -> QSize:
    edge = layout.contentsMargins()
    return QSize(edge.left() + edge.right(), edge.top() + edge.bottom())


def _side_by_side(parts: list[_Part], inner: QRect, gap: int, left: int) -> list[QRect]:
    """Centred on one line; `left` pixels are shared by those that stretch."""
    sharers = max(1, sum(part.stretches for part in parts))
    rects = []
    start = inner.left()
    for part in parts:
        width = part.wished + (left // sharers if part.stretches else 0)
        rects.append(QRect(start, inner.top(), width, _height(part.item, width)))
        start += width + gap
    room = max([rect.height() for rect in rects] + [inner.height()])
    for rect in rects:
        rect.moveTop(inner.top() + (room - rect.height()) // 2)
    return rects


def _below_each_other(parts: list[_Part], inner: QRect, gap: int) -> list[QRect]:
    rects = []
    top = inner.top()
    for part in parts:
        wished = inner.width() if part.stretches else part.item.sizeHint().width()
        width = min(inner.width(), max(wished, part.item.minimumSize().width()))
        rects.append(QRect(inner.left(), top, width, _height(part.item, width)))
        top += rects[-1].height() + gap
    return rects


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
