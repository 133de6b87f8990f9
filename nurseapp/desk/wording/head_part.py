"""What stands before the questions: status of the text, title, introduction, shared answers."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.clinic.values.library import WordingDraft
from nurseapp.desk.screen import Screen
from nurseapp.desk.wording.flow import WordingFlow, WordingState
from nurseapp.desk.wording.languages import status_choices, status_meaning
from nurseapp.desk.wording.text_rows import TextRow, TextRows, shared_rows
from nurseapp.look.card import Card
from nurseapp.look.check_row import CheckRow
from nurseapp.look.labels import body, muted, strong, title
from nurseapp.look.select_field import SelectField


class HeadPart(Screen):
    """The fields are in `rows`, in the order the tab key goes."""

    def __init__(self, flow: WordingFlow, draft: WordingDraft, *, mirrored: bool) -> None:
        super().__init__()
        self.status = SelectField(_("Hva slags tekst er det?"), status_choices())
        self._meaning = muted("")
        self.alike = CheckRow(_("Alle spørsmålene har de samme svarene"))
        head = _head(mirrored=mirrored)
        self._shared_rows = TextRows(mirrored=mirrored)
        shared_rows(self._shared_rows, draft)
        self._shared = self._answers()
        self.rows: list[TextRow] = [*head.rows, *self._shared_rows.rows]
        self._shared.setVisible(bool(draft.options))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._how())
        heads = Card()
        heads.add(head)
        column.addWidget(heads)
        column.addWidget(self._shared)
        self.status.changed.connect(flow.set_status)
        self.alike.toggled.connect(flow.set_alike)

    def render(self, state: WordingState) -> None:  # type: ignore[override]
        """Shows what was chosen; the texts stand in their own fields."""
        self.status.set_value(state.status)
        self._meaning.setText(status_meaning(state.status))
        self.alike.setChecked(state.alike)
        self._shared_rows.setVisible(state.alike)

    def _how(self) -> Card:
        card = Card(spacing=8)
        card.add(title(_("Skriv av papirskjemaet")))
        card.add(
            body(_("Hvert spørsmål og hvert svar står i samme rekkefølge som på papiret. Tab går "
                   "nedover. Utkastet lagres av seg selv, og du kan gå ut og fortsette senere."))
        )  # fmt: skip
        card.add(muted(_("Heller i et regneark? Se «Filer og papir» på siden til skjemaet.")))
        card.add(self.status)
        card.add(self._meaning)
        return card

    def _answers(self) -> Card:
        card = Card(spacing=8)
        card.add(title(_("Svarene")))
        card.add(self.alike)
        card.add(
            muted(_("Huk av hvis svarene er ordrett like. Da skrives de én gang. Ellers skrives "
                    "de under hvert spørsmål."))
        )  # fmt: skip
        card.add(self._shared_rows)
        return card


def _head(*, mirrored: bool) -> TextRows:
    rows = TextRows(mirrored=mirrored)
    for place, words, hint, lines in (
        ("title", _("Tittel"), _("Det forelderen ser øverst."), 1),
        ("introduction", _("Innledning"), _("Det som står før spørsmålene."), 3),
        ("recall", _("Tidsrom"), _("For eksempel «de siste sju dagene»."), 1),
        ("note", _("Hvem som eier teksten"), _("Vises bare her, aldri for forelderen."), 2),
    ):
        rows.add_row(place, _label(words, hint), words, lines=lines)
    return rows


def _label(words: str, hint: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(strong(words))
    column.addWidget(muted(hint))
    column.addStretch(1)
    return holder
