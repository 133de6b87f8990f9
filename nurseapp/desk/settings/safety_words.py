"""Backups, findings and protections in words."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from nurseapp.base.dates import date_and_time
from nurseapp.base.system import protect_process
from nurseapp.base.text import _, mark
from nurseapp.desk.settings.safety_flow import Finding

if TYPE_CHECKING:
    from nurseapp.clinic.values.station import StationHealth

_MEGABYTE: Final = 1_000_000
_SHOWN: Final = 10
_PROTECTIONS: Final = {
    "no core dump": mark("Ingen minnedump skrives til disken hvis programmet stopper."),
    "memory closed to other programs": mark(
        "Andre programmer på maskinen kan ikke lese programmets minne."
    ),
}


def backup_lines(folder: Path) -> tuple[str, ...]:
    """The newest backups in `folder`, one line each: when, and how large."""
    files = [file for file in folder.iterdir() if file.is_file()] if folder.is_dir() else []
    files.sort(key=lambda file: file.stat().st_mtime, reverse=True)
    return tuple(_backup_line(file) for file in files[:_SHOWN])


def protections() -> tuple[str, ...]:
    """What protects this process and this station; asking again switches nothing off."""
    always = (
        _("Journalen er kryptert på disken."),
        _("Programmet åpner aldri noen nettforbindelse."),
    )
    here = tuple(_(_PROTECTIONS[name]) for name in protect_process() if name in _PROTECTIONS)
    return always + here


def findings(report: StationHealth) -> tuple[Finding, ...]:
    """What the check found, in the order it looked."""
    return tuple(Finding(words=one.sentence, good=one.ok) for one in report.findings)


def _backup_line(file: Path) -> str:
    known = file.stat()
    moment = datetime.fromtimestamp(known.st_mtime).astimezone()
    size = f"{known.st_size / _MEGABYTE:.1f}".replace(".", ",")
    return _("{moment}, {size} MB").format(moment=date_and_time(moment), size=size)
