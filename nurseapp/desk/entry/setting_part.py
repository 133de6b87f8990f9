"""Who filled in the sheet, on which day, and who observed."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import _, mark
from nurseapp.base.typed_dates import typed_past_day
from nurseapp.clinic.values.entry import EntryForm, EntryMode, EntryOffer
from nurseapp.desk.entry.flow import EntryFlow
from nurseapp.desk.entry.state import EntryState, Setting
from nurseapp.desk.field_rows import show_error, side_by_side
from nurseapp.desk.screen import Screen
from nurseapp.look.card import Card
from nurseapp.look.check_row import CheckRow
from nurseapp.look.choice_group import ChoiceGroup
from nurseapp.look.fields import TextField
from nurseapp.look.section import empty

_DAYS: Final[dict[EntryMode, str]] = {
    "paper": mark("Hvilken dag ble arket fylt ut?"),
    "observer": mark("Hvilken dag observerte du?"),
    "received": mark("Hvilken dag fikk vi dette?"),
    "second_stage": mark("Hvilken dag var samtalen?"),
}


class SettingPart(Screen):
    """Only what the chosen form asks for."""

    def __init__(self, flow: EntryFlow) -> None:
        super().__init__()
        self._flow = flow
        self._adults: tuple[tuple[int, str], ...] = ()
        self._showing = False
        self.respondents = ChoiceGroup("", ())
        self._who = QVBoxLayout()
        self.answered_on = TextField(
            "", hint=_("Dag.måned.år, for eksempel 21.11.2026"), longest=20
        )
        self.observer = TextField(_("Hvem observerte?"), longest=120)
        self.certified_on = TextField(_("Sertifisert dato"), hint=_("Dag.måned.år"), longest=20)
        self._observer_row = side_by_side(self.observer, self.certified_on)
        self.alone = CheckRow("")
        card = Card(spacing=14)
        card.add(self._who)
        card.add(side_by_side(self.answered_on))
        card.add(self._observer_row)
        card.add(self.alone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        for field in (self.answered_on, self.observer, self.certified_on):
            field.changed.connect(self._tell)
        self.alone.clicked.connect(self._tell)

    def render(self, state: EntryState) -> None:  # type: ignore[override]
        """Shows what is known so far."""
        if state.form is not None and state.offer is not None:
            self._showing = True
            self._show(state, state.form, state.offer)
            self._showing = False

    def _show(self, state: EntryState, form: EntryForm, offer: EntryOffer) -> None:
        setting = state.setting
        self._ask_who(offer)
        self.respondents.setVisible(form.needs_respondent)
        self.respondents.set_value(str(setting.respondent))
        self.answered_on.set_label(_(_DAYS[form.mode]))
        self.answered_on.set_text(setting.answered_on)
        for field, text in (
            (self.observer, setting.observer), (self.certified_on, setting.certified_on),
        ):  # fmt: skip
            field.setVisible(form.needs_certificate)
            field.set_text(text)
        self.alone.setText(_alone_words(offer.subject_name, form.mode))
        self.alone.setAccessibleName(self.alone.text())
        self.alone.setVisible(form.alone_required)
        self.alone.setChecked(setting.alone)

    def show_errors(self, today: date) -> None:
        """Says at the fields which day cannot be read."""
        for field in (self.answered_on, self.certified_on):
            show_error(field, typed_past_day(field.text(), today=today).problem)

    def _ask_who(self, offer: EntryOffer) -> None:
        if offer.adults == self._adults:
            return
        self._adults = offer.adults
        empty(self._who)
        self.respondents = ChoiceGroup(
            _("Hvem fylte ut arket?"), [(str(adult), words) for adult, words in offer.adults]
        )
        self.respondents.chosen.connect(self._tell)
        self._who.addWidget(self.respondents)

    def _tell(self) -> None:
        if self._showing:
            return
        respondent = self.respondents.value()
        self._flow.set_up(
            Setting(
                respondent=int(respondent) if respondent else self._flow.state.setting.respondent,
                answered_on=self.answered_on.text(),
                observer=self.observer.text(),
                certified_on=self.certified_on.text(),
                alone=self.alone.isChecked(),
            )
        )


def _alone_words(name: str, mode: EntryMode) -> str:
    if mode == "paper":
        return _("{name} var alene da arket ble fylt ut").format(name=name)
    return _("{name} er alene i rommet").format(name=name)
