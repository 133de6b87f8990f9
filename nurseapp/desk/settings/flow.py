"""Innstillinger: which part is open, and the flows behind the parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nurseapp.base.flow import Flow
from nurseapp.desk.settings.password_flow import PasswordFlow
from nurseapp.desk.settings.safety_flow import SafetyFlow
from nurseapp.desk.settings.station_flow import StationFlow
from nurseapp.desk.settings.users_flow import UsersFlow

Part = Literal["users", "password", "station", "safety"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsState:
    """Which part is shown."""

    part: Part = "users"


class SettingsFlow(Flow[SettingsState]):
    """Turns from part to part; each part's flow lives as long as the place."""

    def __init__(
        self,
        *,
        users: UsersFlow,
        password: PasswordFlow,
        station: StationFlow,
        safety: SafetyFlow,
        part: Part = "users",
    ) -> None:
        super().__init__(SettingsState(part=part))
        self.users = users
        self.password = password
        self.station = station
        self.safety = safety

    def turn(self, part: Part) -> None:
        """Shows another part; what was typed in this one is gone."""
        if part == self.state.part:
            return
        self._forget_parts()
        self._show(SettingsState(part=part))

    def forget(self) -> None:
        """Lets go of all observers, those of the parts too."""
        self._forget_parts()
        super().forget()

    def _forget_parts(self) -> None:
        self.users.forget()
        self.password.forget()
        self.station.forget()
        self.safety.forget()
