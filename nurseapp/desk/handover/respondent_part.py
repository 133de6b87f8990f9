"""Whose answers: each adult by name and role, with a bar of her own colour."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.desk.columns import Columns
from nurseapp.desk.handover.flow import HandOverFlow, HandOverState
from nurseapp.desk.screen import Screen
from nurseapp.look import tokens
from nurseapp.look.card import Card
from nurseapp.look.choice_row import ChoiceRow
from nurseapp.look.labels import title
from nurseapp.look.section import empty

# None of the colours that mean something else (red, amber, green).
_COLOURS: Final = (tokens.TEAL, tokens.FOCUS, tokens.INK, tokens.CONTROL)


class SubjectBar(QWidget):
    """A band in the colour of the person whose answers come; the words stand below it."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = _COLOURS[0]
        self.setFixedHeight(6)

    def belong_to(self, place: int) -> None:
        """Takes the colour of the respondent at `place`, counted from 0."""
        self._colour = _COLOURS[place % len(_COLOURS)]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the band."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._colour))
        painter.setBrush(QColor(self._colour))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)


class RespondentPart(Screen):
    """Shown only where more than one adult can answer."""

    def __init__(self, flow: HandOverFlow) -> None:
        super().__init__()
        self._flow = flow
        self._asked: tuple[tuple[int, str], ...] = ()
        self.rows: dict[int, ChoiceRow] = {}
        self._choices = QVBoxLayout()
        card = Card(spacing=12)
        card.add(title(_("Hvem sine svar?")))
        card.add(self._choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def render(self, state: HandOverState) -> None:  # type: ignore[override]
        """Shows each adult beside the child, and who is chosen."""
        self.setVisible(len(state.respondents) > 1)
        if state.respondents != self._asked:
            self._asked = state.respondents
            self._build(state.respondents)
        for person, row in self.rows.items():
            row.setChecked(person == state.respondent)

    def _build(self, respondents: tuple[tuple[int, str], ...]) -> None:
        empty(self._choices)
        self.rows = {}
        beside = Columns(least=230, spacing=12, even=False)
        for place, (person, words) in enumerate(respondents):
            bar = SubjectBar()
            bar.belong_to(place)
            row = ChoiceRow(words)
            row.setProperty("person", person)
            row.clicked.connect(self._chosen)
            choice = QVBoxLayout()
            choice.setSpacing(6)
            choice.addWidget(bar)
            choice.addWidget(row)
            beside.add_column(choice)
            self.rows[person] = row
        self._choices.addLayout(beside)

    def _chosen(self) -> None:
        self._flow.answer_for(int(self.sender().property("person")))
