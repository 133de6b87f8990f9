"""The languages of a form, each with its status and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.clinic.values.library import WordingLine
from nurseapp.desk.library.page_flow import PageView
from nurseapp.desk.library.value_button import ValueButton
from nurseapp.look.buttons import quiet, secondary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, strong, title
from nurseapp.look.pill import Pill
from nurseapp.look.tokens import Tone


class WordingsCard(Card):
    """One line for each language; `wanted` tells what is asked for, and in which language."""

    wanted = Signal(str, str)
    """An aim of the page's flow, and a language."""

    def __init__(self, view: PageView, *, administrator: bool) -> None:
        super().__init__(spacing=12)
        self._administrator = administrator
        self._observer = view.card.observer
        self.add(title(_("Tekst")))
        if not view.card.wordings:
            self.add(body(_("Kommunen legger selv inn teksten, fra papirskjemaet den har rett til"
                            " å bruke.")))  # fmt: skip
        for line in view.card.wordings:
            self._add_line(line)
        if not administrator or view.card.status == "not_scored":
            return
        row = GiveWay()
        self.new_language = secondary(_("Ny tekst på et språk"), icon="plus")
        self.new_language.clicked.connect(self._new)
        row.add(self.new_language)
        if not view.card.observer:
            self.from_paper = quiet(_("Godkjenn bare til bruk fra papir"))
            self.from_paper.clicked.connect(self._paper)
            row.add(self.from_paper)
        self.add(row)

    def _add_line(self, line: WordingLine) -> None:
        head = GiveWay(spacing=10)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(strong(line.language_words))
        said = (line.status_words, line.origin_words, line.approved_words)
        words.addWidget(muted(" · ".join(part for part in said if part)))
        head.add(words, stretches=True)
        state, tone = _state(line)
        head.add(Pill(state, tone))
        buttons = GiveWay(spacing=8)
        for text, aim in self._ways(line):
            button = ValueButton(text, (aim, line.language), of=line.language_words)
            button.told.connect(self._tell)
            buttons.add(button)
        head.add(buttons)
        self.add(head)

    def _ways(self, line: WordingLine) -> tuple[tuple[str, str], ...]:
        ways: list[tuple[str, str]] = []
        if line.whole:
            shown = "practice" if line.status == "training" else "preview"
            ways.append((_("Se det") if self._observer else _("Se som forelder"), shown))
        if self._administrator and line.editable:
            ways.append((_("Endre teksten") if line.whole else _("Skriv ferdig"), "write"))
        if self._administrator and line.whole and line.status != "training":
            ways.append((_("Godkjenning") if line.approved else _("Godkjenn"), "approve"))
        return tuple(ways)

    def _tell(self, value: object) -> None:
        assert isinstance(value, tuple)
        self.wanted.emit(*value)

    def _new(self) -> None:
        self.wanted.emit("write", "")

    def _paper(self) -> None:
        self.wanted.emit("approve", "")


def _state(line: WordingLine) -> tuple[str, Tone]:
    if line.approved:
        return _("Godkjent"), "green"
    if line.status == "training":
        return _("Til øving"), "teal"
    return (_("Klar til godkjenning"), "amber") if line.whole else (_("Påbegynt"), "amber")
