"""The conversation guide in the page: headings with prompts, then telephone numbers."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _
from nurseapp.clinic.values.result import TalkGuide
from nurseapp.desk.columns import Columns
from nurseapp.desk.result.guide_flow import GuideFlow, GuideState
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import quiet
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, strong, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.section import empty


class GuidePart(Screen):
    """Shown while a guide is open."""

    def __init__(self, flow: GuideFlow) -> None:
        super().__init__()
        self._shown: TalkGuide | None = None
        self._message = MessageBar()
        self._title = title("")
        self._content = QVBoxLayout()
        self._content.setSpacing(12)
        self.put_away = quiet(_("Lukk guiden"), icon="cross")
        self.put_away.clicked.connect(flow.put_away)
        top = GiveWay()
        top.add(self._title, stretches=True)
        top.add(self.put_away)
        self._card = Card(tone="teal", spacing=12)
        self._card.add(top)
        self._card.add(self._content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._message)
        column.addWidget(self._card)
        flow.observe(self.render)

    def render(self, state: GuideState) -> None:  # type: ignore[override]
        """Shows the guide, or why there is none."""
        self.setVisible(state.guide is not None or bool(state.problem))
        self._card.setVisible(state.guide is not None)
        self._message.show_outcome(state.problem)
        if state.guide is not None and state.guide is not self._shown:
            self._build(state.guide)
        self._shown = state.guide

    def _build(self, guide: TalkGuide) -> None:
        self._title.setText(guide.title)
        empty(self._content)
        if guide.introduction:
            self._content.addWidget(body(guide.introduction))
        columns = Columns(least=240, even=False)
        prompts = _column()
        for name, sentences in guide.sections:
            prompts.addWidget(strong(name))
            for sentence in sentences:
                prompts.addWidget(body(sentence))
        columns.add_column(prompts, share=3)
        columns.add_column(_telephones(guide), share=2)
        self._content.addLayout(columns)


def _telephones(guide: TalkGuide) -> QVBoxLayout:
    column = _column()
    column.addWidget(strong(_("Telefon")))
    for name, number in guide.telephones:
        row = GiveWay()
        row.add(body(name), stretches=True)
        row.add(strong(number))
        column.addLayout(row)
    return column


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    return column
