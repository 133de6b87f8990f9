"""After the login: the sidebar, a message, and one place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.clinic.values.card import StationCard
from nurseapp.desk import routes
from nurseapp.desk.place import Place, Tone
from nurseapp.desk.routes import Route
from nurseapp.desk.sidebar import Sidebar
from nurseapp.look.message_bar import MessageBar, MessageKind

_KINDS: dict[Tone, MessageKind] = {"calm": "info", "done": "ok", "concern": "warn"}


class Home(QWidget):
    """Holds one place at a time and knows nothing of what it shows."""

    go_wanted = Signal(object)
    back_wanted = Signal()
    lock_wanted = Signal(str)
    """The reason."""
    leave_anyway = Signal()

    def __init__(self, card: StationCard, user: str) -> None:
        super().__init__()
        self.sidebar = Sidebar(card.name, user, training=card.training)
        self.message = MessageBar()
        self.place: Place | None = None
        self._search_next = False
        self._message_is_old = False
        self._above = QWidget()
        above = QVBoxLayout(self._above)
        above.setContentsMargins(34, 16, 34, 10)
        above.addWidget(self.message)
        self._above.hide()
        self._right = QVBoxLayout()
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(0)
        self._right.addWidget(self._above)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(self._right, 1)
        self._connect()

    def show_place(self, place: Place, route: Route) -> None:
        """Shows `place` instead of the one before, which is left and deleted."""
        old, self.place = self.place, place
        self._right.addWidget(place, 1)
        if old is not None:
            self._right.removeWidget(old)
            let_go(old)
        self.sidebar.show_here(route)
        self.setFocusProxy(place)
        place.setFocus()
        if self._search_next:
            self._search_next = False
            place.focus_search()

    def drop_place(self) -> None:
        """Leaves the place; nothing of it stays."""
        if self.place is not None:
            self._right.removeWidget(self.place)
            let_go(self.place)
            self.place = None

    def tell(self, sentence: str, tone: Tone) -> None:
        """Shows a sentence above the place; an empty one takes it away."""
        self._message_is_old = False
        if sentence:
            self.message.say(_KINDS[tone], sentence)
        else:
            self.message.clear()
        self._above.setVisible(bool(sentence))

    def age_message(self) -> None:
        """A message lives through one change of place, so that `tell` and `go` can follow."""
        if self._message_is_old:
            self.tell("", "calm")
        self._message_is_old = True

    def ask_to_leave(self) -> None:
        """Says that something is not saved, with a button to leave all the same."""
        self.message.say(
            "warn", _("Du har skrevet noe som ikke er lagret."), action=_("Gå videre uten å lagre")
        )
        self._above.show()

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.go_wanted)
        self.sidebar.lock_wanted.connect(self._lock)
        self.sidebar.switch_wanted.connect(self._switch_user)
        self.message.acted.connect(self.leave_anyway)
        for keys, press in (
            (QKeySequence("Ctrl+K"), self._search),
            (QKeySequence("Ctrl+L"), self._lock),
            (QKeySequence(Qt.Key.Key_Escape), self._escape),
        ):
            QShortcut(keys, self).activated.connect(press)

    def _lock(self) -> None:
        self.lock_wanted.emit("button")

    def _switch_user(self) -> None:
        """Locks as well; the lock screen then asks who, where after a lock it knows."""
        self.lock_wanted.emit("switch_user")

    def _search(self) -> None:
        if self.place is not None and not self.place.focus_search():
            self._search_next = True
            self.go_wanted.emit(routes.Today())

    def _escape(self) -> None:
        if self.place is not None and not self.place.escape():
            self.back_wanted.emit()


def let_go(place: Place) -> None:
    """Leaves `place` and deletes it with everything it shows."""
    place.hide()
    place.leave()
    place.setParent(None)
    place.deleteLater()
