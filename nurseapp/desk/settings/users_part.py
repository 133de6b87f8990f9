"""The list of users, with adding and removing where they stand."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.clinic.values.station import NewUser, UserRow
from nurseapp.desk.rows import ActionRow
from nurseapp.desk.screen import Screen
from nurseapp.desk.settings.users_flow import UsersFlow, UsersState
from nurseapp.look.buttons import primary, quiet, secondary
from nurseapp.look.card import Card
from nurseapp.look.check_row import CheckRow
from nurseapp.look.fields import Field, PasswordField, TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.section import Section


class UsersPart(Screen):
    """Who may log in here."""

    def __init__(self, flow: UsersFlow) -> None:
        super().__init__()
        self._flow = flow
        self._drawn: tuple[object, ...] | None = None
        self.form: NewUserForm | None = None
        self._message = MessageBar()
        self._list = Section("", spacing=12)
        self.rows: list[ActionRow] = []
        self.add = secondary(_("Legg til bruker"), icon="plus")
        self.add.clicked.connect(flow.begin_adding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._message)
        column.addWidget(self._list)
        below = GiveWay()
        below.add(self.add)
        column.addLayout(below)
        self._form_place = Section("")
        column.addWidget(self._form_place)
        flow.observe(self.render)
        flow.refresh()

    def render(self, state: UsersState) -> None:  # type: ignore[override]
        """Shows `state`; the rows are made anew only when they change."""
        self._message.show_outcome(state.problem, state.message)
        drawn = (state.users, state.removing, state.adding)
        if drawn != self._drawn:
            self._drawn = drawn
            self._draw(state)
        self.add.setVisible(state.may_change and not state.adding)
        if self.form is not None:
            self.form.show_state(state)

    def _draw(self, state: UsersState) -> None:
        self._list.clear()
        self.rows = []
        for user in state.users:
            if user.user_id == state.removing:
                self._list.add(self._question(user))
            else:
                row = self._row(user, state)
                self.rows.append(row)
                self._list.add(row)
        self._form_place.clear()
        self.form = None
        if state.adding:
            self.form = NewUserForm()
            self.form.saved.clicked.connect(self._save)
            self.form.again.finished.connect(self._save)
            self.form.cancel.clicked.connect(self._flow.cancel)
            self._form_place.add(self.form)
            self.form.name.setFocus()

    def _row(self, user: UserRow, state: UsersState) -> ActionRow:
        me = user.user_id == state.me
        facts = (user.title, user.phone, _hpr(user), _role(user))
        row = ActionRow(
            user.user_id,
            user.name,
            " · ".join(fact for fact in facts if fact),
            pill=_("Deg") if me else "",
            action=_("Fjern") if state.may_change and not me else "",
            role="secondary",
        )
        row.acted.connect(self._flow.ask_to_remove)
        return row

    def _question(self, user: UserRow) -> Card:
        card = Card(tone="amber", spacing=10)
        card.add(title(_("Fjerne {name}?").format(name=user.name)))
        card.add(
            body(_("{name} kan ikke logge inn etter dette. Det som er skrevet, blir stående. "
                   "Nøkkelen til journalen byttes, og det kan ta noen sekunder.")
                 .format(name=user.name))
        )  # fmt: skip
        row = GiveWay()
        self.remove = primary(_("Fjern tilgangen"))
        self.keep = quiet(_("Avbryt"))
        self.remove.clicked.connect(self._flow.remove)
        self.keep.clicked.connect(self._flow.cancel)
        row.add(self.remove)
        row.add(self.keep)
        card.add(row)
        return card

    def _save(self) -> None:
        if self.form is not None:
            self._flow.add(self.form.user(), self.form.again.text())


class NewUserForm(Card):
    """What is asked about a new user."""

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self.name = TextField(_("Navn"), hint=_("Brukes ved innlogging og står på papirene."))
        self.job = TextField(_("Tittel"), placeholder=_("Jordmor"))
        self.phone = TextField(_("Telefon (kan stå tomt)"))
        self.hpr = TextField(_("HPR-nummer (kan stå tomt)"))
        self.password = PasswordField(
            _("Første passord"), hint=_("La kollegaen skrive det selv. Det kan byttes senere.")
        )
        self.again = PasswordField(_("Passordet en gang til"))
        self.administrator = CheckRow(_("Kan legge til og fjerne brukere"))
        self.saved = primary(_("Legg til"))
        self.cancel = quiet(_("Avbryt"))
        self.add(title(_("Ny bruker")))
        for part in (self.name, self.job, self.phone, self.hpr, self.password, self.again,
                     self.administrator):  # fmt: skip
            self.add(part)
        row = GiveWay()
        row.add(self.saved)
        row.add(self.cancel)
        self.add(row)

    def user(self) -> NewUser:
        """What was typed."""
        return NewUser(
            name=self.name.text(),
            title=self.job.text(),
            password=self.password.text(),
            phone=self.phone.text(),
            hpr_number=self.hpr.text(),
            administrator=self.administrator.isChecked(),
        )

    def show_state(self, state: UsersState) -> None:
        """Shows the sentences beside the fields."""
        fields: dict[str, Field] = {
            "name": self.name,
            "title": self.job,
            "password": self.password,
            "again": self.again,
        }
        for name, field in fields.items():
            field.set_error(state.problems.get(name, ""))
        self.saved.setEnabled(not state.busy)
        self.saved.setText(_("Legger til …") if state.busy else _("Legg til"))


def _hpr(user: UserRow) -> str:
    return _("HPR {number}").format(number=user.hpr_number) if user.hpr_number else ""


def _role(user: UserRow) -> str:
    return _("kan legge til og fjerne brukere") if user.administrator else ""
