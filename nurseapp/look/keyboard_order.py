"""The tab key goes the way the eye goes, in whatever order the parts were made."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

_STOPS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)


def lead_keyboard(parts: Iterable[QWidget]) -> None:
    """Leads the tab key through `parts`: in each to what is inside it, as it was made.

    A part in which nothing can be pressed or typed is a stop itself.
    """
    stops = dict.fromkeys(stop for part in parts for stop in _stops(part))
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def _stops(part: QWidget) -> list[QWidget]:
    return [inside for inside in part.findChildren(QWidget) if isinstance(inside, _STOPS)] or [part]
