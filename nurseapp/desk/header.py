"""The head of a place: its name, what can be done here, and a way to hide it all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.look.buttons import Button, quiet
from nurseapp.look.give_way import GiveWay
from nurseapp.look.icons import IconName
from nurseapp.look.labels import heading, muted


class PlaceHeader(QWidget):
    """Name and buttons side by side, below each other where there is no room."""

    def __init__(
        self,
        name: str,
        *,
        hide: Callable[[], None] | None = None,
        back: Callable[[], None] | None = None,
    ) -> None:
        """`hide` where there is personal data; `back` where one comes from another place."""
        super().__init__()
        self._heading = heading(name)
        self._subtitle = muted("")
        self._subtitle.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._subtitle)
        self._row = GiveWay(self, spacing=12)
        if back is not None:
            self._row.add(_button(_("Tilbake"), back, "back"))
        self._row.add(words, stretches=True)
        self._buttons = GiveWay(spacing=12)
        self._row.add(self._buttons)
        if hide is not None:
            self.add(_button(_("Skjul for andre"), hide, None))

    def add(self, button: Button) -> None:
        """Puts `button` at the end of the row."""
        self._buttons.add(button)

    def say(self, name: str, subtitle: str = "") -> None:
        """Shows another name, and a muted line below it."""
        self._heading.setText(name)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))


def _button(text: str, pressed: Callable[[], None], icon: IconName | None) -> Button:
    button = quiet(text, icon=icon)
    button.clicked.connect(pressed)
    return button
