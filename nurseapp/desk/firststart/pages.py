"""The steps before the station exists: its name, its kind, its first user."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from nurseapp.base.text import LANGUAGES, Language, _
from nurseapp.desk.firststart.flow import Draft, FirstStartFlow, FirstStartState
from nurseapp.desk.firststart.page import Page
from nurseapp.look.choice_group import ChoiceGroup
from nurseapp.look.fields import PasswordField, TextField
from nurseapp.look.labels import Label, muted
from nurseapp.look.select_field import SelectField
from nurseapp.sheet.languages import language_name


class StationPage(Page):
    """Language, name, municipality, telephone."""

    def __init__(self, flow: FirstStartFlow) -> None:
        super().__init__(
            flow,
            _("Velkommen"),
            _("Først noen ord om helsestasjonen. Det tar omtrent fem minutter i alt, og du kan "
              "endre navnet senere."),
        )  # fmt: skip
        draft = flow.state.draft
        self.language = SelectField(
            _("Språk i programmet"),
            [(code, language_name(code)) for code in LANGUAGES],
            value=draft.language,
        )
        self.name = TextField(_("Helsestasjonens navn"), placeholder=_("Solvang helsestasjon"))
        self.municipality = TextField(_("Kommune"))
        self.phone = TextField(
            _("Telefon"), hint=_("Står på papirene, så den som får dem, kan ringe tilbake.")
        )
        self.name.set_text(draft.name)
        self.municipality.set_text(draft.municipality)
        self.phone.set_text(draft.phone)
        self.add("language", self.language)
        self.add("name", self.name)
        self.add("municipality", self.municipality)
        self.add("phone", self.phone)
        self.language.changed.connect(self._speak)

    def send(self) -> None:
        """Gives the flow what was typed."""
        self.flow.name_station(self._draft())

    def focus_first(self) -> None:
        """The name; the language is right for most."""
        self.name.setFocus()

    def _draft(self) -> Draft:
        return replace(
            self.flow.state.draft,
            name=self.name.text(),
            municipality=self.municipality.text(),
            phone=self.phone.text(),
        )

    def _speak(self, code: str) -> None:
        self.flow.speak(cast("Language", code), self._draft())


class KindPage(Page):
    """Training or real: the one thing that cannot be changed later."""

    def __init__(self, flow: FirstStartFlow) -> None:
        super().__init__(
            flow,
            _("Øving eller virkelige personer?"),
            _(
                "Dette kan ikke endres etterpå. Vil dere ha begge deler, kan de settes opp i hver "
                "sin mappe."
            ),
        )
        training = flow.state.draft.training
        value = None if training is None else ("training" if training else "real")
        self.kind = ChoiceGroup(
            "",
            [
                ("training", _("Øving: bare oppdiktede personer")),
                ("real", _("Virkelige personer")),
            ],
            value=value,
        )
        self.kind.setAccessibleName(_("Øving eller virkelige personer?"))
        self._missing = Label("", "error")
        self.kind.chosen.connect(self._missing.hide)
        self.column.addWidget(self.kind)
        self.column.addWidget(self._missing)
        self.column.addWidget(
            muted(_("Øving: Alt kan prøves. Skjermer og papirer er merket «øving», og virkelige "
                    "fødselsnumre blir avvist."))
        )  # fmt: skip
        self.column.addWidget(
            muted(_("Virkelige personer: Bare skjemaer som kommunen har godkjent, kan brukes, og "
                    "oppdiktede fødselsnumre blir avvist."))
        )  # fmt: skip

    def show_state(self, state: FirstStartState) -> None:
        """Shows the sentence below the choice."""
        missing = state.problems.get("kind", "")
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))

    def send(self) -> None:
        """Gives the flow the choice."""
        value = self.kind.value()
        self.flow.choose_kind(None if value is None else value == "training")

    def focus_first(self) -> None:
        """The first of the two."""
        self.kind.rows["training"].setFocus()


class UserPage(Page):
    """The first user, who can add others."""

    def __init__(self, flow: FirstStartFlow) -> None:
        super().__init__(
            flow,
            _("Hvem er du?"),
            _("Du blir den første brukeren og kan legge til kolleger etterpå."),
        )
        draft = flow.state.draft
        self.name = TextField(
            _("Navn"), hint=_("Brukes når du logger inn, og står på papirene du lager.")
        )
        self.job = TextField(_("Tittel"), placeholder=_("Helsesykepleier"))
        self.phone = TextField(_("Telefon (kan stå tomt)"))
        self.hpr = TextField(_("HPR-nummer (kan stå tomt)"))
        self.password = PasswordField(
            _("Passord"), hint=_("Minst ti tegn. En setning er lett å huske.")
        )
        self.again = PasswordField(_("Passord en gang til"))
        self.name.set_text(draft.user_name)
        self.job.set_text(draft.user_title)
        self.phone.set_text(draft.user_phone)
        self.hpr.set_text(draft.hpr_number)
        self.add("user_name", self.name)
        self.add("user_title", self.job)
        self.add_beside({"user_phone": self.phone, "hpr_number": self.hpr})
        self.add("password", self.password)
        self.add("again", self.again)

    def next_words(self) -> str:
        """The station is made now."""
        if self.flow.state.busy:
            return _("Lager stasjonen …")
        return _("Lag stasjonen")

    def send(self) -> None:
        """Gives the flow what was typed."""
        draft = replace(
            self.flow.state.draft,
            user_name=self.name.text(),
            user_title=self.job.text(),
            user_phone=self.phone.text(),
            hpr_number=self.hpr.text(),
        )
        self.flow.name_user(draft, self.password.text(), self.again.text())
