"""The form's fields: shown for the kind of person they belong to, read as one value."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _, mark
from nurseapp.clinic.values.people import Interpreter, Sex
from nurseapp.desk.field_rows import show_error, side_by_side
from nurseapp.desk.people.languages import language_choices
from nurseapp.desk.people.typed_person import STANDINGS, Standing, TypedPerson
from nurseapp.look.check_row import CheckRow
from nurseapp.look.fields import Field, TextField
from nurseapp.look.labels import muted
from nurseapp.look.select_field import SelectField

SEXES: Final = (
    ("unknown", mark("Ikke oppgitt")),
    ("female", mark("Kvinne / jente")),
    ("male", mark("Mann / gutt")),
)
INTERPRETERS: Final = (
    ("none", mark("Trenger ikke tolk")),
    ("on_site", mark("Tolk i rommet")),
    ("phone", mark("Tolk på telefon")),
    ("video", mark("Tolk på skjerm")),
)


def words_of(choices: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The choices with their words in the interface language."""
    return tuple((value, _(words)) for value, words in choices)


class DetailsFields(QWidget):
    """Every field of `TypedPerson`; `typed` tells that one of them changed."""

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.standing = SelectField(_("Hvem er dette?"), words_of(STANDINGS))
        self.given_name = TextField(_("Fornavn"))
        self.family_name = TextField(_("Etternavn"))
        self.birth_date = TextField(_("Fødselsdato"), placeholder=_("dd.mm.åååå"), longest=12)
        self.national_number = TextField(
            _("Fødselsnummer"),
            hint=_("Kan stå tomt. D-nummer og hjelpenummer går også."),
            longest=20,
        )
        self.sex = SelectField(_("Kjønn"), words_of(SEXES))
        self.language = SelectField(_("Språk"), language_choices("nb"))
        self.interpreter = SelectField(_("Tolk"), words_of(INTERPRETERS))
        self.weeks = TextField(_("Uke ved fødsel"), placeholder=_("for eksempel 40"), longest=2)
        self.days = TextField(_("Dag i uken"), placeholder=_("0 til 6"), longest=1)
        self.due_date = TextField(_("Termin"), placeholder=_("dd.mm.åååå"), longest=12)
        self.shielded = CheckRow(_("Skjermet adresse"))
        self.shielded_words = muted(
            _("Adresse og telefon kommer aldri på noe papir. Personen merkes i alle lister.")
        )
        self.address = TextField(_("Adresse"))
        self.phone = TextField(_("Telefon"), longest=40)
        self.general_practitioner = TextField(_("Fastlege"))
        self.next_of_kin = TextField(_("Nærmeste pårørende"), hint=_("Navn og telefon"))
        self._person = QWidget()
        self._birth = QWidget()
        self._showing = False
        self._lay_out()
        self._listen()

    def read(self) -> TypedPerson:
        """What stands in the fields now."""
        return TypedPerson(
            standing=cast("Standing", self.standing.value()),
            given_name=self.given_name.text(),
            family_name=self.family_name.text(),
            birth_date=self.birth_date.text(),
            national_number=self.national_number.text(),
            sex=cast("Sex", self.sex.value()),
            language=self.language.value(),
            interpreter=cast("Interpreter", self.interpreter.value()),
            weeks=self.weeks.text(),
            days=self.days.text(),
            due_date=self.due_date.text(),
            shielded=self.shielded.isChecked(),
            address=self.address.text(),
            phone=self.phone.text(),
            general_practitioner=self.general_practitioner.text(),
            next_of_kin=self.next_of_kin.text(),
        )

    def show_typed(self, typed: TypedPerson) -> None:
        """Writes `typed` into the fields and shows those that belong to its kind."""
        if self.language.edit.findData(typed.language) < 0:
            self.language.edit.addItem(typed.language, typed.language)
        self._showing = True
        for name, field in self._texts().items():
            field.set_text(getattr(typed, name))
        for name, select in self._selects().items():
            select.set_value(getattr(typed, name))
        self.shielded.setChecked(typed.shielded)
        self._showing = False
        self.shielded_words.setVisible(typed.shielded)
        self._person.setVisible(typed.kind != "pregnancy")
        self._birth.setVisible(typed.kind == "child")
        self.due_date.setVisible(typed.kind == "pregnancy")

    def show_problems(self, problems: tuple[tuple[str, str], ...]) -> None:
        """Says field by field what does not hold."""
        sentences = dict(problems)
        for name, field in self._texts().items():
            show_error(field, sentences.get(name, ""))

    def _lay_out(self) -> None:
        column = _column(self)
        column.addWidget(self.standing)
        column.addWidget(self.due_date)
        column.addWidget(self._person)
        inner = _column(self._person)
        inner.addLayout(side_by_side(self.given_name, self.family_name))
        inner.addLayout(side_by_side(self.birth_date, self.national_number))
        inner.addWidget(self._birth)
        _column(self._birth).addLayout(side_by_side(self.weeks, self.days))
        inner.addLayout(side_by_side(self.sex, self.language, self.interpreter))
        inner.addLayout(side_by_side(self.general_practitioner, self.next_of_kin))
        inner.addLayout(side_by_side(self.address, self.phone))
        inner.addWidget(self.shielded)
        inner.addWidget(self.shielded_words)

    def _listen(self) -> None:
        fields: list[Field] = [*self._texts().values(), *self._selects().values()]
        for field in fields:
            field.changed.connect(self._tell)
        self.shielded.toggled.connect(self._tell)

    def _tell(self) -> None:
        if not self._showing:  # only what the nurse herself changes is told
            self.typed.emit()

    def _texts(self) -> dict[str, TextField]:
        names = (
            "given_name", "family_name", "birth_date", "national_number", "weeks", "days",
            "due_date", "address", "phone", "general_practitioner", "next_of_kin",
        )  # fmt: skip
        return {name: getattr(self, name) for name in names}

    def _selects(self) -> dict[str, SelectField]:
        names = ("standing", "sex", "language", "interpreter")
        return {name: getattr(self, name) for name in names}


def _column(owner: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    return column
