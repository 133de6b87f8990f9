"""How a finished paper leaves the program: onto a disk, or to the printer as it is."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from nurseapp.base.errors import DiskFullError, NoPrinterError, ReadOnlyError
from nurseapp.base.text import _

JOB_NAME: Final = "nurseapp"
"""What the print queue shows: never a person's name."""
_LONGEST_WAIT: Final = 30.0


def write_paper(path: Path, content: bytes) -> None:
    """Writes the whole paper or nothing, readable by this user alone; raises DiskError."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise DiskFullError from error
        raise ReadOnlyError(folder=path.parent) from error


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
