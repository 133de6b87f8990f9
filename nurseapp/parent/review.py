"""Before handing in: what is still open, and the choice to leave it so."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _, plural
from nurseapp.look.buttons import Button, primary, secondary
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import Label
from nurseapp.look.section import empty
from nurseapp.parent.place import Beginning, PlaceScreen
from nurseapp.parent.view import View


class Review(PlaceScreen):
    """Lists the open questions, never an answer: somebody may look over a shoulder."""

    jump = Signal(str)
    back = Signal()
    hand_in = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = self.sized(Beginning(), 22, bold=True)
        self._words = self.sized(Label(), 14)
        self._open = self.spaced(QVBoxLayout())
        self.page.add(self._heading)
        self.page.add(self._words)
        self.page.add(self._open)
        self.page.end()
        self.rows: list[Button] = []
        self.back_button = self.sized(secondary("", icon="back"), 14)
        self.hand_in_button = self.sized(primary(""), 14, bold=True)
        self.back_button.clicked.connect(self.back)
        self.hand_in_button.clicked.connect(self.hand_in)
        row = self.spaced(GiveWay(self.bar))
        row.add(self.back_button)
        row.add(QWidget(), stretches=True)
        row.add(self.hand_in_button)

    def present(self, view: View) -> None:
        """Shows the open questions, or that there are none."""
        super().present(view)
        state = view.state
        still_open = state.unanswered
        if still_open:
            count = len(still_open)
            self._heading.setText(
                plural("Ett spørsmål er ikke besvart", "{count} spørsmål er ikke besvart", count)
            )
            self._words.setText(
                _("Du kan svare på dem nå, eller levere likevel. Begge deler er greit.")
            )
        else:
            self._heading.setText(_("Du er gjennom alle spørsmålene"))
            self._words.setText(
                _("Når du leverer, kan ikke svarene endres her. Du kan gå tilbake først.")
            )
        self.back_button.setText(_("Tilbake"))
        self.hand_in_button.setText(_("Lever svarene"))
        self._list(view, still_open)

    def spoken(self, view: View) -> str:  # noqa: ARG002 - what is on the page is enough
        """The heading and what may be done."""
        return f"{self._heading.text()}. {self._words.text()}"

    def first_focus(self) -> QWidget:
        """The heading."""
        return self._heading

    def _list(self, view: View, still_open: tuple[str, ...]) -> None:
        empty(self._open)
        self.rows = []
        for item in still_open:
            number = view.state.number(item)
            words = f"{number}. {view.text.items[item].text}"
            row = self.sized(Button(words, icon="forward", leading=True), 14)
            row.setProperty("item", item)
            row.clicked.connect(self._pressed)
            self._open.addWidget(row)
            self.rows.append(row)
        self.order_keyboard()

    def _pressed(self) -> None:
        row: QObject = self.sender()
        self.jump.emit(str(row.property("item")))
