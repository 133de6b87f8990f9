"""Form, language, layout, how it is filled in, and the two things the nurse makes sure of."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, cast

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from nurseapp.base.text import _, mark, plural
from nurseapp.clinic.values.handover import (
    FormChoice,
    HandOverOffer,
    HowFilled,
    InterpreterKind,
    Layout,
)
from nurseapp.desk.field_rows import side_by_side
from nurseapp.desk.handover.conditions import Conditions
from nurseapp.desk.handover.flow import HandOverFlow, HandOverState
from nurseapp.desk.screen import Screen
from nurseapp.look.buttons import quiet
from nurseapp.look.check_row import CheckRow
from nurseapp.look.fields import TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import body, muted
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.select_field import SelectField
from nurseapp.people.roles import Interpreter, interpreter_warning

_LAYOUTS: Final[dict[Layout, str]] = {
    "one_at_a_time": mark("Ett spørsmål om gangen"),
    "page": mark("Alle på én side"),
}
_HOW: Final[tuple[tuple[HowFilled, str], ...]] = (
    ("self", mark("Fyller ut selv")),
    ("assisted", mark("Med hjelp fra meg")),
    ("interpreter", mark("Med tolk")),
)
_INTERPRETERS: Final[tuple[tuple[InterpreterKind, str], ...]] = (
    ("none", mark("Velg …")),
    ("on_site", mark("Tolk i rommet")),
    ("phone", mark("Tolk på telefon")),
    ("video", mark("Tolk på skjerm")),
    ("relative", mark("Slektning eller venn")),
)


class ConditionsPart(Screen):
    """Every choice has a default, so that most hand-overs need only the ticks."""

    def __init__(self, flow: HandOverFlow) -> None:
        super().__init__()
        self._flow = flow
        self._offered: HandOverOffer | None = None
        self._form: FormChoice | None = None
        self.form = SelectField(_("Skjema"), ())
        self.language = SelectField(_("Språk"), ())
        self.layout_choice = SelectField(_("Visning"), ())
        self.how = SelectField(_("Utfylling"), [(value, _(words)) for value, words in _HOW])
        self.interpreter = SelectField(
            _("Tolk"), [(value, _(words)) for value, words in _INTERPRETERS]
        )
        self.interpreter_name = TextField(_("Tolkens navn eller nummer"), longest=120)
        self._warning = MessageBar()
        self._training = MessageBar()
        self.alone = CheckRow("")
        self.informed = CheckRow("")
        self._summary = body("")
        self._ages = muted("")
        self.change = quiet(_("Endre"))
        self._folded = QWidget()
        self._choices = QWidget()
        self._lay_out()
        self.change.clicked.connect(flow.open_choices)
        for select in (self.form, self.language, self.layout_choice, self.how, self.interpreter):
            select.changed.connect(self._tell)
        self.interpreter_name.changed.connect(self._tell)
        for tick in (self.alone, self.informed):
            tick.clicked.connect(self._tell)

    def render(self, state: HandOverState) -> None:  # type: ignore[override]
        """Shows what is chosen, and only what can be chosen."""
        if state.offer is None:
            return
        if state.offer is not self._offered:
            self._offered = state.offer
            self._form = None
            self._offer_forms(state.offer)
        if state.form is not None and state.form is not self._form:
            self._form = state.form
            self._fit(state.form)
        self._show(state.conditions)
        self._folded.setVisible(not state.choices_open)
        self._choices.setVisible(state.choices_open)
        if state.form is not None:
            self._summary.setText(summary(state.form, state.conditions))
            self._ages.setText(state.form.age_words)
        self._ages.setVisible(state.form is not None and bool(state.form.age_words))

    def read(self) -> Conditions:
        """What is chosen now."""
        return Conditions(
            form=self.form.value(),
            language=self.language.value(),
            layout=cast("Layout", self.layout_choice.value()),
            how=cast("HowFilled", self.how.value()),
            interpreter=cast("InterpreterKind", self.interpreter.value()),
            interpreter_name=self.interpreter_name.text(),
            alone=self.alone.isChecked(),
            informed=self.informed.isChecked(),
        )

    def _show(self, conditions: Conditions) -> None:
        self.form.set_value(conditions.form)
        self.language.set_value(conditions.language)
        self.layout_choice.set_value(conditions.layout)
        self.how.set_value(conditions.how)
        self.interpreter.set_value(conditions.interpreter)
        self.interpreter_name.set_text(conditions.interpreter_name)
        self.alone.setChecked(conditions.alone)
        self.informed.setChecked(conditions.informed)
        with_interpreter = conditions.how == "interpreter"
        self.interpreter.setVisible(with_interpreter)
        self.interpreter_name.setVisible(with_interpreter)
        warning = interpreter_warning(Interpreter(conditions.interpreter))
        if warning:
            self._warning.say("warn", warning)
        else:
            self._warning.clear()

    def _offer_forms(self, offer: HandOverOffer) -> None:
        _fill(self.form, tuple((one.key, form_words(one)) for one in offer.forms))
        name = offer.subject_name
        self.alone.setText(_("{name} er alene i rommet").format(name=name))
        self.informed.setText(
            _("{name} vet at det er frivillig, og hvem som ser svarene").format(name=name)
        )
        for tick in (self.alone, self.informed):
            tick.setAccessibleName(tick.text())

    def _fit(self, form: FormChoice) -> None:
        _fill(self.language, form.languages)
        _fill(self.layout_choice, tuple((one, _(_LAYOUTS[one])) for one in form.layouts))
        self.layout_choice.setVisible(len(form.layouts) > 1)
        if form.training:
            self._training.say(
                "warn",
                _("Øvingstekst: bare til øving. Svarene merkes, og telles aldri."),
            )
        else:
            self._training.clear()

    def _lay_out(self) -> None:
        folded = GiveWay(self._folded)
        folded.add(self._summary, stretches=True)
        folded.add(self.change)
        choices = _column(self._choices)
        choices.addLayout(side_by_side(self.form, self.language))
        choices.addLayout(side_by_side(self.how, self.layout_choice))
        choices.addLayout(side_by_side(self.interpreter, self.interpreter_name))
        choices.addWidget(self._warning)
        column = _column(self)
        parts = (self._folded, self._choices, self._ages, self._training, self.alone)
        for part in (*parts, self.informed):
            column.addWidget(part)

    def _tell(self) -> None:
        read = self.read()
        if read.how != "interpreter":
            read = replace(read, interpreter="none", interpreter_name="")
        self._flow.choose(read)


def form_words(form: FormChoice) -> str:
    """`EPDS · 5 minutter`, `ASQ-3 6 mnd · om Blid Bjørk · 15 minutter`."""
    about = _("om {name}").format(name=form.about_name) if form.about else ""
    minutes = plural("{count} minutt", "{count} minutter", form.minutes) if form.minutes else ""
    return " · ".join(part for part in (form.title, about, minutes) if part)


def summary(form: FormChoice, conditions: Conditions) -> str:
    """`EPDS · 5 minutter · norsk · fyller ut selv · ett spørsmål om gangen`."""
    language = dict(form.languages).get(conditions.language, "")
    words = (
        form_words(form),
        language,
        _(dict(_HOW)[conditions.how]).lower(),
        _(_LAYOUTS[conditions.layout]).lower(),
    )
    return " · ".join(word for word in words if word)


def _column(owner: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    return column


def _fill(select: SelectField, choices: tuple[tuple[str, str], ...]) -> None:
    select.edit.clear()
    select.edit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    for value, words in choices:
        select.edit.addItem(words, value)
