"""What a command says when the program itself is at fault: never a traceback, never a value."""

from __future__ import annotations

import sys

from nurseapp import exit_codes
from nurseapp.base.text import _
from nurseapp.base.trace import places


def tell_of_bug(error: Exception) -> int:
    """Says where in the program it went wrong, without the error's own words; the exit code.

    They may hold a name or an answer, and what a command prints is often kept in a log.
    """
    where = "\n".join(f"  {place}" for place in places(error))
    sys.stderr.write(f"{_('Noe gikk galt i programmet.')} {type(error).__name__}\n{where}\n")
    return exit_codes.OUR_BUG
