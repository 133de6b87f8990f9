"""`verify`, `backup` and `restore`: what IT does with a station's folder."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from nurseapp import exit_codes
from nurseapp.base.clock import SystemClock
from nurseapp.base.errors import UnreadableError
from nurseapp.base.text import _
from nurseapp.clinic.station.access import open_station
from nurseapp.clinic.station.card import station_card, user_names
from nurseapp.clinic.station.safekeeping import back_up, examine
from nurseapp.clinic.station.safekeeping import restore as put_back
from nurseapp.commands.password import password_of

if TYPE_CHECKING:
    from pathlib import Path


def verify(folder: Path, user: str | None) -> int:
    """Prints one line for each check; 1 if any does not hold."""
    station_card(folder)
    name = user or user_names(folder)[0]
    report = examine(folder, name, password_of(name), clock=SystemClock())
    for finding in report.findings:
        mark = _("i orden") if finding.ok else _("FEIL")
        sys.stdout.write(f"{mark:<8} {finding.sentence}\n")
    sys.stdout.write(_verdict(whole=report.ok) + "\n")
    return exit_codes.DONE if report.ok else exit_codes.PROBLEMS_FOUND


def backup(folder: Path, file: Path, user: str | None) -> int:
    """Writes an encrypted copy that today's passwords and recovery key open."""
    station_card(folder)
    if not file.absolute().parent.is_dir():
        raise UnreadableError(file=file.parent)
    name = user or user_names(folder)[0]
    station = open_station(folder, name, password_of(name), clock=SystemClock())
    try:
        back_up(station, file.absolute())
    finally:
        station.close()
    sys.stdout.write(_("Kopien er skrevet og kontrollert: {file}").format(file=file) + "\n")
    return exit_codes.DONE


def restore(file: Path, folder: Path) -> int:
    """Makes a station out of a copy, in a new folder; needs no password."""
    if not file.is_file():
        raise UnreadableError(file=file)
    put_back(file, folder)
    sys.stdout.write(
        _("Stasjonen er hentet tilbake i {folder}. Logg inn som før.").format(folder=folder) + "\n"
    )
    return exit_codes.DONE


def _verdict(*, whole: bool) -> str:
    if whole:
        return _("Stasjonen er hel.")
    return _("Noe er galt. Filen er beholdt som den er. Hent tilbake siste sikkerhetskopi.")
