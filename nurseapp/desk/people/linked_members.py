"""Those whom a person is linked with already, each with a way to take the link away."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.clinic.values.people import FamilyMember
from nurseapp.desk.people.family_flow import FamilyFlow, FamilyState
from nurseapp.look.buttons import quiet
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import muted, strong
from nurseapp.look.section import empty


class LinkedMembers(QObject):
    """Rows in a column of the form; a link stands until the form is saved with a reason."""

    def __init__(self, flow: FamilyFlow, parent: QObject) -> None:
        super().__init__(parent)
        self._flow = flow
        self._drawn: tuple[object, object] | None = None
        self.column = QVBoxLayout()

    def show_state(self, state: FamilyState) -> None:
        """Shows who is linked and who is about to leave; nothing else changes what is seen."""
        if self._drawn == (state.linked, state.leaving):
            return
        self._drawn = (state.linked, state.leaving)
        empty(self.column)
        for member in state.linked:
            self.column.addLayout(self._row(member, leaving=member.person in state.leaving))
        if state.leaving:
            self.column.addWidget(
                muted(_("Koblingen tas bort når du lagrer. Ingenting slettes. Grunnen du skriver "
                        "nedenfor, står i barnets journal."))
            )  # fmt: skip

    def _row(self, member: FamilyMember, *, leaving: bool) -> GiveWay:
        row = GiveWay()
        row.add(strong(member.name), stretches=True)
        row.add(muted(_("tas bort") if leaving else member.relation))
        press = quiet(_("Behold") if leaving else _("Ta bort koblingen"))
        press.setAccessibleName(f"{press.text()}: {member.name}")
        press.setProperty("person", member.person)
        press.clicked.connect(self._keep if leaving else self._unlink)
        row.add(press)
        return row

    def _unlink(self) -> None:
        self._flow.unlink(self._pressed())

    def _keep(self) -> None:
        self._flow.keep(self._pressed())

    def _pressed(self) -> int:
        sender: QObject = self.sender()
        return int(sender.property("person"))
