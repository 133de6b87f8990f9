"""The place Innstillinger."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _, mark
from nurseapp.desk.header import PlaceHeader
from nurseapp.desk.place import DeskContext, Place
from nurseapp.desk.routes import Route, Settings
from nurseapp.desk.settings.flow import Part, SettingsFlow, SettingsState
from nurseapp.desk.settings.password_part import PasswordPart
from nurseapp.desk.settings.safety_part import SafetyPart
from nurseapp.desk.settings.station_part import StationPart
from nurseapp.desk.settings.users_part import UsersPart
from nurseapp.desk.wiring import settings_flow
from nurseapp.look.give_way import GiveWay
from nurseapp.look.nav import NavItem
from nurseapp.look.page import ScrollPage
from nurseapp.look.section import Section

_PARTS: Final[dict[Part, str]] = {
    "users": mark("Brukere"),
    "password": mark("Passordet mitt"),
    "station": mark("Stasjon og visning"),
    "safety": mark("Sikkerhet og kopier"),
}


def build(route: Route, desk: DeskContext) -> Place:
    """The settings, opened at the route's part."""
    part = route.part if isinstance(route, Settings) else "users"
    return SettingsScreen(settings_flow(desk, part))


class SettingsScreen(Place):
    """One part at a time."""

    def __init__(self, flow: SettingsFlow) -> None:
        super().__init__(flow)
        self._flow = flow
        self._drawn: Part | None = None
        self.part: QWidget | None = None
        self.tabs: dict[Part, NavItem] = {}
        self._holder = Section("", spacing=18)
        row = GiveWay(spacing=8)
        for part, name in _PARTS.items():
            tab = NavItem(_(name))
            tab.setProperty("part", part)
            tab.clicked.connect(self._turn)
            row.add(tab)
            self.tabs[part] = tab
        page = ScrollPage(widest=900, margin=34)
        page.add(PlaceHeader(_("Innstillinger")))
        page.add(row)
        page.add(self._holder)
        page.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        flow.observe(self.render)

    def render(self, state: SettingsState) -> None:  # type: ignore[override]
        """Shows `state`; nothing else changes what is seen."""
        for part, tab in self.tabs.items():
            tab.set_here(part == state.part)
        if self._drawn != state.part:
            self._drawn = state.part
            self._holder.clear()
            self.part = self._make(state.part)
            self._holder.add(self.part)

    def stands_at(self, _route: Route) -> Route:
        """The part that is open."""
        return Settings(self._flow.state.part)

    def escape(self) -> bool:
        """Closes a form or a question that is open."""
        state = self._flow.users.state
        opened = state.adding or state.removing is not None
        self._flow.users.cancel()
        return opened

    def _make(self, part: Part) -> QWidget:
        match part:
            case "users":
                return UsersPart(self._flow.users)
            case "password":
                return PasswordPart(self._flow.password)
            case "station":
                return StationPart(self._flow.station)
            case "safety":
                return SafetyPart(self._flow.safety)

    def _turn(self) -> None:
        tab: QObject = self.sender()
        wanted = next(part for part, known in self.tabs.items() if known is tab)
        self.tabs[wanted].set_here(True)
        self._flow.turn(wanted)
