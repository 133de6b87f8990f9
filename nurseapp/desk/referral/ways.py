"""How a finished paper leaves the program: onto a disk, or to the printer as it is."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

from nurseapp.base.disk import REAL_DISK, Disk, replace_file
from nurseapp.base.errors import NoPrinterError
from nurseapp.base.text import _

JOB_NAME: Final = "nurseapp"
"""What the print queue shows: never a person's name."""
_LONGEST_WAIT: Final = 30.0


def write_paper(path: Path, content: bytes, *, disk: Disk = REAL_DISK) -> None:
    """Writes the whole paper or nothing, readable by this user alone; raises DiskError."""
    replace_file(path, content, disk=disk)


def print_paper(content: bytes) -> str:
    """Sends the paper itself to the standard printer; returns a sentence, raises NoPrinterError.

    Goes through the print system's own command with the paper on its standard input: no
    temporary file, no drawing anew.
    """
    command = shutil.which("lp")
    if command is None:
        raise NoPrinterError
    try:
        sent = subprocess.run(
            [command, "-t", JOB_NAME, "-"],
            input=content,
            capture_output=True,
            timeout=_LONGEST_WAIT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NoPrinterError from error
    if sent.returncode != 0:
        raise NoPrinterError
    return _("Sendt til skriveren.")
