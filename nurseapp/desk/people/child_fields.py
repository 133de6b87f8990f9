"""What is special to each of the children born."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.clinic.values.people import Sex
from nurseapp.desk.field_rows import show_error, side_by_side
from nurseapp.desk.people.birth_flow import BirthState, TypedChild
from nurseapp.desk.people.details_fields import SEXES, words_of
from nurseapp.look.fields import TextField
from nurseapp.look.labels import strong
from nurseapp.look.select_field import SelectField


class ChildFields(QWidget):
    """One child's names, sex and number; `typed` tells the child's place, counted from 0."""

    typed = Signal(int)

    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place
        self._showing = False
        self._heading = strong("")
        self.given_name = TextField(_("Fornavn"))
        self.family_name = TextField(_("Etternavn"))
        self.sex = SelectField(_("Kjønn"), words_of(SEXES))
        self.national_number = TextField(_("Fødselsnummer"), hint=_("Kan stå tomt."), longest=20)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._heading)
        column.addLayout(side_by_side(self.given_name, self.family_name))
        column.addLayout(side_by_side(self.sex, self.national_number))
        for field in (self.given_name, self.family_name, self.sex, self.national_number):
            field.changed.connect(self._tell)

    def read(self) -> TypedChild:
        """What stands in the fields now."""
        return TypedChild(
            given_name=self.given_name.text(),
            family_name=self.family_name.text(),
            sex=cast("Sex", self.sex.value()),
            national_number=self.national_number.text(),
        )

    def show_child(self, state: BirthState) -> None:
        """Writes what is kept into the fields, and what does not hold below them."""
        child = state.children[self._place]
        count = len(state.children)
        self._showing = True
        self._heading.setVisible(count > 1)
        words = _("Barn {number} av {count}")
        self._heading.setText(words.format(number=self._place + 1, count=count))
        self.given_name.set_text(child.given_name)
        self.family_name.set_text(child.family_name)
        self.sex.set_value(child.sex)
        self.national_number.set_text(child.national_number)
        self._showing = False
        for name in ("given_name", "family_name", "national_number"):
            show_error(getattr(self, name), state.problem_of(f"{name} {self._place}"))

    def _tell(self) -> None:
        if not self._showing:
            self.typed.emit(self._place)
