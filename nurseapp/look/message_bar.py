"""A message in the page, where another program would open a pop-up."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from nurseapp.base.errors import SituationError
from nurseapp.base.text import _, mark
from nurseapp.look import tokens
from nurseapp.look.announce import announce
from nurseapp.look.buttons import secondary
from nurseapp.look.give_way import GiveWay
from nurseapp.look.icons import Icon, IconName
from nurseapp.look.labels import Label
from nurseapp.look.surface import draw_ground

MessageKind = Literal["info", "ok", "warn", "error"]

_KINDS: Final[dict[MessageKind, tuple[tokens.Tone, IconName, str]]] = {
    "info": ("teal", "info", mark("Merk")),
    "ok": ("green", "check", mark("Ferdig")),
    "warn": ("amber", "warning", mark("Vær oppmerksom")),
    "error": ("red", "warning", mark("Det gikk ikke")),
}


class MessageBar(QFrame):
    """Hidden until there is something to say; a screen reader says it at once."""

    acted = Signal()
    """The button in the message was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: MessageKind = "info"
        self._icon = Icon("info")
        self._words = Label()
        self._button = secondary("")
        self._button.clicked.connect(self.acted)
        said = GiveWay(spacing=12)
        said.add(self._icon)
        said.add(self._words, stretches=True)
        row = GiveWay(self, spacing=12)
        row.setContentsMargins(16, 12, 16, 12)
        row.add(said, stretches=True)
        row.add(self._button)
        self.hide()

    def say(self, kind: MessageKind, sentence: str, hint: str = "", *, action: str = "") -> None:
        """Shows what happened and what to do now, with a button when `action` names one."""
        self._kind = kind
        tone, icon, word = _KINDS[kind]
        self._icon.become(icon, tokens.TONES[tone][1])
        text = f"{sentence} {hint}".strip()
        self._words.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        spoken = f"{_(word)}: {text}"
        new = self.isHidden() or spoken != self.accessibleName()
        self.setAccessibleName(spoken)
        self.show()
        self.update()
        if new:
            announce(self, spoken)

    def set_words_font(self, font: QFont) -> None:
        """Another text size than the one of the nurse's window."""
        self._words.setFont(font)
        self._button.setFont(font)
        self._icon.set_pixels(round(1.4 * font.pixelSize()))

    def show_outcome(self, problem: str, done: str = "") -> None:
        """Shows what went wrong, or else what was done; with neither it goes away."""
        if problem:
            self.say("error", problem)
        elif done:
            self.say("ok", done)
        else:
            self.clear()

    def say_error(self, error: SituationError) -> None:
        """Shows what the world did, in its own words."""
        self.say("error", error.sentence, error.hint)

    def text(self) -> str:
        """What is said now; empty when hidden."""
        return "" if self.isHidden() else self._words.text()

    def clear(self) -> None:
        """Takes the message away."""
        self._words.setText("")
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ground."""
        fill, border, _ink = tokens.TONES[_KINDS[self._kind][0]]
        draw_ground(QPainter(self), self.rect(), fill=fill, border=border, thickness=1.5)
