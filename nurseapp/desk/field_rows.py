"""Fields beside each other, and notes that are no higher than their lines."""

from __future__ import annotations

from nurseapp.desk.columns import Columns
from nurseapp.look.fields import Field
from nurseapp.look.note_field import NoteField
from nurseapp.look.theme import scaled


def side_by_side(*fields: Field) -> Columns:
    """The fields with equal widths, below each other where there is no room."""
    row = Columns(least=200, spacing=16, even=False)
    for field in fields:
        row.add_column(field)
    return row


def low_note(label: str, *, lines: int, hint: str = "", placeholder: str = "") -> NoteField:
    """A note exactly `lines` high; longer text scrolls in it."""
    note = NoteField(label, hint=hint, placeholder=placeholder, lines=lines)
    note.edit.setFixedHeight(scaled(24) * lines + 28)
    return note


def show_error(field: Field, sentence: str) -> None:
    """Shows what is wrong with `field`; touches nothing when that is shown already."""
    if field.error() != sentence:
        field.set_error(sentence)
