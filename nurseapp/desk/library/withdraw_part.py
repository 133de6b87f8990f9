"""Withdrawing a form: a question, a reason, and what it means."""

from __future__ import annotations

from PySide6.QtCore import Signal

from nurseapp.base.text import _
from nurseapp.desk.field_rows import low_note
from nurseapp.look.buttons import primary, quiet
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, title


class WithdrawPart(Card):
    """Nothing is withdrawn before the reason is written and the button pressed."""

    withdrawn = Signal(str)
    cancelled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(tone="amber", spacing=10)
        self.why = low_note(_("Hvorfor?"), lines=2, hint=_("Vises for alle som åpner skjemaet."))
        self.go_on = primary(_("Trekk tilbake"))
        self.keep = quiet(_("Avbryt"))
        self.add(title(_("Trekke tilbake {form}?").format(form=name)))
        self.add(
            body(_("Ingen nye kan få det, på noe språk. Resultater og påbegynte ark fra før står "
                   "som de er, og kan leses og følges opp."))
        )  # fmt: skip
        self.add(self.why)
        row = GiveWay()
        row.add(self.go_on)
        row.add(self.keep)
        self.add(row)
        self.go_on.clicked.connect(self._withdraw)
        self.keep.clicked.connect(self.cancelled)

    def _withdraw(self) -> None:
        if self.why.text():
            self.withdrawn.emit(self.why.text())
        else:
            self.why.set_error(_("Skriv hvorfor."))
