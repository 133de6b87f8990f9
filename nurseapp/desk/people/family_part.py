"""The form's family: who is linked, who is chosen and what each is to the child, a search."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _, mark
from nurseapp.clinic.values.people import FamilyRole, PersonKind, PersonRow
from nurseapp.desk.people.family_flow import FamilyFlow, FamilyState, Relative
from nurseapp.desk.people.linked_members import LinkedMembers
from nurseapp.desk.press_row import PressRow
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import quiet
from nurseapp.look.card import Card
from nurseapp.look.fields import TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import muted, strong, title
from nurseapp.look.section import empty
from nurseapp.look.select_field import SelectField

ROLES: Final[tuple[tuple[FamilyRole, str], ...]] = (
    ("mother", mark("Mor")),
    ("father", mark("Far")),
    ("co_mother", mark("Medmor")),
    ("other_carer", mark("Annen omsorgsperson")),
    ("foster_carer", mark("Fosterforelder")),
)


class FamilyPart(Screen):
    """`role` is what a newly chosen relative is at first, or what the adult of the form is."""

    def __init__(self, flow: FamilyFlow) -> None:
        super().__init__()
        self._flow = flow
        self._shown: FamilyState | None = None
        self._role: FamilyRole = "mother"
        self._asks_role = True
        self._rows: dict[int, PersonRow] = {}
        self.search = TextField(_("Søk opp familien"), placeholder=_("Navn eller fødselsdato"))
        self._linked = LinkedMembers(flow, self)
        self._chosen = QVBoxLayout()
        self._hits = QVBoxLayout()
        card = Card(spacing=12)
        card.add(title(_("Familie")))
        card.add(self._linked.column)
        card.add(self._chosen)
        card.add(self.search)
        card.add(self._hits)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.search.changed.connect(self._typed)
        flow.observe(self.render)

    def belongs_to(self, kind: PersonKind, role: FamilyRole, *, new: bool) -> None:
        """Fits the choice of roles to the person of the form.

        A new adult's role is chosen with her kind; beside a child each adult's role is asked.
        """
        asks = kind != "adult" or not new
        self._role = role
        if asks != self._asks_role:
            self._asks_role = asks
            self._show_chosen(self._flow.state)

    def render(self, state: FamilyState) -> None:  # type: ignore[override]
        """Shows who is linked and chosen, and what the search found."""
        before, self._shown = self._shown, state
        self.search.set_text(state.searched.strip())
        self._linked.show_state(state)
        if before is None or state.relatives != before.relatives:
            self._show_chosen(state)
        if before is None or (state.hits, state.problem) != (before.hits, before.problem):
            self._show_hits(state)

    def _show_chosen(self, state: FamilyState) -> None:
        empty(self._chosen)
        for relative in state.relatives:
            self._chosen.addLayout(self._relative(relative))

    def _show_hits(self, state: FamilyState) -> None:
        empty(self._hits)
        self._rows = {row.person: row for row in state.hits}
        for row in state.hits:
            found = PressRow(row.person, _("Velg {name}").format(name=row.name))
            found.row.add(strong(row.name), stretches=True)
            found.row.add(muted(f"{row.born} · {row.context}".strip(" ·")))
            found.chosen.connect(self._choose)
            self._hits.addWidget(found)
        if state.problem:
            self._hits.addWidget(muted(state.problem))

    def _relative(self, relative: Relative) -> GiveWay:
        row = GiveWay()
        row.add(strong(relative.name), stretches=True)
        if self._asks_role:
            role = SelectField("", [(value, _(words)) for value, words in ROLES])
            role.set_value(relative.role)
            role.edit.setAccessibleName(_("Rolle: {name}").format(name=relative.name))
            self._remember(role, relative.person)
            role.changed.connect(self._role_chosen)
            row.add(role)
        drop = quiet(_("Ta bort"))
        drop.setAccessibleName(f"{drop.text()}: {relative.name}")
        self._remember(drop, relative.person)
        drop.clicked.connect(self._drop)
        row.add(drop)
        return row

    @staticmethod
    def _remember(widget: QWidget, person: int) -> None:
        widget.setProperty("person", person)

    def _typed(self) -> None:
        self._flow.search(self.search.text())

    def _choose(self, person: int) -> None:
        self._flow.add(self._rows[person], self._role)

    def _role_chosen(self, role: str) -> None:
        self._flow.set_role(self._pressed(), cast("FamilyRole", role))

    def _drop(self) -> None:
        self._flow.drop(self._pressed())

    def _pressed(self) -> int:
        sender: QObject = self.sender()
        return int(sender.property("person"))
