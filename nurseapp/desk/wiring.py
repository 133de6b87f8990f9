"""The one place where the desk's flows meet the real use cases.

For each place one function `<place>_cases(station)` that gives its frozen dataclass of callables,
bound to the open station. Imports stand inside the functions: the lock screen needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nurseapp.clinic.station.access import OpenStation
    from nurseapp.desk.followup.flow import FollowUpCases
    from nurseapp.desk.place import DeskContext
    from nurseapp.desk.settings.flow import Part, SettingsFlow
    from nurseapp.desk.settings.safety_flow import SafetyFlow
    from nurseapp.desk.today.flow import TodayCases


def today_cases(station: OpenStation) -> TodayCases:
    """For I dag."""
    from nurseapp.clinic.followup import today
    from nurseapp.clinic.people import people
    from nurseapp.desk.today.flow import TodayCases

    return TodayCases(
        today=lambda: today.today(station), search=lambda text: people.search(station, text)
    )


def follow_up_cases(station: OpenStation) -> FollowUpCases:
    """For Oppfølging."""
    from nurseapp.clinic.followup import followup, today
    from nurseapp.desk.followup.flow import FollowUpCases

    return FollowUpCases(
        follow_up=lambda: today.follow_up(station),
        finish_step=lambda step, outcome: followup.finish_step(station, step, outcome),
    )


def settings_flow(desk: DeskContext, part: Part) -> SettingsFlow:
    """For Innstillinger."""
    from nurseapp.clinic.station import access
    from nurseapp.desk.display import read_display
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
            read_display(station.folder).text_percent,
            lambda card: access.change_card(station, card),
            desk.size_text,
            desk.work,
        ),
        safety=_safety_flow(desk),
        part=part,
    )


def _safety_flow(desk: DeskContext) -> SafetyFlow:
    from nurseapp.clinic.station import copies, safekeeping
    from nurseapp.desk.settings.safety_flow import SafetyCases, SafetyFlow
    from nurseapp.desk.settings.safety_words import copies_words, findings, protections

    station = desk.station
    cases = SafetyCases(
        back_up=lambda file: safekeeping.back_up(station, file),
        copies=lambda: copies_words(copies.copies_view(station)),
        keep_in=lambda folder: copies.keep_copies_in(station, folder),
        health=lambda: findings(safekeeping.health(station)),
    )
    return SafetyFlow(cases, desk.work, protections(), may_choose=desk.user.administrator)
