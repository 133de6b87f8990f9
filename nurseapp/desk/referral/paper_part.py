"""The right-hand side of a paper: its preview, what is missing, and the ways out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QStandardPaths, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.printing.part import PrinterPart
from nurseapp.desk.referral.paper_flow import PaperFlow, PaperState
from nurseapp.desk.referral.preview import PaperPreview
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import primary, quiet, secondary
from nurseapp.look.card import Card
from nurseapp.look.fields import TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import empty
from nurseapp.look.theme import scaled

_BELOW = 24
_PAUSE = 400
"""Milliseconds without a keystroke before the paper is drawn again."""


def papers_folder() -> Path:
    """Where papers are saved unless the nurse says otherwise: the user's own documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    documents = Path(QStandardPaths.writableLocation(place))
    return documents if documents.is_dir() else Path.home()


class PaperPart(Screen):
    """Draws the paper again when the nurse pauses; saving and printing ask for a fresh one."""

    def __init__(self, flow: PaperFlow[Any]) -> None:
        super().__init__()
        self._flow = flow
        self._page: ScrollPage | None = None
        self._column = QVBoxLayout(self)
        self._shown = b""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(flow.preview)
        self.preview = PaperPreview()
        self.preview.setMinimumHeight(scaled(420))
        self._stale = muted(_("Forhåndsvisningen oppdateres …"))
        self._lacks = Card(tone="amber", spacing=4)
        self._list = QVBoxLayout()
        self.message = MessageBar()
        self.save = primary(_("Lagre som PDF"))
        self.print = secondary(_("Skriv ut"))
        self.printer = PrinterPart(flow.printer)
        self.folder = TextField(_("Lagres i mappen"), longest=1000)
        self.choose = quiet(_("Velg mappe …"))
        self._lay_out()
        self.save.clicked.connect(flow.save)
        self.folder.changed.connect(self._folder_typed)
        self.choose.clicked.connect(self._choose_folder)
        self.print.clicked.connect(flow.print_out)

    def render(self, state: PaperState[Any]) -> None:  # type: ignore[override]
        """Shows the paper, or what is missing before there is one."""
        self.folder.set_text(state.folder)
        content = state.paper.content if state.paper is not None else b""
        if content and content != self._shown:
            self.preview.show_paper(content)
        self._shown = content or self._shown
        self.preview.setVisible(bool(content))
        self._stale.setVisible(bool(content) and not state.fresh)
        self._show_missing(state.missing)
        ready = state.fresh and not state.busy
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)
        self._say(state)

    def stay_in_view(self, page: ScrollPage) -> None:
        """Keeps the paper beside what is being typed while `page` scrolls."""
        self._page = page
        page.verticalScrollBar().valueChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds its place anew."""
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        """Moves down with the page, never below its own end; makes the paper as high as fits."""
        page = self._page
        if page is None:
            return
        top = self.mapTo(page.viewport(), QPoint(0, 0)).y()
        above = self.preview.y() - self._column.contentsMargins().top()
        room = page.viewport().height() - above - _BELOW
        self.preview.setFixedHeight(max(scaled(420), room))
        least = above + self.preview.height()
        offset = min(max(0, _BELOW - top), max(0, self.height() - least))
        if offset != self._column.contentsMargins().top():
            self._column.setContentsMargins(0, offset, 0, 0)

    def typed(self) -> None:
        """The draft changed: the paper is drawn again after a pause."""
        self._timer.start()

    def _say(self, state: PaperState[Any]) -> None:
        self.message.show_outcome(state.problem, state.said)

    def _show_missing(self, missing: tuple[str, ...]) -> None:
        self._lacks.setVisible(bool(missing))
        empty(self._list)
        for words in missing:
            self._list.addWidget(body(words))

    def _folder_typed(self) -> None:
        if self.folder.text() != self._flow.state.folder:
            self._flow.type_folder(self.folder.text())

    def _choose_folder(self) -> None:
        """Asks for a folder only: the file is named by the paper's number, never by a person."""
        folder = QFileDialog.getExistingDirectory(
            self, _("Velg mappen papiret skal ligge i"), self._flow.state.folder
        )
        if folder:
            self._flow.type_folder(folder)

    def _lay_out(self) -> None:
        self._lacks.add(title(_("Før papiret kan lages, mangler")))
        self._lacks.add(self._list)
        buttons = GiveWay()
        buttons.add(self.save)
        buttons.add(self.print)
        buttons.add(self.choose)
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._lacks)
        column.addLayout(buttons)
        column.addWidget(self.printer)
        column.addWidget(self.folder)
        column.addWidget(self.message)
        column.addWidget(self._stale)
        column.addWidget(self.preview)
        column.addStretch(1)
