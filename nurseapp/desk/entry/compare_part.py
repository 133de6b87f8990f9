"""Where two entries of the same sheet differ: what stands there?"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _, plural
from nurseapp.clinic.values.entry import EntryItem
from nurseapp.desk.entry.flow import EntryFlow
from nurseapp.desk.entry.state import EntryState
from nurseapp.desk.entry.typed_sheet import TypedSheet, answer_words, item_name
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import primary
from nurseapp.look.card import Card
from nurseapp.look.choice_group import ChoiceGroup
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, strong, title
from nurseapp.look.section import empty


class ComparePart(Screen):
    """Each difference with both answers; neither is proposed."""

    def __init__(self, flow: EntryFlow) -> None:
        super().__init__()
        self._flow = flow
        self._shown: tuple[EntryItem, ...] = ()
        self.choices: dict[str, ChoiceGroup] = {}
        self._title = title("")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(18)
        self.agree = primary(_("Fortsett"))
        self.agree.clicked.connect(flow.agree)
        card = Card(spacing=16)
        card.add(self._title)
        card.add(body(_("Se på arket, og velg det som står der.")))
        card.add(self._rows)
        last = GiveWay()
        last.add(muted(""), stretches=True)
        last.add(self.agree)
        card.add(last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def render(self, state: EntryState) -> None:  # type: ignore[override]
        """Shows the differences, and what is chosen."""
        shown = state.stage == "compare"
        self.setVisible(shown)
        if not shown or state.first is None or state.sheet is None:
            self._shown = ()
            return
        if state.differing != self._shown:
            self._shown = state.differing
            self._build(state.differing, state.first, state.sheet)
        for item, choice in self.choices.items():
            choice.set_value((state.settled or {}).get(item))

    def _build(
        self, differing: tuple[EntryItem, ...], first: TypedSheet, second: TypedSheet
    ) -> None:
        empty(self._rows)
        self.choices = {}
        self._title.setText(
            plural("Ett svar er forskjellig", "{count} svar er forskjellige", len(differing))
        )
        for item in differing:
            name = item.question.id
            worded = first.questions.worded
            before = answer_words(item, first.answers.get(name), worded=worded)
            now = answer_words(item, second.answers.get(name), worded=worded)
            choice = ChoiceGroup(
                "",
                (
                    ("first", _("Første gang: {answer}").format(answer=before)),
                    ("second", _("Andre gang: {answer}").format(answer=now)),
                ),
            )
            choice.setProperty("item", name)
            choice.setAccessibleName(item_name(item))
            choice.chosen.connect(self._chosen)
            self._rows.addWidget(strong(item_name(item)))
            self._rows.addWidget(choice)
            self.choices[name] = choice

    def _chosen(self, which: str) -> None:
        self._flow.settle(str(self.sender().property("item")), which)
