"""A pregnancy that became children, or was lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.clock import today
from nurseapp.base.text import _
from nurseapp.desk.field_rows import show_error, side_by_side
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.people.birth_flow import MOST_CHILDREN, BirthFlow, BirthState
from nurseapp.desk.people.child_fields import ChildFields
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.routes import Birth, PersonPage, Route, Today
from nurseapp.look.buttons import primary, quiet, secondary
from nurseapp.look.card import Card
from nurseapp.look.fields import TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.theme import scaled


class BirthScreen(Place):
    """What is common to the children, then each child; the loss apart and in its own words."""

    def __init__(self, flow: BirthFlow, *, back: Callable[[], None]) -> None:
        super().__init__(flow)
        self._flow = flow
        self._header = PlaceHeader(_("Registrer fødsel"), back=back)
        self._message = MessageBar()
        self.birth_date = TextField(_("Fødselsdato"), placeholder=_("dd.mm.åååå"), longest=12)
        self.weeks = TextField(_("Uke ved fødsel"), placeholder=_("for eksempel 40"), longest=2)
        self.days = TextField(_("Dag i uken"), placeholder=_("0 til 6"), longest=1)
        self.child_fields: list[ChildFields] = []
        self._child_column = QVBoxLayout()
        self._child_column.setSpacing(18)
        self.one_more = quiet(_("Ett barn til"), icon="plus")
        self.one_less = quiet(_("Ta bort siste barn"))
        self.save = primary(_("Registrer fødsel"))
        self.ask_loss = secondary(_("Registrer tap"))
        self._loss_question = QWidget()
        self.confirm_loss = primary(_("Ja, registrer tapet"))
        self.keep = quiet(_("Avbryt"))
        self._build()
        self._listen()
        flow.observe(self.render)

    def unsaved(self) -> bool:
        """Whether something is typed and not saved."""
        return self._flow.state.changed

    def escape(self) -> bool:
        """Takes the question about a loss away."""
        asking = self._flow.state.asking_loss
        self._flow.ask_loss(False)
        return asking

    def render(self, state: BirthState) -> None:  # type: ignore[override]
        """Shows the form as it stands, and what does not hold."""
        self._header.say(_("Registrer fødsel"), state.name)
        self.birth_date.set_text(state.birth_date)
        self.weeks.set_text(state.weeks)
        self.days.set_text(state.days)
        show_error(self.birth_date, state.problem_of("birth_date"))
        show_error(self.weeks, state.problem_of("weeks"))
        self._fit_children(len(state.children))
        for child in self.child_fields:
            child.show_child(state)
        self.one_more.setVisible(len(state.children) < MOST_CHILDREN)
        self.one_less.setVisible(len(state.children) > 1)
        self.save.setEnabled(not state.busy)
        self.ask_loss.setVisible(not state.asking_loss)
        self._loss_question.setVisible(state.asking_loss)
        self.confirm_loss.setEnabled(not state.busy)
        self._message.show_outcome(state.problem)

    def _fit_children(self, count: int) -> None:
        while len(self.child_fields) > count:
            gone = self.child_fields.pop()
            gone.hide()
            self._child_column.removeWidget(gone)
            gone.deleteLater()
        while len(self.child_fields) < count:
            child = ChildFields(len(self.child_fields))
            child.typed.connect(self._child_typed)
            self._child_column.addWidget(child)
            self.child_fields.append(child)

    def _build(self) -> None:
        card = Card(spacing=14)
        card.add(side_by_side(self.birth_date, self.weeks, self.days))
        card.add(self._child_column)
        more = GiveWay()
        more.add(self.one_more)
        more.add(self.one_less)
        card.add(more)
        page = ScrollPage(widest=scaled(820))
        for part in (self._header, card, self._message, _at_start(self.save), self._loss_card()):
            page.add(part)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _loss_card(self) -> Card:
        card = Card(spacing=12)
        card.add(title(_("Hvis svangerskapet endte i tap")))
        card.add(
            body(
                _(
                    "Da registreres det her, i stillhet. Svangerskapet vises ikke mer i noen "
                    "liste, og ingen blir påminnet om det. Ingenting slettes."
                )
            )
        )
        card.add(_at_start(self.ask_loss))
        question = QVBoxLayout(self._loss_question)
        question.setContentsMargins(0, 0, 0, 0)
        question.addWidget(body(_("Skal tapet registreres nå?")))
        question.addLayout(_at_start(self.confirm_loss, self.keep))
        card.add(self._loss_question)
        return card

    def _listen(self) -> None:
        for field in (self.birth_date, self.weeks, self.days):
            field.changed.connect(self._typed)
        self.one_more.clicked.connect(self._flow.one_more)
        self.one_less.clicked.connect(self._flow.one_less)
        self.save.clicked.connect(self._flow.save)
        self.ask_loss.clicked.connect(self._ask)
        self.keep.clicked.connect(self.escape)
        self.confirm_loss.clicked.connect(self._flow.confirm_loss)

    def _ask(self) -> None:
        self._flow.ask_loss(True)

    def _typed(self) -> None:
        self._flow.type(
            birth_date=self.birth_date.text(), weeks=self.weeks.text(), days=self.days.text()
        )

    def _child_typed(self, place: int) -> None:
        self._flow.type_child(place, self.child_fields[place].read())


def _at_start(*parts: QWidget) -> GiveWay:
    row = GiveWay()
    for part in parts:
        row.add(part)
    return row


def build(route: Route, desk: DeskContext) -> Place:
    """The birth of the route's pregnancy; leads to the first child's page, or to I dag."""
    from nurseapp.desk.wiring_records import birth_cases

    assert isinstance(route, Birth)

    def finished(child: int | None, sentence: str) -> None:
        desk.tell(sentence, "done" if child is not None else "calm")
        desk.go(Today() if child is None else PersonPage(child))

    cases = birth_cases(desk.station, training=desk.card.training, today=today(desk.clock))
    flow = BirthFlow(route.pregnancy, cases, desk.work, finished, today=today(desk.clock))
    screen = BirthScreen(flow, back=desk.back)
    flow.start()
    return screen
