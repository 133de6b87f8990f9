"""The places at the side, who is logged in, and the way to lock."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from nurseapp.base.text import _, mark
from nurseapp.desk import routes
from nurseapp.desk.routes import Route
from nurseapp.look import tokens
from nurseapp.look.buttons import quiet, secondary
from nurseapp.look.labels import muted, title
from nurseapp.look.nav import NavItem
from nurseapp.look.pill import Pill
from nurseapp.look.theme import scaled, text_scale

_WIDTH: Final = 230
_WIDE: Final = 320
_WIDEST: Final = 400
_LONG_WORD: Final = re.compile(r"[^\s-]{15,}")
_PIECE: Final = 10
_BREAK: Final = "\u200b"
_PLACES: Final[tuple[tuple[str, Route], ...]] = (
    (mark("I dag"), routes.Today()),
    (mark("Personer"), routes.People()),
    (mark("Oppfølging"), routes.FollowUp()),
    (mark("Skjemaer"), routes.FormLibrary()),
    (mark("Innstillinger"), routes.Settings()),
)
_UNDER: Final[dict[type[object], type[object]]] = {
    routes.PersonPage: routes.People,
    routes.RegisterPerson: routes.People,
    routes.CorrectPerson: routes.People,
    routes.Birth: routes.People,
    routes.HandOver: routes.Today,
    routes.Entry: routes.People,
    routes.Result: routes.Today,
    routes.Referral: routes.Today,
    routes.TakeHome: routes.Today,
    routes.FormPage: routes.FormLibrary,
    routes.FormWording: routes.FormLibrary,
    routes.FormPreview: routes.FormLibrary,
    routes.FormApproval: routes.FormLibrary,
    routes.FamilyApproval: routes.FormLibrary,
    routes.LicensedTable: routes.FormLibrary,
    routes.Licences: routes.FormLibrary,
    routes.FormFile: routes.FormLibrary,
    routes.FormPack: routes.FormLibrary,
}


class Sidebar(QScrollArea):
    """Leads to the places; scrolls by itself where the window is too low for its text."""

    chosen = Signal(object)
    """A route."""
    lock_wanted = Signal()
    switch_wanted = Signal()

    def __init__(self, station: str, user: str, *, training: bool) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.items: dict[type[object], NavItem] = {}
        self.lock = secondary(_("Lås nå"), icon="lock")
        self.switch_user = quiet(_("Bytt bruker"))
        ground = _Ground()
        column = QVBoxLayout(ground)
        column.setContentsMargins(16, 22, 16, 16)
        column.setSpacing(6)
        column.addWidget(title(_in_pieces(station)))
        if training:
            column.addWidget(Pill(_("Øving"), "amber"))
        column.addSpacing(12)
        for name, route in _PLACES:
            self._add(column, _(name), route)
        column.addStretch(1)
        column.addWidget(muted(_("Innlogget: {name}").format(name=_in_pieces(user))))
        column.addWidget(self.lock)
        column.addWidget(self.switch_user)
        self.setWidget(ground)
        self.setFixedWidth(
            min(max(min(scaled(_WIDTH), _WIDE), ground.minimumSizeHint().width()), _WIDEST)
        )
        self.lock.clicked.connect(self.lock_wanted)
        self.switch_user.clicked.connect(self.switch_wanted)
        self.setAccessibleName(_("Steder"))

    def show_here(self, route: Route) -> None:
        """Marks the place that `route` belongs under."""
        kind: type[object] = type(route)
        here = _UNDER.get(kind, kind)
        for place, item in self.items.items():
            item.set_here(place is here)

    def minimumSizeHint(self) -> QSize:
        """Low: it scrolls."""
        return QSize(self.width(), 120)

    def _add(self, column: QVBoxLayout, name: str, route: Route) -> None:
        item = NavItem(name)
        item.setProperty("place", len(self.items))
        item.clicked.connect(self._press)
        column.addWidget(item)
        self.items[type(route)] = item

    def _press(self) -> None:
        pressed: QObject = self.sender()
        self.chosen.emit(_PLACES[int(pressed.property("place"))][1])


def _in_pieces(text: str) -> str:
    """`text` with invisible places to break in long words, which large text makes too wide."""
    if text_scale() == 1.0:
        return text
    pieces = _LONG_WORD.sub(
        lambda word: _BREAK.join(
            word[0][at : at + _PIECE] for at in range(0, len(word[0]), _PIECE)
        ),
        text,
    )
    return pieces.replace("-", f"-{_BREAK}")


class _Ground(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.CARD))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(tokens.LINE))
