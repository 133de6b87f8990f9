"""The form for a new person, or for correcting with a reason what is recorded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from nurseapp.base.clock import today
from nurseapp.base.text import _
from nurseapp.desk.field_rows import show_error
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.people.details_fields import DetailsFields
from nurseapp.desk.people.details_flow import DetailsFlow, DetailsState
from nurseapp.desk.people.family_part import FamilyPart
from nurseapp.desk.pinned_bar import PinnedBar, above
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.routes import CorrectPerson, PersonPage, RegisterPerson, Route
from nurseapp.look.buttons import primary, quiet
from nurseapp.look.card import Card
from nurseapp.look.fields import TextField
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.theme import scaled

_WIDEST: Final = 820


class DetailsScreen(Place):
    """Fields, family, and one button that saves."""

    def __init__(self, flow: DetailsFlow, *, back: Callable[[], None]) -> None:
        super().__init__(flow)
        self._flow = flow
        self._header = PlaceHeader("", back=back)
        self._message = MessageBar()
        self.fields = DetailsFields()
        self.family = FamilyPart(flow.family)
        self.why = TextField(_("Hvorfor rettes det?"))
        self.save = primary("")
        self.cancel = quiet(_("Avbryt"))
        self._build()
        self.fields.typed.connect(self._typed)
        self.why.changed.connect(self._why_typed)
        self.save.clicked.connect(flow.save)
        self.cancel.clicked.connect(back)
        flow.observe(self.render)

    def unsaved(self) -> bool:
        """Whether something is typed and not saved."""
        return self._flow.state.changed or self._flow.family.state.changed

    def render(self, state: DetailsState) -> None:  # type: ignore[override]
        """Shows the form as it stands, and what does not hold."""
        correcting = state.correcting is not None
        if correcting:
            self._header.say(_("Rett opplysninger"), state.name)
        else:
            self._header.say(_("Registrer ny person"))
        self.fields.show_typed(state.typed)
        self.fields.standing.setVisible(not correcting)
        self.fields.show_problems(state.problems)
        self.family.belongs_to(state.typed.kind, state.typed.role, new=not correcting)
        self.why.setVisible(correcting)
        show_error(self.why, state.problem_of("why"))
        self.save.setText(_("Lagre rettelsen") if correcting else _("Registrer"))
        self.save.setEnabled(state.ready and not state.busy)
        self._message.show_outcome(state.problem)

    def _build(self) -> None:
        card = Card(spacing=14)
        card.add(self.fields)
        page = ScrollPage(widest=scaled(_WIDEST))
        for part in (self._header, card, self.family, self.why, self._message):
            page.add(part)
        page.end()
        bar = PinnedBar(page, widest=scaled(_WIDEST))
        bar.row.add(self.save)
        bar.row.add(self.cancel)
        above(page, bar, self)
        self.setFocusProxy(self.fields.given_name)

    def _typed(self) -> None:
        self._flow.type(self.fields.read())

    def _why_typed(self) -> None:
        self._flow.type_why(self.why.text())


def build(route: Route, desk: DeskContext) -> Place:
    """The form of the route: empty, beside somebody, or filled for a correction."""
    from nurseapp.desk.wiring_records import details_cases

    def finished(person: int, sentence: str) -> None:
        desk.tell(sentence, "done")
        desk.go(PersonPage(person))

    correcting = route.person if isinstance(route, CorrectPerson) else None
    beside = route.beside if isinstance(route, RegisterPerson) else None
    cases = details_cases(desk.station, training=desk.card.training, today=today(desk.clock))
    flow = DetailsFlow(cases, desk.work, finished, today=today(desk.clock), correcting=correcting)
    screen = DetailsScreen(flow, back=desk.back)
    flow.start(beside=beside)
    return screen
