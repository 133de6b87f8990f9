"""The station's name, its language, when it locks, and the text size."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QVBoxLayout

from nurseapp.base.text import LANGUAGES, Language, _, plural
from nurseapp.desk.screen import Screen
from nurseapp.desk.settings.station_flow import (
    BLANK_CHOICES,
    LOCK_CHOICES,
    TEXT_CHOICES,
    StationFlow,
    StationState,
)
from nurseapp.look.buttons import secondary
from nurseapp.look.card import Card
from nurseapp.look.fields import TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import muted, title
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.select_field import SelectField
from nurseapp.sheet.languages import language_name


class StationPart(Screen):
    """Each choice is saved at once; the name when it is confirmed."""

    def __init__(self, flow: StationFlow) -> None:
        super().__init__()
        self._flow = flow
        self._message = MessageBar()
        self.name = TextField(_("Helsestasjonens navn"))
        self.rename = secondary(_("Lagre navnet"))
        self.language = SelectField(
            _("Språk i programmet"), [(code, language_name(code)) for code in LANGUAGES]
        )
        self.blank = SelectField(_("Skjul skjermen etter"), _times(BLANK_CHOICES))
        self.lock = SelectField(_("Lås programmet etter"), _times(LOCK_CHOICES))
        self.text = SelectField(
            _("Tekststørrelse"),
            [(str(size), _("{size} prosent").format(size=size)) for size in TEXT_CHOICES],
        )
        self._lay_out(flow.state)
        self.name.set_text(flow.state.card.name)
        self.rename.clicked.connect(self._rename)
        self.name.finished.connect(self._rename)
        self.language.changed.connect(self._speak)
        self.blank.changed.connect(self._blank)
        self.lock.changed.connect(self._lock)
        self.text.changed.connect(self._size)
        flow.observe(self.render)

    def render(self, state: StationState) -> None:  # type: ignore[override]
        """Shows `state`; nothing else changes what is seen."""
        self.name.set_error(state.name_problem)
        self.language.set_value(state.card.language)
        self.blank.set_value(str(state.card.blank_after_seconds))
        self.lock.set_value(str(state.card.lock_after_seconds))
        self.text.set_value(str(state.text_percent))
        self._message.show_outcome(state.problem, state.message)

    def _lay_out(self, state: StationState) -> None:
        station, screen = Card(spacing=12), Card(spacing=12)
        kind = _("Øvingsstasjon") if state.card.training else _("Stasjon for virkelige personer")
        station.add(title(_("Stasjonen")))
        station.add(muted(f"{state.card.municipality} · {kind}"))
        row = GiveWay()
        row.add(self.rename)
        station.add(self.name)
        station.add(row)
        station.add(self.language)
        screen.add(title(_("Skjermen")))
        for part in (self.text, self.blank, self.lock):
            screen.add(part)
        screen.add(
            muted(_("Tiden går når ingen rører maskinen. Skjermen skjules senest etter to "
                    "minutter, og programmet låses senest etter fem. Ctrl+L låser med en gang."))
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._message)
        column.addWidget(station)
        column.addWidget(screen)

    def _rename(self) -> None:
        self._flow.rename(self.name.text())

    def _speak(self, code: str) -> None:
        self._flow.speak(cast("Language", code))

    def _blank(self, seconds: str) -> None:
        self._flow.blank_after(int(seconds))

    def _lock(self, seconds: str) -> None:
        self._flow.lock_after(int(seconds))

    def _size(self, percent: str) -> None:
        self._flow.size_text(int(percent))


def _times(choices: tuple[int, ...]) -> list[tuple[str, str]]:
    return [(str(seconds), _time(seconds)) for seconds in choices]


def _time(seconds: int) -> str:
    if seconds < 60:  # noqa: PLR2004 - a minute
        return plural("{count} sekund", "{count} sekunder", seconds)
    return plural("{count} minutt", "{count} minutter", seconds // 60)
