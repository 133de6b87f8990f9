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
    from nurseapp.clinic.handover import take_in_answers

    return take_in_answers(station)


def _idle(station: OpenStation) -> None:
    station.idle()


def _close(station: OpenStation) -> None:
    station.close()


def form_library(station: OpenStation) -> Callable[[], FormList]:
    """For Skjema."""
    from nurseapp.desk.library.words import form_list

    return lambda: form_list(station.library, training=station.training)
