"""A station for practice: synthetic people, today's visits, one alert that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nurseapp.base.clock import SystemClock
from nurseapp.base.text import _

if TYPE_CHECKING:
    from pathlib import Path

    from nurseapp.base.text import Language
    from nurseapp.vault.cost import KdfCost

USER: Final = "S. Eik"
COLLEAGUE: Final = "M. Lind"
PASSWORD: Final = "øvelse gjør mester"  # noqa: S105 - printed for all to see; the people are invented


def make_training_station(folder: Path, *, language: Language, cost: KdfCost | None = None) -> None:
    """Founds a training station in `folder` and fills it; raises StationExistsError.

    `cost` of a password is calibrated to this machine if not given.
    """
    from nurseapp.clinic.station.access import add_user, found_station, open_station
    from nurseapp.clinic.training.seeding import seed_training_station
    from nurseapp.clinic.values.station import NewStation, NewUser

    clock = SystemClock()
    first = NewUser(
        name=USER,
        title=_("helsesykepleier"),
        password=PASSWORD,
        phone="00 00 00 00",
        administrator=True,
    )
    found_station(
        folder,
        NewStation(
            name="Solvang helsestasjon",
            municipality="Testvik kommune",
            phone="00 00 00 00",
            training=True,
            language=language,
            first_user=first,
        ),
        clock=clock,
        cost=cost,
    )
    station = open_station(folder, USER, PASSWORD, clock=clock)
    try:
        add_user(station, NewUser(name=COLLEAGUE, title=_("jordmor"), password=PASSWORD))
        seed_training_station(station)
    finally:
        station.close()
