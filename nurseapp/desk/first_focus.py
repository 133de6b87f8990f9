"""Where the keyboard is when one comes to a place: at what one came to do."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from nurseapp.desk.header import PlaceHeader


def arrive_at(place: QWidget, target: QWidget | None) -> None:
    """Leads the place's focus to `target`; never away from where somebody is typing."""
    if target is None:
        return
    place.setFocusProxy(target)
    now = QApplication.focusWidget()
    if now is None or now is place or _in_header(now, place):
        target.setFocus()


def _in_header(now: QWidget, place: QWidget) -> bool:
    """Whether nobody has gone further than to the way back."""
    return any(header.isAncestorOf(now) for header in place.findChildren(PlaceHeader))
