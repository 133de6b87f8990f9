"""The fields of the referral summary, under the headings that the paper has."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.clinic.values.papers import Consent, ReferralDraft
from nurseapp.desk.field_rows import low_note
from nurseapp.desk.referral.flow import CONSENTS, PARTS, DraftField, DraftPart
from nurseapp.look.card import Card
from nurseapp.look.check_row import CheckRow
from nurseapp.look.fields import TextField
from nurseapp.look.labels import muted, title
from nurseapp.look.note_field import NoteField
from nurseapp.look.select_field import SelectField


class DraftFields(QWidget):
    """Reads and shows a draft; `typed` tells that the nurse changed something."""

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        self.fields: dict[str, TextField | NoteField] = {}
        self._child_only: list[Card] = []
        self.consent = SelectField(_needed(_("Samtykke")), [(v, _(words)) for v, words in CONSENTS])
        self.consent_words = TextField(_("Hvem samtykket, og hvordan"))
        self.include_critical = CheckRow(_("Ta med det kritiske svaret på papiret"))
        self.include_earlier = CheckRow(_("Ta med tidligere kartlegging"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        for part in PARTS:
            self._column.addWidget(self._part(part))
        self._column.addWidget(self._consent())
        self._listen()

    def show_draft(self, draft: ReferralDraft, *, child: bool) -> None:
        """Writes `draft` into the fields."""
        self._showing = True
        for name, field in self.fields.items():
            field.set_text(getattr(draft, name))
        self.consent.set_value(draft.consent)
        self.consent_words.set_text(draft.consent_words)
        self.include_critical.setChecked(draft.include_critical)
        self.include_earlier.setChecked(draft.include_earlier)
        for card in self._child_only:
            card.setVisible(child)
        self._showing = False

    def read(self, draft: ReferralDraft) -> ReferralDraft:
        """`draft` with what stands in the fields now."""
        texts: dict[str, Any] = {name: field.text() for name, field in self.fields.items()}
        return replace(
            draft,
            consent=cast("Consent", self.consent.value()),
            consent_words=self.consent_words.text(),
            include_critical=self.include_critical.isChecked(),
            include_earlier=self.include_earlier.isChecked(),
            **texts,
        )

    def _part(self, part: DraftPart) -> Card:
        card = Card(spacing=12)
        card.add(title(_(part.heading)))
        for field in part.fields:
            made = _made(field)
            self.fields[field.name] = made
            card.add(made)
        if part.only == "child":
            self._child_only.append(card)
        return card

    def _consent(self) -> Card:
        card = Card(spacing=12)
        card.add(title(_("Samtykke og innhold")))
        card.add(self.consent)
        card.add(self.consent_words)
        card.add(self.include_earlier)
        card.add(self.include_critical)
        card.add(muted(_("Felt merket med * må fylles ut.")))
        return card

    def _listen(self) -> None:
        for field in (*self.fields.values(), self.consent, self.consent_words):
            field.changed.connect(self._tell)
        for tick in (self.include_critical, self.include_earlier):
            tick.clicked.connect(self._tell)

    def _tell(self) -> None:
        if not self._showing:
            self.typed.emit()


def _needed(label: str) -> str:
    return f"{label} *"


def _made(field: DraftField) -> TextField | NoteField:
    label = _needed(_(field.label)) if field.needed else _(field.label)
    if field.lines == 1:
        return TextField(label, hint=_(field.hint))
    return low_note(label, lines=field.lines, hint=_(field.hint))
