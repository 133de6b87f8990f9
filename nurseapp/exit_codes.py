"""What the program's exit codes mean (sysexits.h where it has a fitting one)."""

from __future__ import annotations

from typing import Final

DONE: Final = 0
PROBLEMS_FOUND: Final = 1
USAGE: Final = 2
BAD_DATA: Final = 65
NOT_FOUND: Final = 66
SYSTEM_LIBRARY_MISSING: Final = 69
OUR_BUG: Final = 70
CANNOT_WRITE: Final = 73
IN_USE: Final = 75
NO_ACCESS: Final = 77
