"""The place where a form's words are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.first_focus import arrive_at
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.in_turn import InTurn
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.routes import FormWording, Route
from nurseapp.desk.wiring_library import wording_cases
from nurseapp.desk.wording.end_part import EndPart
from nurseapp.desk.wording.flow import WordingFlow, WordingState
from nurseapp.desk.wording.head_part import HeadPart
from nurseapp.desk.wording.language_part import LanguagePart
from nurseapp.desk.wording.languages import named, runs_right_to_left
from nurseapp.desk.wording.text_rows import ItemCard, TextRow
from nurseapp.desk.wording.texts import of_option, shares
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import Section
from nurseapp.look.theme import load_arabic

_KEEP_EVERY: Final = 30_000
"""Milliseconds between the moments when an unfinished draft is kept."""


def build(route: Route, desk: DeskContext) -> Place:
    """The words of the route's form in its language."""
    assert isinstance(route, FormWording)
    flow = WordingFlow(route, wording_cases(desk.station), desk.work, desk.go)
    screen = WordingScreen(flow, back=desk.back)
    flow.start()
    return screen


class WordingScreen(Place):
    """Structure at the left, text at the right; what lacks is told at the end."""

    def __init__(self, flow: WordingFlow, *, back: Callable[[], None]) -> None:
        super().__init__(flow)
        self._flow = flow
        self._drawn: object = None
        self.rows: dict[str, TextRow] = {}
        self.items: list[ItemCard] = []
        self._header = PlaceHeader(_("Tekst"), back=back)
        self._message = MessageBar()
        self.languages = LanguagePart(flow)
        self._body = Section("", spacing=16)
        self.head: HeadPart | None = None
        self.end: EndPart | None = None
        self._turns = InTurn(self)
        self._keeper = QTimer(self)
        self._keeper.timeout.connect(flow.keep)
        self._keeper.start(_KEEP_EVERY)
        self._page = ScrollPage(widest=1100, margin=34)
        for part in (self._header, self._message, self.languages, self._body):
            self._page.add(part)
        self._page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        flow.observe(self.render)

    def leave(self) -> None:
        """Keeps the draft, also when the desk is locked in the middle of a word."""
        self._keeper.stop()
        self._flow.keep()
        super().leave()

    def render(self, state: WordingState) -> None:  # type: ignore[override]
        """Shows `state`; the fields are made once for each language."""
        self._say(state)
        self._header.say(
            state.name or _("Tekst"),
            _("Tekst på {language}").format(language=named(state.language))
            if state.language
            else "",
        )
        self.languages.render(state)
        if state.draft is not self._drawn:
            self._drawn = state.draft
            self.rows, self.items, self.head, self.end = {}, [], None, None
            self._body.clear()
            if state.draft is not None:
                self._turns.start(self._fill(state))
        if self.head is not None:
            self.head.render(state)
        if self.end is not None:
            self.end.render(state)
        self._show_own(state)

    def _say(self, state: WordingState) -> None:
        self._message.show_outcome(state.problem)

    def _fill(self, state: WordingState) -> Iterator[object]:
        draft = state.draft
        assert draft is not None
        mirrored = runs_right_to_left(state.language)
        if mirrored:
            load_arabic()
        self.head = HeadPart(self._flow, draft, mirrored=mirrored)
        self._body.add(self.head)
        self._take(self.head.rows)
        self.head.render(self._flow.state)
        arrive_at(self, self.head.rows[0].field)
        yield self.head
        for row in draft.rows:
            card = ItemCard(row, mirrored=mirrored)
            self.items.append(card)
            self._body.add(card)
            self._take(card.rows)
            self._show_own(self._flow.state)
            yield card
        self.end = EndPart(self._flow)
        self.end.jump.connect(self.jump_to)
        self._body.add(self.end)
        self.end.render(self._flow.state)
        yield self.end

    def _take(self, rows: list[TextRow]) -> None:
        for row in rows:
            row.set_text(self._flow.state.texts[row.place])
            row.typed.connect(self._flow.write)
            self.rows[row.place] = row

    def _show_own(self, state: WordingState) -> None:
        """Hides the answers of a question's own where all share theirs, unless it has some."""
        for card in self.items:
            assert state.draft is not None
            written = any(
                state.texts[of_option(card.row.item, option)]
                for option, _points, _text in card.row.options
            )
            card.show_own(written or not state.alike or not shares(state.draft, card.row))

    def jump_to(self, place: str) -> None:
        """Puts the cursor into the field of a text that lacks."""
        row = self.rows.get(place)
        if row is not None:
            row.field.setFocus()
            self._page.to_part(row)
