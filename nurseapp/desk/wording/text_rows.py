"""A text field with what it belongs to at its left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.clinic.values.library import DraftRow, WordingDraft
from nurseapp.desk.columns import Columns
from nurseapp.desk.field_rows import low_note
from nurseapp.desk.wording.texts import of_item, of_option, shared
from nurseapp.look.card import Card
from nurseapp.look.fields import TextField
from nurseapp.look.labels import body, muted, strong
from nurseapp.look.note_field import NoteField

_LONGEST = 2000


class TextRow(QWidget):
    """Tells its place and text at each keystroke."""

    typed = Signal(str, str)

    def __init__(
        self, place: str, label: QWidget, name: str, *, lines: int = 1, mirrored: bool = False
    ) -> None:
        """`name` is what a screen reader calls the field."""
        super().__init__()
        self.place = place
        self.field: TextField | NoteField = (
            TextField("", longest=_LONGEST) if lines == 1 else low_note("", lines=lines)
        )
        self.field.edit.setAccessibleName(name)
        if mirrored:
            mirror(self.field)
        row = Columns(self, least=190, spacing=16)
        row.add_column(label, share=2)
        row.add_column(self.field, share=5)
        self.field.changed.connect(self._tell)

    def set_text(self, text: str) -> None:
        """Shows `text` without telling anybody."""
        self.field.blockSignals(True)
        self.field.set_text(text)
        self.field.blockSignals(False)

    def _tell(self, text: str) -> None:
        self.typed.emit(self.place, text)


def mirror(field: TextField | NoteField) -> None:
    """Writes from right to left."""
    field.edit.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    if isinstance(field.edit, QPlainTextEdit):
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)  # the leading side
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        field.edit.document().setDefaultTextOption(option)


class TextRows(QWidget):
    """Text rows below each other."""

    def __init__(self, *, mirrored: bool) -> None:
        super().__init__()
        self._mirrored = mirrored
        self.rows: list[TextRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def add_row(self, place: str, label: QWidget, name: str, *, lines: int = 1) -> TextRow:
        """Puts one more at the end."""
        row = TextRow(place, label, name, lines=lines, mirrored=self._mirrored)
        self.rows.append(row)
        self._column.addWidget(row)
        return row


class ItemCard(Card):
    """A question with its answers in printed order; `own` are the rows of its own answers."""

    def __init__(self, row: DraftRow, *, mirrored: bool) -> None:
        super().__init__()
        self.row = row
        texts = TextRows(mirrored=mirrored)
        self.rows = texts.rows
        self.add(texts)
        name = _("Spørsmål {item}: {topic}").format(item=row.item, topic=row.topic)
        texts.add_row(of_item(row.item), _beside(row), name, lines=2)
        self.own = [
            texts.add_row(of_option(row.item, option), muted(words), f"{name}. {words}")
            for option, words in _answers(row)
        ]

    def show_own(self, shown: bool) -> None:
        """Shows or hides the answers of its own."""
        for row in self.own:
            row.setVisible(shown)


def shared_rows(texts: TextRows, draft: WordingDraft) -> None:
    """One row for each answer that all share."""
    for number, (option, _text) in enumerate(draft.options, start=1):
        words = _("Svar {number}").format(number=number)
        texts.add_row(shared(option), body(words), words)


def _beside(row: DraftRow) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(strong(f"{row.item} · {row.topic}"))
    column.addWidget(muted(_kind(row)))
    points = [points for _option, points, _text in row.options if points]
    if points:
        words = _("Poeng ovenfra: {points}").format(points=", ".join(points))
        column.addWidget(muted(words))
    column.addStretch(1)
    return holder


def _kind(row: DraftRow) -> str:
    kinds: dict[str, Callable[[], str]] = {
        "choice": lambda: _("Ett svar velges"),
        "yes_no": lambda: _("Ja eller nei"),
        "multiple": lambda: _("Flere kan krysses av"),
        "number": lambda: _("Et tall skrives"),
        "date": lambda: _("En dato skrives"),
        "text": lambda: _("Tekst skrives"),
        "information": lambda: _("Tekst mellom spørsmålene"),
    }
    return kinds[row.kind]()


def _answers(row: DraftRow) -> list[tuple[str, str]]:
    """Option ids with `Svar 2 · 1 poeng`, in printed order."""
    return [
        (
            option,
            _("Svar {number} · {points} poeng").format(number=number, points=points)
            if points
            else _("Svar {number}").format(number=number),
        )
        for number, (option, points, _text) in enumerate(row.options, start=1)
    ]
