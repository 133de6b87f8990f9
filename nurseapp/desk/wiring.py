"""The one place where the desk's flows meet the real use cases.

For each place one function `<place>_cases(station)` that gives its frozen dataclass of callables,
bound to the open station. Imports stand inside the functions: the lock screen needs none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from nurseapp.base.clock import Clock
from nurseapp.desk.doors import Doors

if TYPE_CHECKING:
    from nurseapp.clinic.access import OpenStation
    from nurseapp.clinic.values.handover import TakenIn
    from nurseapp.clinic.values.station import Founded, NewStation, StationCard
    from nurseapp.desk.followup.flow import FollowUpCases
    from nurseapp.desk.library.flow import FormList
    from nurseapp.desk.place import DeskContext
    from nurseapp.desk.settings.flow import Part, SettingsFlow
    from nurseapp.desk.settings.safety_flow import SafetyFlow
    from nurseapp.desk.today.flow import TodayCases


def real_doors(folder: Path, clock: Clock) -> Doors:
    """What the desk asks at the door of the station in `folder`."""

    def card() -> StationCard:
        from nurseapp.clinic.station_card import station_card

        return station_card(folder)

    def names() -> tuple[str, ...]:
        from nurseapp.clinic.station_card import user_names

        return user_names(folder)

    def open_station(name: str, password: str) -> OpenStation:
        from nurseapp.clinic import access

        return access.open_station(folder, name, password, clock=clock)

    def open_by_recovery(key: str, name: str, password: str) -> OpenStation:
        from nurseapp.clinic import access

        return access.open_by_recovery(folder, key, name, password, clock=clock)

    def found(new: NewStation) -> Founded:
        from nurseapp.clinic import access

        return access.found_station(folder, new, clock=clock)

    def save_recovery_sheet(founded: Founded, file: Path) -> None:
        from nurseapp.clinic.access import recovery_sheet
        from nurseapp.desk.referral.ways import write_paper

        write_paper(file, recovery_sheet(founded, card()))

    def print_recovery_sheet(founded: Founded) -> str:
        from nurseapp.clinic.access import recovery_sheet
        from nurseapp.desk.referral.ways import print_paper

        return print_paper(recovery_sheet(founded, card()))

    return Doors(
        card=card,
        names=names,
        open_station=open_station,
        open_by_recovery=open_by_recovery,
        take_in_answers=_take_in_answers,
        idle=_idle,
        close=_close,
        found=found,
        save_recovery_sheet=save_recovery_sheet,
        print_recovery_sheet=print_recovery_sheet,
    )


def today_cases(station: OpenStation) -> TodayCases:
    """For I dag."""
    from nurseapp.clinic import people, today
    from nurseapp.desk.today.flow import TodayCases

    return TodayCases(
        today=lambda: today.today(station), search=lambda text: people.search(station, text)
    )


def follow_up_cases(station: OpenStation) -> FollowUpCases:
    """For Oppfølging."""
    from nurseapp.clinic import followup, today
    from nurseapp.desk.followup.flow import FollowUpCases

    return FollowUpCases(
        follow_up=lambda: today.follow_up(station),
        finish_step=lambda step, outcome: followup.finish_step(station, step, outcome),
    )


def _take_in_answers(station: OpenStation) -> tuple[TakenIn, ...]:
    from nurseapp.clinic.intake import take_in_answers

    return take_in_answers(station)


def _idle(station: OpenStation) -> None:
    station.idle()


def _close(station: OpenStation) -> None:
    station.close()


def form_library(station: OpenStation) -> Callable[[], FormList]:
    """For Skjema."""
    from nurseapp.clinic.form_choice import usable_wordings
    from nurseapp.desk.library.words import form_list

    return lambda: form_list(station.library, lambda loaded: usable_wordings(station, loaded))


def settings_flow(desk: DeskContext, part: Part) -> SettingsFlow:
    """For Innstillinger."""
    from nurseapp.clinic import access
    from nurseapp.desk.display import text_percent
    from nurseapp.desk.settings.flow import SettingsFlow
    from nurseapp.desk.settings.password_flow import PasswordFlow
    from nurseapp.desk.settings.station_flow import StationFlow
    from nurseapp.desk.settings.users_flow import UsersCases, UsersFlow

    station = desk.station
    users = UsersCases(
        list_users=lambda: access.list_users(station),
        add_user=lambda new: access.add_user(station, new),
        remove_user=lambda user_id: access.remove_user(station, user_id),
    )
    return SettingsFlow(
        users=UsersFlow(users, desk.work, desk.user),
        password=PasswordFlow(
            lambda old, new: access.change_password(station, old, new), desk.work
        ),
        station=StationFlow(
            desk.card,
            text_percent(station.folder),
            lambda card: access.change_card(station, card),
            desk.size_text,
            desk.work,
        ),
        safety=_safety_flow(desk),
        part=part,
    )


def _safety_flow(desk: DeskContext) -> SafetyFlow:
    from nurseapp.clinic import safekeeping
    from nurseapp.desk.settings.safety_flow import SafetyCases, SafetyFlow
    from nurseapp.desk.settings.safety_words import backup_lines, findings, protections

    station = desk.station
    folder = station.folder / "backups"
    cases = SafetyCases(
        back_up=lambda file: safekeeping.back_up(station, file),
        backups=lambda: backup_lines(folder),
        health=lambda: findings(safekeeping.health(station)),
    )
    return SafetyFlow(cases, desk.work, folder, protections())
