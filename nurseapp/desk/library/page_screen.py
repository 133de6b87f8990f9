"""The page of one form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.desk.columns import Columns
from nurseapp.desk.first_focus import arrive_at
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.library.feedback_card import feedback_card
from nurseapp.desk.library.files_flow import FilesFlow
from nurseapp.desk.library.files_part import FilesPart
from nurseapp.desk.library.next_step import NextStep
from nurseapp.desk.library.page_cards import about_card, history_card, limits_card, unverified_card
from nurseapp.desk.library.page_flow import Aim, PageFlow, PageState, PageView
from nurseapp.desk.library.withdraw_part import WithdrawPart
from nurseapp.desk.library.wordings_card import WordingsCard
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.routes import FormPage, Route
from nurseapp.desk.wiring_library import files_cases, page_cases
from nurseapp.look.buttons import Button, primary, secondary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import Section
from nurseapp.look.select_field import SelectField


def build(route: Route, desk: DeskContext) -> Place:
    """The page of the route's form."""
    assert isinstance(route, FormPage)
    flow = PageFlow(
        route.form,
        page_cases(desk.station),
        desk.work,
        desk.go,
        administrator=desk.user.administrator,
    )
    files = FilesFlow(files_cases(desk.station), desk.work, flow.refresh)
    return FormPageScreen(flow, files, back=desk.back)


class FormPageScreen(Place):
    """What to do next on top; then what the form is, its words, its limits and its approvals."""

    def __init__(self, flow: PageFlow, files: FilesFlow, *, back: Callable[[], None]) -> None:
        super().__init__(flow)
        self._flow = flow
        self._files_flow = files
        self._drawn: tuple[object, ...] = ()
        self._header = PlaceHeader("", back=back)
        self._message = MessageBar()
        self._banner = MessageBar()
        self._body = Section("", spacing=16)
        self.go_on: Button | None = None
        self.age_forms: SelectField | None = None
        self.wordings: WordingsCard | None = None
        self.files: FilesPart | None = None
        self.withdraw: Button | None = None
        self.withdrawing: WithdrawPart | None = None
        page = ScrollPage(widest=1100, margin=34)
        for part in (self._header, self._banner, self._message, self._body):
            page.add(part)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        flow.observe(self.render)

    def leave(self) -> None:
        """Lets go of the files too."""
        self._files_flow.forget()
        super().leave()

    def escape(self) -> bool:
        """Closes the question about withdrawing."""
        opened = self._flow.state.withdrawing
        self._flow.cancel()
        return opened

    def showEvent(self, event: QShowEvent) -> None:
        """Reads the page now: the place before has kept what was written in it by then."""
        super().showEvent(event)
        self._flow.refresh()

    def render(self, state: PageState) -> None:  # type: ignore[override]
        """Shows `state`; the cards are made anew only when they change."""
        self._message.show_outcome(state.problem, state.said)
        view = state.view
        if view is None and state.problem:
            self._header.say(state.form)
        if view is None or self._drawn == (view, state.withdrawing):
            return
        self._drawn = (view, state.withdrawing)
        self._header.say(view.card.name, view.card.full_name)
        if view.banner:
            self._banner.say("warn", view.banner)
        else:
            self._banner.clear()
        self._files_flow.forget()
        self._body.clear()
        for part in self._parts(state, view):
            self._body.add(part)
        arrive_at(self, self.go_on or self.age_forms)

    def _parts(self, state: PageState, view: PageView) -> Iterator[QWidget | QLayout]:
        if view.age_forms:
            yield self._ages(view, administrator=state.administrator)
        if state.next is not None:
            yield self._next(state.next, view)
        if view.feedback is not None:
            yield feedback_card(view.feedback)
        self.withdrawing = self.withdraw = None
        if state.withdrawing:
            yield self._asking(view)
        if view.card.status != "not_scored":
            yield self._words(view, administrator=state.administrator)
        if view.card.unverified:
            yield unverified_card(view.card)
        yield self._facts(view)
        yield history_card(view.approvals, _("Les og bekreft"), self._flow.confirm)
        if not view.card.observer or view.card.wordings:
            self.files = FilesPart(self._files_flow, view, administrator=state.administrator)
            yield self.files
        if state.administrator and not state.withdrawing and _may_be_withdrawn(view):
            yield self._last_row()

    def _ages(self, view: PageView, *, administrator: bool) -> GiveWay:
        self.age_forms = SelectField(
            _("Aldersskjema"), view.age_forms, value=view.card.form,
            hint=_("Hvert aldersskjema har sin egen tekst og sin egen godkjenning."),
        )  # fmt: skip
        self.age_forms.changed.connect(self._flow.open_age_form)
        row = GiveWay()
        row.add(self.age_forms, stretches=True)
        if administrator and view.card.status != "not_scored":
            self.several = secondary(_("Godkjenn flere aldre"))
            self.several.clicked.connect(lambda: self._flow.go_to("several", ""))
            row.add(self.several)
        return row

    def _next(self, step: NextStep, view: PageView) -> Card:
        card = Card(tone="teal", spacing=8)
        head = GiveWay()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title(_("Neste steg")))
        words.addWidget(body(step.words))
        words.addWidget(muted(_("Status her: {status}").format(status=view.card.status_words)))
        head.add(words, stretches=True)
        self.go_on = None
        if step.button:
            self.go_on = primary(step.button)
            self.go_on.clicked.connect(self._flow.go_on)
            head.add(self.go_on)
        card.add(head)
        return card

    def _asking(self, view: PageView) -> WithdrawPart:
        self.withdrawing = WithdrawPart(view.card.name)
        self.withdrawing.withdrawn.connect(self._flow.withdraw)
        self.withdrawing.cancelled.connect(self._flow.cancel)
        return self.withdrawing

    def _words(self, view: PageView, *, administrator: bool) -> WordingsCard:
        self.wordings = WordingsCard(view, administrator=administrator)
        self.wordings.wanted.connect(self._want)
        return self.wordings

    def _facts(self, view: PageView) -> Columns:
        columns = Columns(least=380, even=False)
        columns.add_column(about_card(view.card, view.facts), share=3)
        limits = limits_card(view.card, view.facts)
        if view.card.licensed:
            row = GiveWay()
            self.table = secondary(_("Verdier fra lisensen"))
            self.table.clicked.connect(self._flow.open_table)
            row.add(self.table)
            limits.add(row)
        columns.add_column(limits, share=2)
        return columns

    def _last_row(self) -> GiveWay:
        row = GiveWay()
        self.withdraw = secondary(_("Trekk skjemaet tilbake …"))
        self.withdraw.clicked.connect(self._flow.ask_to_withdraw)
        row.add(self.withdraw)
        return row

    def _want(self, aim: str, language: str) -> None:
        self._flow.go_to(cast("Aim", aim), language)


def _may_be_withdrawn(view: PageView) -> bool:
    return any(line.status != "withdrawn" for line in view.approvals)
