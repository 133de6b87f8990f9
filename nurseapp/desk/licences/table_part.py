"""One age form of a licensed table: a row for each area, and a field for each item of the key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nurseapp.base.text import _
from nurseapp.desk.columns import Columns
from nurseapp.desk.licences.typed_table import AgeTable, TableView
from nurseapp.look.card import Card
from nurseapp.look.fields import TextField
from nurseapp.look.labels import body, muted, title

_IN_A_ROW = 4


class TableField(TextField):
    """Tells its place with its text."""

    typed = Signal(str, str)

    def __init__(self, place: str, label: str, name: str, *, shown: str = "") -> None:
        """`shown` stands in the field while it is empty."""
        super().__init__(label, placeholder=shown, longest=200)
        self.place = place
        self.edit.setAccessibleName(name)
        self.changed.connect(self._tell)

    def _tell(self, text: str) -> None:
        self.typed.emit(self.place, text)


class AgeCard(Card):
    """The fields are in `fields` by place."""

    def __init__(self, view: TableView, age: AgeTable) -> None:
        super().__init__(spacing=8)
        self.fields: dict[str, TableField] = {}
        self.add(title(age.words))
        if view.limits:
            for scale, name in view.scales:
                self.add(self._limit_row(age, scale, name))
        if age.keyed:
            self.add(body(_("Poengnøkkel")))
            self.add(muted(_("Poengene til svarene ovenfra, for eksempel «10 5 0». La feltet stå "
                             "tomt der spørsmålet ikke er med på papiret.")))  # fmt: skip
            self._key_rows(age)

    def _limit_row(self, age: AgeTable, scale: str, name: str) -> QWidget:
        holder = QWidget()
        row = Columns(holder, least=150, spacing=12)
        row.add_column(body(name), share=2)
        for kind, said in (("limit", _("Grense")), ("zone", _("Oppfølgingssone til"))):
            place = f"{kind}.{age.age}.{scale}"
            field = TableField(place, "", f"{said}: {age.words}, {name}", shown=said)
            self.fields[place] = field
            row.add_column(field)
        return holder

    def _key_rows(self, age: AgeTable) -> None:
        for first in range(0, len(age.keyed), _IN_A_ROW):
            row = Columns(least=120, spacing=12, even=False)
            for item, _answers in age.keyed[first : first + _IN_A_ROW]:
                label = _("Spørsmål {item}").format(item=item)
                place = f"key.{age.age}.{item}"
                field = TableField(place, label, f"{label}: {age.words}")
                self.fields[place] = field
                row.add_column(field)
            self.add(row)
