"""Who may change what holds for the whole station."""

from __future__ import annotations

from nurseapp.base.errors import NotAdministratorError
from nurseapp.clinic.station.open_station import OpenStation


def require_administrator(station: OpenStation) -> None:
    """Raises NotAdministratorError unless the one logged in answers for the station.

    She is the one the municipality has named: whoever may say who logs in, may say which words
    are used.
    """
    if not station.user.administrator:
        raise NotAdministratorError
