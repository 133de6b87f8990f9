"""The print system's own commands, and what they say of the printers (decisions/0016)."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import Final

from nurseapp.base.errors import (
    NoPrinterError,
    NoPrinterHereError,
    PrinterNotChosenError,
    PrinterStoppedError,
)
from nurseapp.base.text import _

JOB_NAME: Final = "nurseapp"
"""What the print queue shows: never a person's name."""
_LONGEST_SEARCH: Final = 8.0
_LONGEST_WAIT: Final = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Printers:
    """What the machine can print on; `standard` is one of them, or empty where none was said."""

    names: tuple[str, ...] = ()
    standard: str = ""

    @property
    def chosen(self) -> str:
        """The printer while nobody has chosen another: the standard one, or the only one."""
        return self.names[0] if len(self.names) == 1 else self.standard


def find_printers() -> Printers:
    """Asks the print system; where it is missing or silent there are none."""
    names = tuple(_ask("-e").split())
    standard = _ask("-d").rpartition(": ")[2].strip()
    return Printers(names=names, standard=standard if standard in names else "")


def print_paper(content: bytes, printer: str = "") -> str:
    """Sends the paper itself to `printer`, or to the one that is chosen; says which one.

    Goes through the print system's own command with the paper on its standard input: no
    temporary file, no drawing anew. Nothing is sent to a printer that stands still, since the
    paper would come out when nobody waits for it. Raises a PaperError, and then nothing was sent.
    """
    if not printer:
        found = find_printers()
        if not found.names:
            raise NoPrinterHereError
        printer = found.chosen
    if not printer:
        raise PrinterNotChosenError
    if _stands_still(printer):
        raise PrinterStoppedError(printer=printer)
    try:
        sent = _run("lp", "-d", printer, "-t", JOB_NAME, "-", paper=content, wait=_LONGEST_WAIT)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoPrinterError from error
    if sent.returncode != 0:
        raise NoPrinterError
    return _("Sendt til skriveren {printer}.").format(printer=printer)


def _stands_still(printer: str) -> bool:
    return _ask("-p", printer).startswith(f"printer {printer} disabled")


def _ask(*words: str) -> str:
    """What `lpstat` answers; nothing where it cannot be asked."""
    try:
        return _run("lpstat", *words).stdout.decode(errors="replace")
    except (OSError, subprocess.TimeoutExpired):
        return ""


def _run(
    command: str, *words: str, paper: bytes = b"", wait: float = _LONGEST_SEARCH
) -> subprocess.CompletedProcess[bytes]:
    """Runs one of the print system's commands, in the language that it always speaks the same."""
    place = shutil.which(command)
    if place is None:
        raise FileNotFoundError(command)
    plain = {**os.environ, "LC_ALL": "C"}
    return subprocess.run(
        [place, *words], input=paper, capture_output=True, timeout=wait, check=False, env=plain
    )
