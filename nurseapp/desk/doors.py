"""What the desk asks of the clinic at the door: before anybody is in, and on the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

    from nurseapp.base.clock import Clock
    from nurseapp.clinic.station.access import OpenStation
    from nurseapp.clinic.values.card import StationCard
    from nurseapp.clinic.values.handover import TakenIn
    from nurseapp.clinic.values.station import Founded, NewStation

Copy = Literal["always", "once_a_day", "never"]
"""How often closing writes an automatic copy: who locks by hand is kept waiting once a day."""


class StationDoors:
    """The station in one folder; `card` and `names` are instant, the rest runs on the worker.

    Imports stand inside the methods: the lock screen needs almost none of them.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    def card(self) -> StationCard:
        """What anybody may read; raises NoStationError, UnreadableError."""
        from nurseapp.clinic.station.card import station_card

        return station_card(self._folder)

    def names(self) -> tuple[str, ...]:
        """Who may log in; raises NoStationError, KeyFileError."""
        from nurseapp.clinic.station.card import user_names

        return user_names(self._folder)

    def open_station(self, name: str, password: str) -> OpenStation:
        """Lets a user in."""
        from nurseapp.clinic.station import access

        return access.open_station(self._folder, name, password, clock=self._clock)

    def open_by_recovery(self, key: str, name: str, password: str) -> OpenStation:
        """Lets a user in by the recovery key, with a new password."""
        from nurseapp.clinic.station import access

        return access.open_by_recovery(self._folder, key, name, password, clock=self._clock)

    def take_in_answers(self, station: OpenStation) -> tuple[TakenIn, ...]:
        """Takes in what parents have answered since the last login."""
        from nurseapp.clinic.handover.intake import take_in_answers

        return take_in_answers(station)

    def idle(self, station: OpenStation) -> None:
        """Lets the station tidy its files up while nobody waits."""
        station.idle()

    def copies_notice(self) -> str:
        """A sentence where the last automatic copy did not go as it should; else empty."""
        from nurseapp.clinic.station.copy_notes import notice_words

        return notice_words(self._folder)

    def close(self, station: OpenStation, *, copy: Copy) -> None:
        """Closes the station, with an automatic copy first.

        A copy that the disk refuses keeps nobody from locking; the next login tells of it.
        """
        from nurseapp.base.errors import SituationError
        from nurseapp.clinic.station import copies

        try:
            if copy == "always" or (copy == "once_a_day" and copies.copy_is_old(station)):
                copies.copy_on_close(station)
        except SituationError:
            return
        finally:
            station.close()

    def found(self, new: NewStation) -> Founded:
        """Sets the station up."""
        from nurseapp.clinic.station import access

        return access.found_station(self._folder, new, clock=self._clock)

    def save_recovery_sheet(self, founded: Founded, file: Path) -> None:
        """Writes the sheet with the recovery key."""
        from nurseapp.desk.referral.ways import write_paper

        write_paper(file, self._sheet(founded))

    def print_recovery_sheet(self, founded: Founded, printer: str) -> str:
        """Prints the sheet with the recovery key; says where it went."""
        from nurseapp.desk.printing.printers import print_paper

        return print_paper(self._sheet(founded), printer)

    def _sheet(self, founded: Founded) -> bytes:
        from nurseapp.clinic.station.access import recovery_sheet

        return recovery_sheet(founded, self.card(), clock=self._clock)
