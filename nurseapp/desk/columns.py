"""Columns of cards that stand below each other where there is no room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from nurseapp.look.give_way import GiveWay
from nurseapp.look.theme import scaled

_LEAST: Final = 300


class Columns(GiveWay):
    """Side by side from the top, each with its share of the width; stacked when one is too narrow.

    `least` is the narrowest column in pixels at 100 % text. With `even`, all beside each other
    are as high as the highest.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        least: int = _LEAST,
        spacing: int = 16,
        even: bool = True,
    ) -> None:
        super().__init__(parent, spacing=spacing)
        self._least = least
        self._even = even
        self._shares: list[int] = []

    def add_column(self, part: QWidget | QLayout, *, share: int = 1) -> None:
        """Puts `part` after what is there, with `share` of the width."""
        self._shares.append(share)
        self.add(part, stretches=True)

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Lets go of the column at `index`."""
        if 0 <= index < len(self._shares):
            del self._shares[index]
        return super().takeAt(index)

    def _places(self, inner: QRect) -> list[QRect]:
        items = self._shown()
        room = inner.width() - self.spacing() * max(0, len(items) - 1)
        shares = max(1, sum(share for _item, share in items))
        widths = [room * share // shares for _item, share in items]
        narrow = any(
            width < max(scaled(self._least), item.minimumSize().width())
            for width, (item, _share) in zip(widths, items, strict=True)
        )
        if narrow and len(items) > 1:
            return self._stacked(inner, [item for item, _share in items])
        return self._beside(inner, list(zip(widths, (item for item, _s in items), strict=True)))

    def _shown(self) -> list[tuple[QLayoutItem, int]]:
        pairs = zip(self._items, self._shares, strict=True)
        return [(item, share) for item, share in pairs if not item.isEmpty()]

    def _beside(self, inner: QRect, items: list[tuple[int, QLayoutItem]]) -> list[QRect]:
        highest = max([_height(item, width) for width, item in items] + [inner.height()])
        rects, start = [], inner.left()
        for width, item in items:
            height = highest if self._even else _height(item, width)
            rects.append(QRect(start, inner.top(), width, height))
            start += width + self.spacing()
        return rects

    def _stacked(self, inner: QRect, items: list[QLayoutItem]) -> list[QRect]:
        rects, top = [], inner.top()
        for item in items:
            height = _height(item, inner.width())
            rects.append(QRect(inner.left(), top, inner.width(), height))
            top += height + self.spacing()
        return rects


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
