"""The desk's one window: a gate or the home, and a cover that hides either."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from nurseapp.base.text import _

if TYPE_CHECKING:
    from nurseapp.desk.cover import Cover
    from nurseapp.look.focus_in_view import FocusInView

TITLE: Final = "nurseapp"
"""Never the name of any person: the system shows it in lists of windows."""

_WINDOWED: Final = (1280, 800)
_SMALLEST: Final = (480, 400)
_A_MOMENT: Final = 30  # milliseconds; nobody has typed by then


class DeskWindow(QWidget):
    """Shows one part at a time; where it fills the screen it cannot be closed by hand."""

    painted = Signal()
    """The first picture is on the screen; told once each time the window comes up."""
    close_wanted = Signal()
    left = Signal(str)
    """The cover's button was pressed; why the window is left."""

    def __init__(self, *, windowed: bool) -> None:
        super().__init__()
        self._windowed = windowed
        self._parts = QStackedLayout(self)
        self._part: QWidget | None = None
        self._cover: Cover | None = None
        self._told = True
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*self._size())
        self._after_paint = QTimer(self)
        self._after_paint.setSingleShot(True)
        self._after_paint.timeout.connect(self.painted)
        self._after_paint.timeout.connect(self._follow_focus_soon)
        self._in_view: FocusInView | None = None

    @property
    def cover(self) -> Cover:
        """What hides everything; made when first needed."""
        if self._cover is None:
            from nurseapp.desk.cover import Cover

            self._cover = Cover()
            self._cover.lifted.connect(self.lift_cover)
            self._cover.left.connect(self.left)
            self._parts.addWidget(self._cover)
        return self._cover

    def put(self, part: QWidget) -> None:
        """Makes `part` what the window shows; what was there before is deleted."""
        old, self._part = self._part, part
        self._parts.addWidget(part)
        self._parts.setCurrentWidget(part)
        if part.focusProxy() is not None:
            part.setFocus()  # asked for before it came into the window, which Qt has forgotten
        if old is not None:
            self._parts.removeWidget(old)
            old.deleteLater()

    def hide_content(self) -> None:
        """Hides what is shown until somebody touches the cover."""
        self.cover.say(_("Skjult"), _("Trykk hvor som helst for å vise igjen."), lifts=True)
        self._raise_cover()

    def close_off(self, words: str, hint: str = "", *, action: str = "", why: str = "") -> None:
        """Hides what is shown for good; `action` names a button that leaves for `why`."""
        self.cover.say(words, hint, action=action, why=why)
        self._raise_cover()

    def lift_cover(self) -> None:
        """Shows again what was there, and types on where one was."""
        if self._part is not None:
            self._parts.setCurrentWidget(self._part)
            inside: QWidget | None = self._part.focusWidget()
            (self._part if inside is None else inside).setFocus()

    @property
    def covered(self) -> bool:
        """Whether the cover hides everything."""
        return self._cover is not None and self._parts.currentWidget() is self._cover

    def appear(self) -> None:
        """Comes up, full-screen unless windowed; then tells `painted`."""
        self._told = False
        if self._windowed:
            self.show()
        else:
            self.showFullScreen()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Notices the first painting at full size; the timer runs after it has been shown."""
        super().paintEvent(event)
        if not self._told and self._full_size():
            self._told = True
            self._after_paint.start(0)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is asked for, never done here: the station is closed first."""
        event.ignore()
        if self._windowed:
            self.close_wanted.emit()

    def _raise_cover(self) -> None:
        self._parts.setCurrentWidget(self.cover)
        (self.cover if self.cover.button.isHidden() else self.cover.button).setFocus()

    def _follow_focus_soon(self) -> None:
        """Once the launcher has been told of the picture: it costs Qt's enumerations."""
        QTimer.singleShot(_A_MOMENT, self, self._follow_focus)

    def _follow_focus(self) -> None:
        if self._in_view is None:
            from nurseapp.look.focus_in_view import FocusInView

            self._in_view = FocusInView(self)

    def _full_size(self) -> bool:
        return self._windowed or self.size() == self.screen().size()

    def _size(self) -> tuple[int, int]:
        screen = QGuiApplication.primaryScreen()
        if self._windowed or screen is None:
            return _WINDOWED
        return screen.size().width(), screen.size().height()
