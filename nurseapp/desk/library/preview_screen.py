"""The place that shows a form as a parent sees it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.library.preview_flow import PreviewFlow, PreviewState
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.routes import FormPreview, Route
from nurseapp.desk.wiring_library import preview_sheet
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import Section
from nurseapp.sheet.languages import language_name
from nurseapp.sheet.preview import SheetPreview


def build(route: Route, desk: DeskContext) -> Place:
    """The preview of the route's form."""
    assert isinstance(route, FormPreview)
    flow = PreviewFlow(route, preview_sheet(desk.station), desk.work)
    screen = PreviewScreen(flow, back=desk.back)
    flow.start()
    return screen


class PreviewScreen(Place):
    """The parent's own widgets; answers can be tried and are kept nowhere."""

    def __init__(self, flow: PreviewFlow, *, back: Callable[[], None]) -> None:
        super().__init__(flow)
        self.sheet: SheetPreview | None = None
        self._header = PlaceHeader(_("Slik ser forelderen det"), back=back)
        self._message = MessageBar()
        self._body = Section("")
        page = ScrollPage(widest=820, margin=34)
        for part in (self._header, self._message, self._body):
            page.add(part)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        flow.observe(self.render)

    def render(self, state: PreviewState) -> None:  # type: ignore[override]
        """Shows the sheet once it has been read."""
        if state.problem:
            self._message.say("error", state.problem)
        elif state.wanted.practice:
            self._message.say("info", _("Øvingstekst, aldri på virkelige personer."))
        elif state.sheet is not None and not state.sheet.approved:
            self._message.say("info", _("Ikke godkjent ennå, og aldri på virkelige personer."))
        else:
            self._message.clear()
        if state.sheet is not None and self.sheet is None:
            asked = state.sheet.questionnaire
            language = state.wanted.language
            words = _("{title} · {language} · svarene lagres ikke").format(
                title=asked.texts[language].title, language=language_name(language)
            )
            self._header.say(_("Slik ser forelderen det"), words)
            self.sheet = SheetPreview(asked, language)
            self._body.add(self.sheet)
