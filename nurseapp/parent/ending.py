"""The two endings: thanks and pause. Each is the same for everybody, whatever was answered.

Only where nobody can tell who answered, nobody promises to talk about it, or to go on later.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nurseapp.base.text import _
from nurseapp.look import tokens
from nurseapp.look.buttons import quiet
from nurseapp.look.give_way import GiveWay
from nurseapp.look.icons import Icon
from nurseapp.look.labels import Label
from nurseapp.parent.place import PlaceScreen, centred
from nurseapp.parent.view import View


class _Ending(PlaceScreen):
    leave = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = self.sized(Label(), 28, bold=True)
        self.words = self.sized(Label(), 18)
        self.note = self.sized(Label(), 14)
        self.icon = self.sized(Icon("check", tokens.TEAL), 40)
        centred(self, self.icon, self.heading, self.words, self.note)
        self.nurse_button = self.sized(quiet("", icon="lock"), 13)
        self.nurse_button.clicked.connect(self.leave)
        row = GiveWay(self.bar)
        row.add(QWidget(), stretches=True)
        row.add(self.nurse_button)

    def present(self, view: View) -> None:
        super().present(view)
        self.nurse_button.setText(_("For helsesykepleieren: lås opp"))

    def spoken(self, view: View) -> str:  # noqa: ARG002 - what is on the page is enough
        return f"{self.heading.text()} {self.words.text()} {self.note.text()}"

    def first_focus(self) -> QWidget:
        return self.heading


class Thanks(_Ending):
    """Knows nothing of the answers."""

    def present(self, view: View) -> None:
        """Says thank you."""
        super().present(view)
        self.heading.setText(_("Takk!"))
        self.words.setText(_("Gi nettbrettet tilbake til helsesykepleieren."))
        self.note.setText(
            _("Svarene dine er anonyme.")
            if view.record == "none"
            else _("Dere snakker sammen om svarene nå. Angrer du på noe, kan du si fra da.")
        )


class Paused(_Ending):
    """Nothing is lost, and only the nurse can go on."""

    def __init__(self) -> None:
        super().__init__()
        self.icon.become("pause", tokens.TEAL)

    def present(self, view: View) -> None:
        """Says that everything is kept."""
        super().present(view)
        self.heading.setText(_("Pause"))
        self.words.setText(_("Gi nettbrettet tilbake til helsesykepleieren."))
        self.note.setText(
            _("Det du har svart, telles med. Ingen kan se hvem som har svart.")
            if view.record == "none"
            else _("Det du har svart, er lagret. Du fortsetter der du stoppet, når du er klar.")
        )
